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
