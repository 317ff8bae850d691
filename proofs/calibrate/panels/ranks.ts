import { gammaCdf } from '../../../db/estimator/distributions.ts';
import { at, sum } from '../../../db/estimator/numbers.ts';
import type { Random } from '../../../db/estimator/random.ts';

const rankBins = 10;

/** Draws kept for a rank: with 99 there are 100 ranks, ten to a bin. */
const keptDraws = 99;

/**
 * Draws taken at even distances, so that neighbours are nearly independent: the rank of the truth is uniform among independent draws only.
 * @returns 99 of them, or the largest 10 k - 1 that there are; RangeError with fewer than 9
 */
export function thinned(draws: ArrayLike<number>): number[] {
  const kept = Math.min(keptDraws, Math.floor((draws.length + 1) / rankBins) * rankBins - 1);
  if (kept < rankBins - 1) throw new RangeError('A rank needs at least 9 draws.');
  return Array.from({ length: kept }, (_, k) => at(draws, Math.floor(((k + 0.5) * draws.length) / kept)));
}

/**
 * The tenth (0 to 9) in which the truth falls among thinned draws; its place among equal draws is drawn at random, so that counts with many
 * ties (a gap of 0) have uniform ranks too. Source: Talts et al., "Validating Bayesian inference algorithms with simulation-based
 * calibration" (2018).
 */
export function rankBin(draws: ArrayLike<number>, truth: number, random: Random): number {
  const kept = thinned(draws);
  const below = kept.filter((draw) => draw < truth).length;
  const equal = kept.filter((draw) => draw === truth).length;
  const rank = below + Math.floor(random.uniform() * (equal + 1));
  return Math.floor((rank * rankBins) / (kept.length + 1));
}

/** How many panels fell in each tenth. */
export function countBins(bins: readonly number[]): number[] {
  const counts = new Array<number>(rankBins).fill(0);
  for (const bin of bins) counts[bin] = at(counts, bin) + 1;
  return counts;
}

/** Probability of a more uneven spread over the bins if all were equally likely: Pearson's chi-square, bins - 1 degrees of freedom. */
export function uniformityP(counts: readonly number[]): number {
  const expected = sum(counts) / counts.length;
  const statistic = sum(counts.map((count) => (count - expected) ** 2 / expected));
  return 1 - gammaCdf(statistic, (counts.length - 1) / 2, 0.5);
}
