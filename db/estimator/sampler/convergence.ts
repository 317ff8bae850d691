import { normalQuantile } from '../distributions.ts';
import { at, mean, quantileOfSorted } from '../numbers.ts';
import { real, whole } from '../typed.ts';
import type { Figures } from './figures.ts';

/** How well chains agree on one figure, and how many independent draws theirs are worth; null where the figure never changes. */
type Convergence = { readonly rHat: number; readonly bulk: number; readonly tail: number };

/** Each chain in two: a chain that drifts disagrees with itself. */
function split(chains: readonly Float64Array[]): readonly Float64Array[] {
  return chains.flatMap((chain) => {
    const half = Math.floor(chain.length / 2);
    return [chain.subarray(0, half), chain.subarray(chain.length - half)];
  });
}

function meanOf(values: Float64Array): number {
  let total = 0;
  for (let t = 0; t < values.length; t += 1) total += real(values, t);
  return total / values.length;
}

function variance(values: Float64Array, centre: number): number {
  let total = 0;
  for (let t = 0; t < values.length; t += 1) total += (real(values, t) - centre) ** 2;
  return total / (values.length - 1);
}

function join(chains: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(chains.reduce((total, chain) => total + chain.length, 0));
  let place = 0;
  for (const chain of chains) {
    all.set(chain, place);
    place += chain.length;
  }
  return all;
}

const scoresByRank = new Map<number, Float64Array>();

/** Normal score of each half rank 1, 1.5, 2 ... among so many draws: equal values share the mean of their ranks. */
function scoresOf(draws: number): Float64Array {
  const kept = scoresByRank.get(draws);
  if (kept) return kept;
  const scores = Float64Array.from({ length: 2 * draws - 1 }, (_, twice) =>
    normalQuantile((1 + twice / 2 - 3 / 8) / (draws + 1 / 4)),
  );
  scoresByRank.clear();
  scoresByRank.set(draws, scores);
  return scores;
}

/** How many of the sorted values from `low` to `high` are below one, or not above it, and `low`. */
function countBelow(sorted: Float64Array, value: number, orEqual: boolean, low: number, high: number): number {
  let [first, last] = [low, high];
  while (first < last) {
    const middle = (first + last) >> 1;
    const other = real(sorted, middle);
    if (other < value || (orEqual && other === value)) first = middle + 1;
    else last = middle;
  }
  return first;
}

/** Sorted values in cells of equal width, about as many as there are values: where each cell begins, so that a value is soon found. */
function cellsOf(sorted: Float64Array): { readonly start: Int32Array; readonly cell: (value: number) => number } {
  const { length } = sorted;
  const lowest = real(sorted, 0);
  const perWidth = (length - 1) / (real(sorted, length - 1) - lowest);
  const canDivide = perWidth > 0 && perWidth < Infinity;
  const cell = (value: number): number => (canDivide ? Math.floor((value - lowest) * perWidth) : 0);
  const start = new Int32Array(length + 1).fill(length);
  for (let t = length - 1; t >= 0; t -= 1) start[cell(real(sorted, t))] = t;
  for (let c = length - 1; c >= 0; c -= 1) start[c] = Math.min(whole(start, c), whole(start, c + 1));
  return { start, cell };
}

/**
 * Normal scores of the ranks in all chains together.
 * @param sorted their values
 */
function normalScores(chains: readonly Float64Array[], sorted: Float64Array): readonly Float64Array[] {
  const scores = scoresOf(sorted.length);
  const { start, cell } = cellsOf(sorted);
  return chains.map((chain) => {
    const found = new Float64Array(chain.length);
    for (let t = 0; t < chain.length; t += 1) {
      const value = real(chain, t);
      const own = cell(value);
      const first = countBelow(sorted, value, false, whole(start, own), whole(start, own + 1));
      const isTied = sorted[first + 1] === value;
      const last = isTied ? countBelow(sorted, value, true, first, whole(start, own + 1)) - 1 : first;
      found[t] = real(scores, first + last);
    }
    return found;
  });
}

type Moments = { readonly means: readonly number[]; readonly within: number; readonly total: number };

function momentsOf(chains: readonly Float64Array[]): Moments {
  const length = at(chains, 0).length;
  const means = chains.map(meanOf);
  const within = mean(chains.map((chain, index) => variance(chain, at(means, index))));
  const between = variance(Float64Array.from(means), mean(means));
  return { means, within, total: ((length - 1) / length) * within + between };
}

function rHatOf(chains: readonly Float64Array[]): number {
  const { within, total } = momentsOf(chains);
  if (within > 0) return Math.sqrt(total / within);
  return total > 0 ? Infinity : 1;
}

/** Sums over the chains of their products at a lag and at the next. */
function laggedProducts(centred: readonly Float64Array[], lag: number): readonly [number, number] {
  let own = 0;
  let next = 0;
  for (const chain of centred) {
    own += real(chain, lag) * real(chain, 0);
    for (let t = lag + 1; t < chain.length; t += 1) {
      const value = real(chain, t);
      own += value * real(chain, t - lag);
      next += value * real(chain, t - lag - 1);
    }
  }
  return [own, next];
}

