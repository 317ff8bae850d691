import { betaCdf } from '../distributions.ts';
import { at } from '../numbers.ts';
import type { Estimate } from './groupTime.ts';

/** Error of an estimate where cohorts have few units, and the degrees of freedom that it leaves. */
export type SmallError = { readonly standardError: number; readonly degreesOfFreedom: number };

/**
 * Standard error from influence functions with each cohort's variance divided by its units less one, and Satterthwaite's degrees of freedom.
 * Null where one of the groups compared is a single unit: nothing says how far it moves by chance.
 * Source: Welch, Biometrika 34 (1947).
 * @param cohorts of the panel's units, as the influence is
 */
export function smallError({ influence, alone }: Estimate, cohorts: readonly number[]): SmallError | null {
  if (alone === true) return null;
  const groups = new Map<number, { units: number; square: number }>();
  cohorts.forEach((cohort, unit) => {
    const value = at(influence, unit);
    const group = groups.get(cohort) ?? { units: 0, square: 0 };
    groups.set(cohort, { units: group.units + 1, square: group.square + value * value });
  });
  let [variance, spread] = [0, 0];
  for (const { units, square } of groups.values()) {
    if (square === 0) continue;
    // A cohort of one among controls pooled with others: its distance from their mean is all that is known of it.
    const free = Math.max(1, units - 1);
    const own = (square * units) / free / influence.length ** 2;
    variance += own;
    spread += (own * own) / free;
  }
  if (variance === 0) return null;
  return { standardError: Math.sqrt(variance), degreesOfFreedom: (variance * variance) / spread };
}

/** P(|T| > t) of Student's law. */
export function studentTail(t: number, degreesOfFreedom: number): number {
  return betaCdf(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
}

/** The t with P(|T| > t) = tail, by bisection; 0 < tail < 1. */
export function studentQuantile(tail: number, degreesOfFreedom: number): number {
  let [low, high] = [0, 2];
  while (studentTail(high, degreesOfFreedom) > tail && high < 1e9) high *= 2;
  for (let step = 0; step < 100 && high - low > 1e-12 * high; step += 1) {
    const middle = (low + high) / 2;
    if (studentTail(middle, degreesOfFreedom) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
