import { civilDate, type CivilDate } from '#contract/ground/dates';
import { dayOf } from './days.ts';

/** Time comes from here only, so that tests and the demonstration can set it. */
export interface Clock {
  /** UTC milliseconds. */
  readonly now: () => number;
  /** The calendar day where the user sits. */
  readonly today: () => CivilDate;
  /** Milliseconds that nobody can set, from any start; absent: whether the clock is moved meanwhile cannot be seen. */
  readonly steady?: () => number;
  /** Of a demonstration: the last time of its own day, which it never passes. */
  readonly latest?: number;
}

const steady = (): number => performance.now();

export const systemClock: Clock = {
  now: () => Date.now(),
  today: () => dayOf(Date.now()),
  steady,
};

export function fixedClock(day: CivilDate, start = Date.parse(`${day}T12:00:00Z`)): Clock {
  let now = start;
  return { now: () => now++, today: () => day };
}

/** The system's clock, or one that was set to a day by a test; only a build that is not packaged hands a day on. */
export function clockFrom(day: string | undefined): Clock {
  const set = civilDate.safeParse(day);
  if (!set.success) return systemClock;
  const ahead = Date.parse(`${set.data}T12:00:00Z`) - Date.now();
  return { now: () => Date.now() + ahead, today: () => set.data, steady };
}
