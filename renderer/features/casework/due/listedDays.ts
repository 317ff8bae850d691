import { civilDate, type CivilDate } from '#contract/ground/dates';
import { dayOrTyped } from '../../../lib/readDay.ts';

const isDay = (text: string): boolean => civilDate.safeParse(text).success;

/** A line is one day in any form that a date field takes, or several in the plain one. */
export function listedDays(typed: string, now: CivilDate): readonly string[] {
  return typed
    .split(/[\n;]/)
    .flatMap((line) => {
      const day = dayOrTyped(line.trim(), now, 'ahead');
      const parts = line.split(/[\s,]+/);
      return !isDay(day) && parts.some(isDay) ? parts : [day];
    })
    .filter((day) => day !== '');
}
