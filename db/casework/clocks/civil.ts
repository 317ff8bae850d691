import { addMonths as addCalendarMonths } from 'date-fns/addMonths';
import { formatISO } from 'date-fns/formatISO';
import { isWeekend } from 'date-fns/isWeekend';
import { parseISO } from 'date-fns/parseISO';
import type { CivilDate } from '#contract/ground/dates';
import { addDays } from '../../ground/kernel/days.ts';

/** Days on which registries and courts are closed. They move no date; they only make one act earlier. */
export type ClosedDays = ReadonlySet<string>;

/** Months as the Interpretation Act, s. 28 counts them: the same calendar number, or the last day of a month without it. */
export function addMonths(day: CivilDate, count: number): CivilDate {
  return formatISO(addCalendarMonths(parseISO(day), count), { representation: 'date' }) as CivilDate;
}

/** The first day that leaves `count` clear days after `day`: neither end is counted (Interpretation Act, s. 27(1)). */
export function afterClearDays(day: CivilDate, count: number): CivilDate {
  return addDays(day, count + 1);
}

/** On weekends and the days that the workspace has set. */
export function isClosed(day: CivilDate, closed: ClosedDays): boolean {
  return isWeekend(parseISO(day)) || closed.has(day);
}

/** The day itself where it is open, or else the last open day before it. */
export function lastOpenDay(day: CivilDate, closed: ClosedDays): CivilDate {
  let open = day;
  while (isClosed(open, closed)) open = addDays(open, -1);
  return open;
}
