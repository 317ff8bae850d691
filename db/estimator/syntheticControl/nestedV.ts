import { at, sum } from '../numbers.ts';
import type { Random } from '../random.ts';
import { searchSimplex, type SearchLimits } from '../nelderMead.ts';
import { nearestMixture } from './simplex.ts';

/** No weight of a predictor falls below this, so that the one that is left out still decides ties between equal mixtures of donors. */
const smallestV = 1e-8;

/** Spread of the logarithms of V from which the searches start: ratios between two predictors of e^-5 to e^5 or so. */
const startSpread = 2;

const limits: SearchLimits = { step: 1, evaluations: 400, tolerance: 1e-8 };

export type NestedV = {
  /** One for each predictor, sum 1. */
  readonly v: readonly number[];
  /** What the search from each start reached, in the order of the starts: how far apart they are shows whether there were enough. */
  readonly reached: readonly number[];
};

function softmax(logs: readonly number[]): number[] {
  const largest = Math.max(...logs);
  const raw = logs.map((log) => Math.exp(log - largest));
  const total = sum(raw);
  const floored = raw.map((value) => Math.max(value / total, smallestV));
  const floors = sum(floored);
  return floored.map((value) => value / floors);
}

/**
 * The diagonal V whose donor weights give the smallest loss. The problem has many local optima, so it is searched from several starts, equal weights
 * first and seeded ones after; each search is run twice, as a simplex that has gone flat needs a fresh one.
 * Source: Abadie, Diamond and Hainmueller (JASA 105, 2010), section 2.3; starts: Vigie method note, section 3 (c1).
 * @param distances for each donor its scaled predictors less those of the unit
 * @param loss of the donors' weights
 * @param starts 1 or more
 */
export function searchV(
  distances: readonly Float64Array[],
  loss: (weights: readonly number[]) => number,
  starts: number,
  random: Random,
): NestedV {
  const predictors = at(distances, 0).length;
  const weighted = distances.map((distance) => new Float64Array(distance.length));
  let inUse: number[] = [];
  const objective = (logs: readonly number[]): number => {
    const roots = softmax(logs).map(Math.sqrt);
    weighted.forEach((column, j) => {
      const distance = at(distances, j);
      for (let k = 0; k < predictors; k += 1) column[k] = at(distance, k) * at(roots, k);
    });
    const weights = nearestMixture(weighted, inUse);
    inUse = weights.flatMap((weight, j) => (weight > 0 ? [j] : []));
    return loss(weights);
  };
  const found = Array.from({ length: starts }, (_, index) => {
    const start = Array.from({ length: predictors }, () => (index === 0 ? 0 : startSpread * random.normal()));
    const first = searchSimplex(objective, start, limits);
    return searchSimplex(objective, first.point, limits);
  });
  const best = found.reduce((one, other) => (other.value < one.value ? other : one));
  return { v: softmax(best.point), reached: found.map(({ value }) => value) };
}
