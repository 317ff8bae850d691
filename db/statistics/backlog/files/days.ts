import type { CivilDate } from '#contract/ground/dates';
import { addDays, daysBetween } from '../../../ground/kernel/days.ts';

const epoch = '1970-01-01' as CivilDate;
// Ten years have 3,653 days and a million files: each day is worked out once.
const known = new Map<string, number>();

/** Days from 1970-01-01. */
export function dayNumber(day: string): number {
  const held = known.get(day);
  if (held !== undefined) return held;
  const number = daysBetween(epoch, day as CivilDate);
  known.set(day, number);
  return number;
}

export function dayOf(number: number): CivilDate {
  return addDays(epoch, number);
}
