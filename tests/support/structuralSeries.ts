import { modelSeries, type ModelledSeries, type Season } from '../../db/estimator/structural/series.ts';

/** A series without regressors as the structural model takes it: the first `before` points, then those that it predicts. */
export function modelledFrom(outcome: readonly number[], before: number, season: Season = null): ModelledSeries {
  const after = { first: before, last: outcome.length - 1 };
  const model = modelSeries({ outcome, regressors: [], before: { first: 0, last: before - 1 }, after }, season);
  if ('refusal' in model) throw new Error(model.refusal);
  return model;
}
