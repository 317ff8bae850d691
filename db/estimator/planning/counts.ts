import { normalQuantile } from '../distributions.ts';

/**
 * Counts as functions of a uniform number: the same number under another mean gives the neighbouring count, so that two plans differ by what is
 * planned and not by luck, and a bisection over staff is of a monotone function.
 */

/** Chances that luck is drawn from: equally likely, so many that a thousand draws do not see the steps, and few enough for the processor's cache. */
export const chances = 16_384;

/** The chance with a number from 0 to `chances` - 1: the middle of its step. */
export function chanceOf(number: number): number {
  return (number + 0.5) / chances;
}

/** Normal quantile of each chance: a look into a table takes a tenth of the time. */
export const normalOfChance = Float64Array.from({ length: chances }, (_, number) => normalQuantile(chanceOf(number)));

/** From this mean on a count is read from its Cornish-Fisher expansion, which is then right to about a tenth of a file. */
const expandedFrom = 8;

/**
 * The u-quantile of Poisson(mean): by inversion for a small mean, by the Cornish-Fisher expansion from there.
 * @param mean 0 or more; @param u between 0 and 1, neither of them; @param z its normal quantile, which many calls share
 */
export function poissonQuantile(mean: number, u: number, z: number): number {
  if (mean >= expandedFrom) {
    const root = Math.sqrt(mean);
    const k = Math.floor(mean + root * z + (z * z - 1) / 6 + (z - z * z * z) / (72 * root) + 0.5);
    return k > 0 ? k : 0;
  }
  let term = Math.exp(-mean);
  let rest = u;
  let k = 0;
  while (rest > term && k < 100) {
    rest -= term;
    k += 1;
    term *= mean / k;
  }
  return k;
}

/**
 * A factor from Gamma(shape, shape), mean 1, for a standard normal z: what turns a Poisson count into a negative binomial one.
 * Source: Wilson and Hilferty (1931).
 * @param spread of `gammaSpread`; @returns 0 or more
 */
export function gammaFactor(spread: number, z: number): number {
  const root = 1 - spread * spread + spread * z;
  return root > 0 ? root * root * root : 0;
}

/** @param shape above 0 */
export function gammaSpread(shape: number): number {
  return 1 / (3 * Math.sqrt(shape));
}
