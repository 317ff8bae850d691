import { nowFrom } from '#contract/ground/clock';
import type { CivilDate } from '#contract/ground/dates';
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

export function fixedClock(day: CivilDate, start = Date.parse(`${day}T12:00:00Z`)): Clock {
  let now = start;
  return { now: () => now++, today: () => day };
}

/** The computer's clock, or one that was set, as `nowFrom` has it. */
export function clockFrom(given?: string): Clock {
  const now = nowFrom(given);
  return { now, today: () => dayOf(now()), steady: () => performance.now() };
}

export const systemClock = clockFrom();

/** The clock of a program that lies in a folder: `VIGIE_TODAY` moves it, except in a package. */
export function clockOf(folder: string): Clock {
  return folder.includes('app.asar') ? systemClock : clockFrom(process.env['VIGIE_TODAY']);
}
