import { gammaCdf, gammaQuantile } from '../distributions.ts';
import type { Random } from '../random.ts';
import { sampleGamma } from '../samplers.ts';

const rejectionTries = 20;

/**
 * A draw of 1 / s^2 ~ Gamma(shape, rate) given s < `highestSd`: by rejection, and where that keeps failing by inverting the distribution
 * of the tail, so that a bound far out in it costs no more.
 * @param highestSd above 0; Infinity = no bound
 */
export function samplePrecision(random: Random, shape: number, rate: number, highestSd: number): number {
  const lowest = highestSd ** -2;
  for (let tried = 0; tried < rejectionTries; tried += 1) {
    const precision = sampleGamma(random, shape, rate);
    if (precision > lowest) return precision;
  }
  const below = gammaCdf(lowest, shape, rate);
  const level = below + (1 - below) * random.uniform();
  return level < 1 ? Math.max(lowest, gammaQuantile(level, shape, rate)) : lowest;
}