/** Draws over the integrated autocorrelation time of all chains together, in pairs while these are positive, and falling. */
function effectiveDraws(chains: readonly Float64Array[]): number {
  const length = at(chains, 0).length;
  const draws = chains.length * length;
  const { means, within, total } = momentsOf(chains);
  if (!(total > 0)) return draws;
  const centred = chains.map((chain, index) => {
    const own = new Float64Array(length);
    const centre = at(means, index);
    for (let t = 0; t < length; t += 1) own[t] = real(chain, t) - centre;
    return own;
  });
  const correlation = (products: number): number => 1 - (within - products / (chains.length * (length - 1))) / total;
  let time = -1;
  let last = Infinity;
  for (let lag = 0; lag + 1 < length; lag += 2) {
    const [own, next] = laggedProducts(centred, lag);
    const pair = (lag === 0 ? 1 : correlation(own)) + correlation(next);
    if (!(pair > 0)) break;
    last = Math.min(last, pair);
    time += 2 * last;
  }
  return Math.min(draws / Math.max(time, 1 / Math.log10(draws)), draws * Math.log10(draws));
}

function isConstant(values: Float64Array): boolean {
  const first = at(values, 0);
  return values.every((value) => value === first);
}

/** Effective draws of the share below a quantile; null where all draws lie on one side. */
function effectiveBelow(chains: readonly Float64Array[], bound: number): number | null {
  const below = chains.map((chain) => {
    const own = new Float64Array(chain.length);
    for (let t = 0; t < own.length; t += 1) own[t] = real(chain, t) <= bound ? 1 : 0;
    return own;
  });
  return isConstant(join(below)) ? null : effectiveDraws(below);
}

/** Draws of a chain: of half of fewer nothing can be said. */
const fewestJudged = 4;

/**
 * Rank-normalised split R-hat, of place and of spread whichever is worse, and the effective draws of the bulk and of the 5 % tails.
 * Source: Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), Rank-normalization, folding, and localization, Bayesian Analysis 16.
 * @param chains of one length, at least 4 draws each; RangeError otherwise
 * @returns null for a figure that is the same in every draw: nothing can be said of it
 */
export function convergenceOf(chains: readonly Float64Array[]): Convergence | null {
  const length = chains[0]?.length ?? 0;
  if (length < fewestJudged || chains.some((chain) => chain.length !== length))
    throw new RangeError('Chains are as long as each other, and of four draws at least.');
  const all = join(chains);
  if (isConstant(all)) return null;
  const halves = split(chains);
  const sorted = all.slice().sort();
  const middle = quantileOfSorted(sorted, 0.5);
  // Of an odd number of draws one is in no half.
  const sortedHalves = length % 2 === 0 ? sorted : join(halves).sort();
  const scores = normalScores(halves, sortedHalves);
  const folded = normalScores(
    halves.map((chain) => distances(chain, middle)),
    sortedDistances(sortedHalves, middle),
  );
  const tails = [0.05, 0.95].flatMap((level) => effectiveBelow(halves, quantileOfSorted(sorted, level)) ?? []);
  const bulk = effectiveDraws(scores);
  return {
    rHat: Math.max(rHatOf(scores), rHatOf(folded)),
    bulk,
    tail: tails.length === 0 ? bulk : Math.min(...tails),
  };
}

function distances(values: Float64Array, from: number): Float64Array {
  const found = new Float64Array(values.length);
  for (let t = 0; t < found.length; t += 1) found[t] = Math.abs(real(values, t) - from);
  return found;
}

/** The same of sorted values, sorted. */
function sortedDistances(sorted: Float64Array, from: number): Float64Array {
  const found = new Float64Array(sorted.length);
  let above = countBelow(sorted, from, false, 0, sorted.length);
  let below = above - 1;
  for (let place = 0; place < found.length; place += 1) {
    const up = above < sorted.length ? Math.abs(real(sorted, above) - from) : Infinity;
    const down = below >= 0 ? Math.abs(real(sorted, below) - from) : Infinity;
    found[place] = Math.min(up, down);
    if (up <= down) above += 1;
    else below -= 1;
  }
  return found;
}

/** The highest R-hat and the fewest effective draws, bulk or tail, of any figure. */
export type Worst = { readonly rHat: number; readonly effective: number };

/** Of all figures of several chains. Those that never change say nothing; null where the chains are too short to be judged. */
export function worstOf(chains: readonly Figures[]): Worst | null {
  const { draws, values } = at(chains, 0);
  if (draws < fewestJudged) return null;
  let [rHat, effective] = [1, Infinity];
  for (let from = 0; from < values.length; from += draws) {
    const found = convergenceOf(chains.map((chain) => chain.values.subarray(from, from + draws)));
    if (found === null) continue;
    rHat = Math.max(rHat, found.rHat);
    effective = Math.min(effective, found.bulk, found.tail);
  }
  return { rHat, effective };
}

/** The figures of several chains in so many parts, for as many threads. */
export function partsOf(chains: readonly Figures[], parts: number): readonly (readonly Figures[])[] {
  const { draws, values } = at(chains, 0);
  const each = Math.ceil(values.length / draws / parts) * draws;
  return Array.from({ length: parts }, (_, part) =>
    chains.map((chain) => ({ draws, values: chain.values.slice(part * each, (part + 1) * each) })),
  );
}

/** Of all parts together; null where the chains are too short to be judged. */
export function worstOfParts(parts: readonly (Worst | null)[]): Worst | null {
  const found = parts.flatMap((part) => part ?? []);
  if (found.length < parts.length) return null;
  return {
    rHat: Math.max(...found.map(({ rHat }) => rHat)),
    effective: Math.min(...found.map(({ effective }) => effective)),
  };
}
