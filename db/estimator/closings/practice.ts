import { at, mean } from '../numbers.ts';
import type { ClosingMonth } from './months.ts';
import type { ClosingRates } from './rates.ts';

/** One month may not say more than this many deviations: a clean-up is no change of practice. */
const mostOfMonth = 3;

/** The statistic is passed by chance in one unit of a thousand. Source: Kolmogorov's distribution, 2 exp(-2 x^2). */
const passed = Math.sqrt(-Math.log(0.001 / 2) / 2);

/**
 * The month from which on closings without investigation follow other rates than before; null where nothing says so. Deviations from what the
 * rates expect are summed up from the first month on: under one practice the sum goes out and back as chance does.
 * Source: CUSUM of Ploberger and Kraemer (1992), Econometrica 60, with the residuals limited.
 */
export function practiceChange<T extends ClosingMonth>(months: readonly T[], rates: ClosingRates): T | null {
  if (months.length === 0) return null;
  const deviations = months.map(({ left, inflow, work, queue }) => {
    const expected = rates.inflow * inflow + rates.work * work + rates.queue * queue;
    const deviation = Math.sqrt(expected + (expected * expected) / rates.size);
    return deviation > 0 ? Math.max(-mostOfMonth, Math.min(mostOfMonth, (left - expected) / deviation)) : 0;
  });
  const centre = mean(deviations);
  let [sum, farthest, place] = [0, 0, 0];
  deviations.forEach((deviation, t) => {
    sum += deviation - centre;
    if (Math.abs(sum) <= farthest) return;
    [farthest, place] = [Math.abs(sum), t + 1];
  });
  return farthest / Math.sqrt(months.length) > passed ? at(months, Math.min(place, months.length - 1)) : null;
}
