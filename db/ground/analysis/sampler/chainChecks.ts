import { at, mean } from '../numbers.ts';

function autocovariance(values: Float64Array, centre: number, lag: number): number {
  let total = 0;
  for (let t = 0; t + lag < values.length; t += 1) total += (at(values, t) - centre) * (at(values, t + lag) - centre);
  return total / values.length;
}

/**
 * Effective sample size of a chain: its length over the integrated autocorrelation time, summed in pairs while these are positive and
 * falling. Source: Geyer (1992), Practical Markov chain Monte Carlo, Statistical Science 7, initial monotone sequence.
 * @param values draws in the order of the chain; @returns 0 for a chain that never moved
 */
export function effectiveSampleSize(values: Float64Array): number {
  const centre = mean(values);
  const variance = autocovariance(values, centre, 0);
  if (!(variance > 0)) return 0;
  let time = -1;
  let last = Infinity;
  for (let lag = 0; lag + 1 < values.length; lag += 2) {
    const pair = (autocovariance(values, centre, lag) + autocovariance(values, centre, lag + 1)) / variance;
    if (pair <= 0) break;
    last = Math.min(last, pair);
    time += 2 * last;
  }
  return values.length / Math.max(time, 1 / values.length);
}

/**
 * Split R-hat: spread between the two halves of a chain against the spread within; near 1 where they agree.
 * Source: Gelman et al. (2013), Bayesian Data Analysis, 11.4.
 */
export function splitRHat(values: Float64Array): number {
  const half = Math.floor(values.length / 2);
  const parts = [values.subarray(0, half), values.subarray(values.length - half)];
  const means = parts.map((part) => mean(part));
  const within = mean(
    parts.map((part, index) => (autocovariance(part, at(means, index), 0) * half) / Math.max(1, half - 1)),
  );
  if (!(within > 0)) return 1;
  const between = (half * (at(means, 0) - at(means, 1)) ** 2) / 2;
  return Math.sqrt((half - 1) / half + between / half / within);
}
