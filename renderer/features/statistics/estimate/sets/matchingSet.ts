import type { Assumptions } from '#contract/statistics/assumptions';
import type { AssumptionSet } from '#contract/statistics/laboratory';

function areEqual(one: Assumptions, other: Assumptions): boolean {
  const names = Object.keys({ ...one, ...other }) as (keyof Assumptions)[];
  return names.every((name) => one[name] === other[name]);
}

/** The set that these assumptions are, the first by name where several are alike; null where none is. */
export function matchingSet(assumptions: Assumptions, sets: readonly AssumptionSet[]): AssumptionSet | null {
  return sets.find((set) => areEqual(set.assumptions, assumptions)) ?? null;
}
