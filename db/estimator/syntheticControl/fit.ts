import { at, mean } from '../numbers.ts';
import { createRandom } from '../random.ts';
import { deviationOf, meanSquare } from '../moments.ts';
import { searchV } from './nestedV.ts';
import { fitOnSimplex } from './simplex.ts';

/** Outcomes of units over periods, no gap. Units and periods are named by their index. */
export type Study = {
  /** Names, for the random stream of each unit. */
  readonly units: readonly string[];
  /** Unit by period. */
  readonly outcomes: readonly (readonly number[])[];
  /** Periods before the treatment; period `periodsBefore` is the first treated one. */
  readonly periodsBefore: number;
  /** First and last period, both included, on which mixtures are fitted; left out: all before the treatment. */
  readonly fitted?: readonly [number, number];
  /** First and last period over which the effect is averaged; left out: all from the treatment on. */
  readonly effect?: readonly [number, number];
};

/** From the first to the last period of a window, of a path. */
function within<T>(path: readonly T[], [first, last]: readonly [number, number]): readonly T[] {
  return path.slice(first, last + 1);
}

function fittedPeriods({ fitted, periodsBefore }: Study): readonly [number, number] {
  return fitted ?? [0, periodsBefore - 1];
}

/**
 * What the mixture of donors is matched on: every outcome before the treatment, equally (V = I); or predictors (predictor by unit, already scaled), with
 * a V that is given or searched for.
 */
export type Matching =
  | { readonly on: 'outcomes' }
  | {
      readonly on: 'predictors';
      readonly predictors: readonly (readonly number[])[];
      readonly v: readonly number[] | { readonly starts: number; readonly seed: number };
    };

export type SyntheticControl = {
  readonly unit: number;
  readonly donors: readonly number[];
  /** One for each donor, 0 or more, sum 1. */
  readonly weights: readonly number[];
  /** One for each predictor; null when matched on outcomes. */
  readonly v: readonly number[] | null;
  /** Loss reached from each start of the search for V; null when V was given. */
  readonly reached: readonly number[] | null;
  /** Of the weights given V, as in `SimplexFit`. */
  readonly kkt: number;
  /** Actual less synthetic, one for each period. */
  readonly gap: readonly number[];
  /** Mean squared gap over the periods fitted, and over those of the effect. */
  readonly preMspe: number;
  readonly postMspe: number;
  /** Mean gap after. */
  readonly att: number;
};

/**
 * Each predictor (a row over all units) divided by its standard deviation over all units. One that is the same for all is left as it is: it tells no units apart.
 * Source: Vigie method note, section 3 (c1).
 */
export function scalePredictors(predictors: readonly (readonly number[])[]): number[][] {
  return predictors.map((row) => {
    const deviation = deviationOf(row);
    return deviation > 0 ? row.map((value) => value / deviation) : [...row];
  });
}

/** Actual less synthetic outcome of the first `to` periods. */
function gapsOf(
  { outcomes }: Study,
  unit: number,
  donors: readonly number[],
  weights: readonly number[],
  to: number,
): number[] {
  const gap = at(outcomes, unit).slice(0, to);
  donors.forEach((donor, j) => {
    const weight = at(weights, j);
    if (weight === 0) return;
    const path = at(outcomes, donor);
    for (let t = 0; t < to; t += 1) gap[t] = at(gap, t) - weight * at(path, t);
  });
  return gap;
}

type Fitted = Pick<SyntheticControl, 'weights' | 'v' | 'reached' | 'kkt'>;

function fitGivenV(
  predictors: readonly (readonly number[])[],
  v: readonly number[],
  unit: number,
  donors: readonly number[],
): Omit<Fitted, 'reached'> {
  const roots = v.map(Math.sqrt);
  const column = (of: number): number[] => predictors.map((row, k) => at(row, of) * at(roots, k));
  return { v, ...fitOnSimplex(donors.map(column), column(unit)) };
}

function fitWeights(study: Study, matching: Matching, unit: number, donors: readonly number[]): Fitted {
  const window = fittedPeriods(study);
  if (matching.on === 'outcomes') {
    const path = (of: number): readonly number[] => within(at(study.outcomes, of), window);
    return { v: null, reached: null, ...fitOnSimplex(donors.map(path), path(unit)) };
  }
  const { predictors, v } = matching;
  if (!('starts' in v)) return { reached: null, ...fitGivenV(predictors, v, unit, donors) };
  const distances = donors.map((donor) => Float64Array.from(predictors, (row) => at(row, donor) - at(row, unit)));
  const loss = (weights: readonly number[]): number =>
    meanSquare(within(gapsOf(study, unit, donors, weights, window[1] + 1), window));
  const random = createRandom(v.seed, `nested V ${at(study.units, unit)}`);
  const found = searchV(distances, loss, v.starts, random);
  return { reached: found.reached, ...fitGivenV(predictors, found.v, unit, donors) };
}

/**
 * Synthetic control of one unit: donors' weights w >= 0, sum 1, that minimise (X1 - X0 w)' V (X1 - X0 w), and the gap that follows.
 * Source: Abadie, Diamond and Hainmueller (JASA 105, 2010).
 * @param donors indices of units, at least one, without `unit`
 */
export function fitSyntheticControl(
  study: Study,
  matching: Matching,
  unit: number,
  donors: readonly number[],
): SyntheticControl {
  const fitted = fitWeights(study, matching, unit, donors);
  const periods = at(study.outcomes, unit).length;
  const gap = gapsOf(study, unit, donors, fitted.weights, periods);
  const before = within(gap, fittedPeriods(study));
  const after = within(gap, study.effect ?? [study.periodsBefore, periods - 1]);
  const errors = { preMspe: meanSquare(before), postMspe: meanSquare(after), att: mean(after) };
  return { unit, donors, ...fitted, gap, ...errors };
}
