import type { ClockUrgency } from '#contract/casework/clocks';
import type { CivilDate } from '#contract/ground/dates';
import { addDays, daysBetween } from '../../ground/kernel/days.ts';
import { lastOpenDay, type ClosedDays } from './civil.ts';

const shortest = 21;
const ofShort = [10, 5, 2];
const ofLong = [30, 14, 7];

export interface Reminder {
  readonly daysBefore: number;
  readonly on: CivilDate;
}

/**
 * 10, 5 and 2 days before the end of a clock of at most 21 days, 30, 14 and 7 before a longer one, on an open day. One that
 * would lie before the start comes on it: what begins near its end is urgent at once.
 */
export function remindersOf(start: CivilDate, due: CivilDate, closed: ClosedDays): readonly Reminder[] {
  const reminders = (daysBetween(start, due) <= shortest ? ofShort : ofLong)
    .map((daysBefore) => ({ daysBefore, on: lastOpenDay(addDays(due, -daysBefore), closed) }))
    .map(({ daysBefore, on }) => ({ daysBefore, on: on < start ? start : on }))
    .filter(({ on }) => on < due);
  // Of several on one day only the last is kept.
  return reminders.filter(({ on }, index) => on !== reminders[index + 1]?.on);
}

export function urgencyOf(due: CivilDate, reminders: readonly Reminder[], today: CivilDate): ClockUrgency {
  if (today > due) return 'overdue';
  if (today === due) return 'today';
  return reminders.some(({ on }) => today >= on) ? 'reminder' : 'ahead';
}
