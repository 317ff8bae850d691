import { at } from '../numbers.ts';
import type { Estimate } from './groupTime.ts';

/** Error of an estimate where cohorts have few units, and the degrees of freedom that it leaves. */
export type SmallError = { readonly standardError: number; readonly degreesOfFreedom: number };

/** Units of each group, by its cohort. */
function groupSizes(cohorts: readonly number[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const cohort of cohorts) sizes.set(cohort, (sizes.get(cohort) ?? 0) + 1);
  return sizes;
}

/** What is free in a group. A cohort of one among controls pooled with others: its distance from their mean is all that is known of it. */
function freeOf(units: number): number {
  return Math.max(1, units - 1);
}

/** Influence of each unit, scaled so that its squares add up as for `smallError`. */
export function freedInfluence({ influence }: Estimate, cohorts: readonly number[]): Float64Array {
  const sizes = groupSizes(cohorts);
  return influence.map((value, unit) => {
    const units = sizes.get(at(cohorts, unit)) ?? 1;
    return value * Math.sqrt(units / freeOf(units));
  });
}

/**
 * Standard error from influence functions with each cohort's variance divided by its units less one, and Satterthwaite's degrees of freedom.
 * Null where one of the groups compared is a single unit: nothing says how far it moves by chance.
 * Source: Welch, Biometrika 34 (1947).
 * @param cohorts of the panel's units, as the influence is
 */
export function smallError(estimate: Estimate, cohorts: readonly number[]): SmallError | null {
  if (estimate.alone === true) return null;
  const squares = new Map<number, number>();
  freedInfluence(estimate, cohorts).forEach((value, unit) => {
    const cohort = at(cohorts, unit);
    squares.set(cohort, (squares.get(cohort) ?? 0) + value * value);
  });
  const sizes = groupSizes(cohorts);
  let [variance, spread] = [0, 0];
  for (const [cohort, square] of squares) {
    const own = square / cohorts.length ** 2;
    variance += own;
    spread += (own * own) / freeOf(sizes.get(cohort) ?? 1);
  }
  if (variance === 0) return null;
  return { standardError: Math.sqrt(variance), degreesOfFreedom: (variance * variance) / spread };
}
