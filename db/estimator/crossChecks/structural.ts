import { at } from '../numbers.ts';
import { outflowAt, type UnitPanel } from '../panel.ts';
import { createRandom } from '../random.ts';
import { sampleStructural } from '../structural/sampler.ts';
import { modelSeries, type ModelledSeries, type StructuralSeries } from '../structural/series.ts';
import type { Window } from '../window.ts';
import { controlIndex } from './controlIndex.ts';
import { avoidedByOutflow, type RecursionOptions } from './recursion.ts';
import type { CrossCheck, CrossCheckRefusal } from './types.ts';

type Recorded = readonly (number | null)[];

const fewestMonthsBefore = 12;

/** Counts move more than CausalImpact's default of .01 allows for; its authors advise .1 then. */
const sampling = { priorLevelSd: 0.1, burnIn: 200 };

/** Added to a count so that a month without outflow has a logarithm, and taken off again. */
const added = 0.5;

function countKnown(values: Recorded): number {
  return values.filter((value) => value !== null).length;
}

/** log((C + .5) / Fb) of a month; null where either is not recorded or the unit had no base staff. */
function logRateAt(panel: UnitPanel, t: number): number | null {
  const outflow = outflowAt(panel, t);
  const fteBase = at(panel.fteBase, t);
  return outflow === null || fteBase === null || fteBase <= 0 ? null : Math.log((outflow + added) / fteBase);
}

/** Known values stay; between two of them the line through both, beyond the outermost that one. @param values not all null */
function interpolate(values: Recorded): readonly number[] {
  return values.map((value, t) => {
    if (value !== null) return value;
    const before = values.findLastIndex((known, index) => index < t && known !== null);
    const after = values.findIndex((known, index) => index > t && known !== null);
    const [from, to] = [values[before] ?? values[after] ?? 0, values[after] ?? values[before] ?? 0];
    return from + ((to - from) * (t - before)) / Math.max(1, after - before);
  });
}

/** The series with the log of the control index as a regressor; null where that says too little to be used. */
function modelWithIndex(series: StructuralSeries, index: Recorded): ModelledSeries | null {
  const logIndex = index.map((value) => (value === null || value <= 0 ? null : Math.log(value)));
  const outcome = series.outcome.map((value, t) => (at(logIndex, t) === null ? null : value));
  if (countKnown(outcome.slice(0, series.after.first)) < fewestMonthsBefore) return null;
  const model = modelSeries({ ...series, outcome, regressors: [interpolate(logIndex)] });
  return 'refusal' in model ? null : model;
}

function findRefusal(panel: UnitPanel, { first, fundingStart, last }: Window): CrossCheckRefusal | null {
  if (fundingStart === null) return 'not_funded';
  const outflows = panel.months.map((_, t) => outflowAt(panel, t));
  if (countKnown(outflows.slice(first, fundingStart)) < fewestMonthsBefore) return 'months_before_too_few';
  if (countKnown(outflows.slice(fundingStart, last + 1)) === 0) return 'no_reported_month_after';
  if (panel.fteBase.slice(fundingStart, last + 1).includes(null)) return 'base_staff_unknown';
  return null;
}

/**
 * Files avoided according to a Bayesian structural time series of log((C + .5) / Fb), fitted before the funding: a level that wanders and,
 * where there are controls, the log of their index. Each draw of the month's outcome, noise included, gives the outflow of the base staff
 * alone, max(0, exp(y) Fb - .5), and the recursion does the rest. Work-limited months are taken as they are.
 * An index that is unknown or 0 says nothing of its month: before the funding the month is left out; after it the log index is interpolated,
 * because a month left out would count as one in which the funded staff closed nothing. An index known in fewer than 12 of the months before,
 * or always the same, is not used. Refused: fewer than 12 months before with a known outflow, or with base staff for it; base staff unknown
 * after the funding; no outflow known after it; an outflow per FTE that never changed ('did_not_converge').
 * Source: Vigie method note, section 3 (b2).
 * @param controls never-funded units; RangeError when one was funded
 */
export function checkStructural(
  panel: UnitPanel,
  window: Window,
  controls: readonly UnitPanel[],
  options: RecursionOptions,
): CrossCheck {
  const refuse = (reason: CrossCheckRefusal): CrossCheck => {
    return { unitId: panel.unitId, method: 'structural', status: 'refused', reason };
  };
  const { first, fundingStart, last } = window;
  const refusal = findRefusal(panel, window);
  if (refusal !== null || fundingStart === null) return refuse(refusal ?? 'not_funded');
  const months = panel.months.slice(first, last + 1);
  const series: StructuralSeries = {
    outcome: months.map((_, t) => logRateAt(panel, first + t)),
    regressors: [],
    before: { first: 0, last: fundingStart - first - 1 },
    after: { first: fundingStart - first, last: last - first },
  };
  if (countKnown(series.outcome.slice(0, series.after.first)) < fewestMonthsBefore) return refuse('base_staff_unknown');
  const model =
    (controls.length === 0 ? null : modelWithIndex(series, controlIndex(controls, months))) ?? modelSeries(series);
  if ('refusal' in model) return refuse('did_not_converge');
  const random = createRandom(options.seed, `structural ${panel.unitId}`);
  const { predicted, points } = sampleStructural(model, { ...sampling, draws: options.draws }, random);
  return avoidedByOutflow(panel, window, 'structural', options, (t, draw) => {
    const rate = Math.exp(at(predicted, draw * points + t - fundingStart));
    return Math.max(0, rate * (at(panel.fteBase, t) ?? 0) - added);
  });
}
