import { formatISO } from 'date-fns/formatISO';
import type { CivilDate } from '#contract/ground/dates';

const dayLength = 86_400_000;

function toDays(day: CivilDate): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / dayLength;
}

/** The calendar day of an instant where the user sits. */
export function dayOf(instant: number): CivilDate {
  return formatISO(instant, { representation: 'date' }) as CivilDate;
}

/** Civil days have no zone: counted in UTC they never meet a change of clock. */
export function addDays(day: CivilDate, count: number): CivilDate {
  return new Date((toDays(day) + count) * dayLength).toISOString().slice(0, 10) as CivilDate;
}

export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDays(to) - toDays(from);
}

/** The Monday of the week that a day is in. The first day of 1970 was a Thursday. */
export function mondayOf(day: CivilDate): CivilDate {
  return addDays(day, -((toDays(day) + 3) % 7));
}
