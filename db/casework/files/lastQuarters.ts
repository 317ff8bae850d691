import {
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  quarterMonths,
  quarterOf,
  type CivilDate,
  type Quarter,
} from '#contract/ground/dates';

export interface DatedQuarter {
  readonly quarter: Quarter;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Two years, by which a quarter is compared with the same one of the year before. */
const shown = 8;

export function datedQuarter(quarter: Quarter): DatedQuarter {
  const [first, , last] = quarterMonths(quarter);
  return { quarter, from: firstDayOf(first), to: lastDayOf(last) };
}

/** The quarters up to that of a day, oldest first. */
export function lastQuarters(day: CivilDate): readonly DatedQuarter[] {
  return Array.from({ length: shown }, (_, index) => {
    const month = addMonths(monthOf(day), 3 * (index + 1 - shown));
    return datedQuarter(quarterOf(month));
  });
}
