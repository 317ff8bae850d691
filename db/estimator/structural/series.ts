import { at, mean } from '../numbers.ts';

/** Indices of the first and the last time point, both included. */
type Period = { readonly first: number; readonly last: number };

export type StructuralSeries = {
  /** One value for each time point; null = missing, never 0. What happened in the period after is never seen by the model. */
  readonly outcome: readonly (number | null)[];
  /** At most three series that the intervention did not touch, each known at every time point of both periods. */
  readonly regressors: readonly (readonly number[])[];
  /** The period from which the model learns. */
  readonly before: Period;
  /** The period for which the outcome is predicted; points between the two periods count as missing. */
  readonly after: Period;
};

/** Why a series cannot be modelled. */
export type StructuralRefusal = 'too_few_observed' | 'outcome_constant' | 'regressor_constant';

/** The series as the model sees it, from the first point of the period before at which the outcome is observed. */
export type ModelledSeries = {
  /** To the end of the period before; NaN = missing. */
  readonly outcome: Float64Array;
  /** To the end of the period after. */
  readonly regressors: readonly Float64Array[];
  /** How many of the regressors, at the end, are waves of a season. */
  readonly waves: number;
  /** Where in the regressors the period after begins and ends, both included. */
  readonly after: Period;
};

/** Rows in a year: quarters or months; null = no season. */
export type Season = 4 | 12 | null;

/** The season as waves: every shape that comes back each year is a sum of them. */
function seasonWaves(length: number, season: Season): readonly (readonly number[])[] {
  if (season === null) return [];
  const wave = (shape: (angle: number) => number, k: number): number[] =>
    Array.from({ length }, (_, t) => shape((2 * Math.PI * k * t) / season));
  return Array.from({ length: season / 2 }, (_, index) => index + 1).flatMap((k) =>
    // The fastest sine is 0 at every row.
    k === season / 2 ? [wave(Math.cos, k)] : [wave(Math.sin, k), wave(Math.cos, k)],
  );
}

const mostRegressors = 3;
const fewestObserved = 3;

/** RangeError when the periods do not lie one after the other in the series, or a regressor is not known at all of its points. */
export function checkSeries({ outcome, regressors, before, after }: StructuralSeries): void {
  const indices = [before.first, before.last, after.first, after.last];
  const inside = indices.every((index) => Number.isInteger(index) && index >= 0 && index < outcome.length);
  if (!inside || before.first > before.last || before.last >= after.first || after.first > after.last)
    throw new RangeError('The period before must come before the period after, both inside the series.');
  if (regressors.length > mostRegressors) throw new RangeError('At most three regressors.');
  for (const regressor of regressors) {
    if (regressor.length !== outcome.length) throw new RangeError('A regressor needs one value for each time point.');
    if (!regressor.slice(before.first, after.last + 1).every(Number.isFinite))
      throw new RangeError('A regressor must be known at every time point of both periods.');
  }
}

function isConstant(values: ArrayLike<number>): boolean {
  const first = at(values, 0);
  return Array.from(values).every((value) => value === first);
}

export function observedValues(outcome: Float64Array): Float64Array {
  return outcome.filter((value) => !Number.isNaN(value));
}

/**
 * Cuts a series to what the model uses; points before the first observed one are left out, as CausalImpact does. Refused: fewer than three
 * observed points more than regressors, an outcome or a regressor that never changes in the period before.
 */
export function modelSeries(
  series: StructuralSeries,
  season: Season = null,
): ModelledSeries | { readonly refusal: StructuralRefusal } {
  checkSeries(series);
  const { outcome, regressors, before, after } = series;
  const skipped = outcome.slice(before.first, before.last + 1).findIndex((value) => value !== null);
  if (skipped < 0) return { refusal: 'too_few_observed' };
  const first = before.first + skipped;
  const used = Float64Array.from(outcome.slice(first, before.last + 1), (value) => value ?? NaN);
  const observed = observedValues(used);
  const waves = seasonWaves(outcome.length, season);
  if (observed.length < fewestObserved + regressors.length + waves.length) return { refusal: 'too_few_observed' };
  if (isConstant(observed)) return { refusal: 'outcome_constant' };
  if (regressors.some((values) => isConstant(values.slice(first, before.last + 1))))
    return { refusal: 'regressor_constant' };
  return {
    outcome: used,
    regressors: [...regressors, ...waves].map((values) => Float64Array.from(values.slice(first, after.last + 1))),
    waves: waves.length,
    after: { first: after.first - first, last: after.last - first },
  };
}

/** Mean, and standard deviation with n - 1. */
export type Moments = { readonly mean: number; readonly sd: number };

export function momentsOf(values: Float64Array): Moments {
  const centre = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - centre) ** 2;
  return { mean: centre, sd: Math.sqrt(squares / (values.length - 1)) };
}

function standardise(values: Float64Array, moments: Moments): Float64Array {
  return values.map((value) => (value - moments.mean) / moments.sd);
}

/** By which the series are standardised: moments of the period before. */
export type Standards = { readonly outcome: Moments; readonly regressors: readonly Moments[] };

export function standardsOf({ outcome, regressors }: ModelledSeries): Standards {
  return {
    outcome: momentsOf(observedValues(outcome)),
    regressors: regressors.map((values) => momentsOf(values.subarray(0, outcome.length))),
  };
}

export function standardised(series: ModelledSeries, standards: Standards): ModelledSeries {
  return {
    ...series,
    outcome: standardise(series.outcome, standards.outcome),
    regressors: series.regressors.map((values, j) => standardise(values, at(standards.regressors, j))),
  };
}
