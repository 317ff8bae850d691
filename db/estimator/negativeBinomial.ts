import { betaCdf, negativeBinomialRatio } from './distributions.ts';
import type { Random } from './random.ts';
import { sampleGamma, samplePoisson } from './samplers.ts';

/**
 * A draw from NegBin(mean, size), Var = mean + mean^2 / size, as a Poisson with a gamma mean; size Infinity is the Poisson distribution.
 * @param mean 0 or more; @param size above 0; RangeError otherwise
 */
export function sampleNegativeBinomial(random: Random, mean: number, size: number): number {
  if (!(mean >= 0) || !(size > 0))
    throw new RangeError('A negative binomial draw needs a mean of 0 or more and a size above 0.');
  if (mean === 0) return 0;
  if (size === Infinity) return samplePoisson(random, mean);
  return samplePoisson(random, sampleGamma(random, size, size / mean));
}

const rejectionTries = 6;

/** From here on the tail is inverted by its closed form: a sum would take as many steps as the files it passes. */
const largestSummed = 2000;

/** The smallest k with P(K > k) at most `level`, by bisection from `atLeast` on: P(K >= k) is an incomplete beta function. */
function quantileOfTail(mean: number, size: number, atLeast: number, level: number): number {
  const share = mean / (mean + size);
  const above = (k: number): number => betaCdf(share, k + 1, size);
  let low = atLeast;
  let high = atLeast + 1;
  while (above(high) > level) high = atLeast + 2 * (high - atLeast);
  if (above(low) <= level) return low;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (above(middle) > level) low = middle;
    else high = middle;
  }
  return high;
}

/** Exact inversion of the tail: weights relative to P(K = atLeast), summed until what is left cannot be seen. */
function drawTail(random: Random, mean: number, size: number, atLeast: number): number {
  let total = 1;
  let weight = 1;
  for (let k = atLeast; ; k += 1) {
    const ratio = negativeBinomialRatio(k, mean, size);
    weight *= ratio;
    if (ratio < 1 && weight < 1e-14 * total * (1 - ratio)) break;
    total += weight;
  }
  let rest = random.uniform() * total;
  weight = 1;
  let k = atLeast;
  while (rest > weight && weight > 0) {
    rest -= weight;
    weight *= negativeBinomialRatio(k, mean, size);
    k += 1;
  }
  return k;
}

/**
 * A draw from NegBin(mean, size) given that it is at least `atLeast`: the capacity of a month in which the unit ran out of work.
 * Rejection first where the bound is below the mean, exact inversion of the tail otherwise. With mean 0 the answer is the bound itself.
 * @param atLeast whole number, 0 or more
 */
export function sampleNegativeBinomialAtLeast(random: Random, mean: number, size: number, atLeast: number): number {
  if (!Number.isInteger(atLeast) || atLeast < 0)
    throw new RangeError('The bound of a truncated draw is a whole number, 0 or more.');
  if (mean === 0) return atLeast;
  for (let attempt = 0; attempt < rejectionTries && atLeast <= mean; attempt += 1) {
    const k = sampleNegativeBinomial(random, mean, size);
    if (k >= atLeast) return k;
  }
  const survival = atLeast > largestSummed && size < Infinity ? betaCdf(mean / (mean + size), atLeast, size) : 0;
  if (survival > 0) return quantileOfTail(mean, size, atLeast, survival * random.uniform());
  return drawTail(random, mean, size, atLeast);
}
