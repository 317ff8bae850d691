import { civilDate, type CivilDate } from '#contract/ground/dates';
import type { ImportMapping } from '#contract/intake/imports';
import type { Reader } from './types.ts';

export type DateOrder = ImportMapping['dateOrder'];

// An instant is cut to the day that it names; what follows the day must look like a time.
const time = String.raw`(?:(?:T|,?\s+)\d{1,2}\s?[:hH.]\s?\d{2}.{0,24})?`;
const yearFirst = new RegExp(String.raw`^(?<year>\d{4})(?<mark>[-/. ]?)(?<month>\d\d?)\k<mark>(?<day>\d\d?)${time}$`);
const dayFirst = new RegExp(String.raw`^(?<day>\d\d?)(?<mark>[-/. ])(?<month>\d\d?)\k<mark>(?<year>\d{4})${time}$`);
const monthFirst = new RegExp(String.raw`^(?<month>\d\d?)(?<mark>[-/. ])(?<day>\d\d?)\k<mark>(?<year>\d{4})${time}$`);
const lastYear = { year_first: null, day_first: dayFirst, month_first: monthFirst } as const satisfies Record<
  DateOrder,
  RegExp | null
>;

const two = (digits = ''): string => digits.padStart(2, '0');

/**
 * Reads one written date, or null where it is none: 31 February, a two-digit year (a century is never guessed), words.
 * A date that begins with a four-digit year can be read in one way only, so it is accepted under every order.
 */
export function readDate(text: string, order: DateOrder): CivilDate | null {
  const trimmed = text.trim();
  const parts = (yearFirst.exec(trimmed) ?? lastYear[order]?.exec(trimmed))?.groups;
  if (!parts) return null;
  // Without marks only eight digits say where the month ends.
  if (parts.mark === '' && !/^\d{8}(?!\d)/.test(trimmed)) return null;
  const parsed = civilDate.safeParse([parts.year, two(parts.month), two(parts.day)].join('-'));
  return parsed.success ? parsed.data : null;
}

/** The order under which the most samples are real dates; where they agree with both, the day comes first. */
export function guessDateOrder(samples: readonly string[]): DateOrder {
  const written = samples.filter((each) => each.trim() !== '');
  const readable = (order: DateOrder): number => written.filter((each) => readDate(each, order)).length;
  const [plain, day, month] = [readable('year_first'), readable('day_first'), readable('month_first')];
  if (plain >= day && plain >= month) return 'year_first';
  return month > day ? 'month_first' : 'day_first';
}

/** No unit received a referral of the Internet before; a year such as 1919 is a slip. */
const earliest = '1990-01-01';

/** The day of a receipt, where one can have been then. */
export function possibleDay(on: CivilDate, today: CivilDate, { refuse }: Pick<Reader, 'refuse'>): CivilDate | null {
  if (on < earliest) return refuse('date_too_early');
  return on > today ? refuse('date_in_future') : on;
}
