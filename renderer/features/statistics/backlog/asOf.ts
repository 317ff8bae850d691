import { addMonths, lastDayOf, type CivilDate, type Month } from '#contract/ground/dates';

/** Today, or the last day of a month that is over; latest first. */
export function asOfChoices(last: Month, span: number, today: CivilDate): readonly CivilDate[] {
  const ends = Array.from({ length: span }, (_, index) => lastDayOf(addMonths(last, -index)));
  return [today, ...ends.filter((day) => day < today)];
}

/** The day that was chosen, where it can still be; else today. */
export function asOfWithin(chosen: CivilDate | null, choices: readonly CivilDate[], today: CivilDate): CivilDate {
  return chosen !== null && choices.includes(chosen) ? chosen : today;
}
