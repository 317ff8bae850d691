import { at } from './numbers.ts';

/**
 * Share of a full investigator's work that a new one gives k months after the month of hiring: min(1, start + (1 - start) k / length).
 * Source: Vigie method note, section 2.1.
 * @param length months until full productivity, above 0; @param start share in the month of hiring, 0 to 1
 */
export function rampShare(k: number, length: number, start: number): number {
  return Math.min(1, start + ((1 - start) * k) / length);
}

/**
 * Funded FTE weighted by experience, for each month: hires (rises of the series) enter by `rampShare`, leavers (falls) are taken out at full
 * weight, and a month is never below zero. The first month's staff count as hired in it.
 * Source: Vigie method note, section 2.1.
 * @param funded FTE in post by month, 0 or more; @returns FTE by month, same length
 */
export function rampedFte(funded: readonly number[], length: number, start: number): number[] {
  if (!(length > 0)) throw new RangeError('A ramp lasts longer than 0 months.');
  const changes = funded.map((value, t) => value - (t === 0 ? 0 : at(funded, t - 1)));
  return funded.map((_, t) => {
    let total = 0;
    for (let from = 0; from <= t; from += 1) {
      const change = at(changes, from);
      total += change > 0 ? change * rampShare(t - from, length, start) : change;
    }
    return Math.max(0, total);
  });
}
