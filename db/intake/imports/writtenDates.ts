import { civilDate, type CivilDate, type DatePrecision } from '#contract/ground/dates';
import type { ColumnOrder } from '#contract/intake/imports';
import { bare, monthNamed, repaired, withoutWords, type Exactness } from './dateText.ts';

/** A date as a register writes it: one day, or the first and last day that a year or a month leaves open. */
export interface WrittenDate {
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Null for one day. */
  readonly precision: DatePrecision | null;
  /** Another order of day and month would give another real day. */
  readonly isAmbiguous: boolean;
}

const two = (part: number): string => String(part).padStart(2, '0');

function dayOf(year: number, month: number, day: number): CivilDate | null {
  const parsed = civilDate.safeParse(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
  return parsed.success ? parsed.data : null;
}

const exactly = (day: CivilDate | null, isAmbiguous = false): WrittenDate | null =>
  day === null ? null : { from: day, to: day, precision: null, isAmbiguous };

/** A register is of this century or the end of the last one: a year of two digits that lies ahead is of the last. */
function fullYear(digits: string, today: CivilDate): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  const thisYear = Number(today.slice(0, 4));
  const century = thisYear - (thisYear % 100);
  return century + year > thisYear ? century - 100 + year : century + year;
}

const yearFirst = /^(\d{4})([-/. ]?)(\d\d?)\2(\d\d?)$/;
const numbers = /^(\d\d?)\s?([-/. ])\s?(\d\d?)\s?\2\s?(\d{4}|\d{2})$/;
const dayThenName =
  /^(\d\d?)(?:er|st|nd|rd|th|e)?[\s.\-/]*(?:de\s+|of\s+)?(\p{L}+)\.?[\s,.\-/]*(?:de\s+)?'?(\d{4}|\d{2})$/u;
const nameThenDay = /^(\p{L}+)\.?[\s\-/]*(\d\d?)(?:er|st|nd|rd|th)?[\s,\-/]+'?(\d{4}|\d{2})$/u;
const yearThenName = /^(\d{4})[\s\-/]+(\p{L}+)\.?[\s\-/]+(\d\d?)$/u;
const serial = /^(\d{5})(?:[.,]\d+)?$/;
const monthAndYear = /^(?:(\p{L}+)\.?,?[\s\-/]*(\d{4})|(\d{4})[-/](\d\d?)|(\d\d?)[-/](\d{4}))$/u;
const yearAlone =
  /^(?:(?:vers|env(?:iron)?\.?|ca?\.|circa|about|en|in|annee|année|year|~)\s*)?((?:19|20)\d{2})\s*(?:\?|\(\?\)|env\.?)?$/i;

/** The parts of a match, without what the pattern left out. */
const partsOf = (pattern: RegExp, text: string): readonly string[] | null =>
  pattern
    .exec(text)
    ?.slice(1)
    .map((part: string | undefined) => part ?? '') ?? null;

function readingsOf([first = '', , second = '', last = '']: readonly string[], today: CivilDate) {
  const [a, b, year] = [Number(first), Number(second), fullYear(last, today)];
  return {
    day_first: dayOf(year, b, a),
    month_first: dayOf(year, a, b),
    year_first_short: last.length === 2 ? dayOf(fullYear(first, today), b, Number(last)) : null,
  } as const satisfies Record<ColumnOrder, CivilDate | null>;
}

function ofNumbers(text: string, order: ColumnOrder, today: CivilDate): WrittenDate | null {
  const parts = partsOf(numbers, text);
  if (parts === null) return null;
  const readings = readingsOf(parts, today);
  const [chosen = null] = ([order, 'day_first', 'month_first'] as const)
    .map((each) => readings[each])
    .filter((day) => day !== null);
  const real = new Set([readings.day_first, readings.month_first].filter((day) => day !== null));
  return exactly(chosen, real.size > 1);
}

function ofNames(text: string, today: CivilDate): CivilDate | null {
  const dayFirst = partsOf(dayThenName, text);
  if (dayFirst !== null) return named(dayFirst[2], dayFirst[1], dayFirst[0], today);
  const nameFirst = partsOf(nameThenDay, text);
  if (nameFirst !== null) return named(nameFirst[2], nameFirst[0], nameFirst[1], today);
  const fullYearFirst = partsOf(yearThenName, text);
  return fullYearFirst === null ? null : named(fullYearFirst[0], fullYearFirst[1], fullYearFirst[2], today);
}

function named(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  today: CivilDate,
): CivilDate | null {
  return dayOf(fullYear(year ?? '', today), monthNamed(month ?? ''), Number(day));
}

function wholeMonth(year: number, month: number): WrittenDate | null {
  const from = dayOf(year, month, 1);
  const to = from === null ? null : dayOf(year, month, new Date(Date.UTC(year, month, 0)).getUTCDate());
  return from === null || to === null ? null : { from, to, precision: 'month', isAmbiguous: false };
}

/** "Early March 2022", "fin mars 2022": some day of that month. */
const partOf = /^(?:early|late|mid|end(?: of)?|start of|beginning of|fin|debut|début|mi)[\s-]+(?:de\s+|d['’])?/i;

/** A month or a year alone: any of its days. */
function ofInterval(written: string): WrittenDate | null {
  const text = written.replace(partOf, '');
  const [, name, nameYear, year, month, lastMonth, lastYear] = monthAndYear.exec(text) ?? [];
  if (name !== undefined) return wholeMonth(Number(nameYear), monthNamed(name));
  if (year !== undefined) return wholeMonth(Number(year), Number(month));
  if (lastYear !== undefined) return wholeMonth(Number(lastYear), Number(lastMonth));
  const [, alone] = yearAlone.exec(text) ?? [];
  const from = alone === undefined ? null : dayOf(Number(alone), 1, 1);
  const to = alone === undefined ? null : dayOf(Number(alone), 12, 31);
  return from === null || to === null ? null : { from, to, precision: 'year', isAmbiguous: false };
}

function ofSerial(text: string, serialDay: (text: string) => string | null): CivilDate | null {
  const [, days] = serial.exec(text) ?? [];
  const day = days === undefined ? null : serialDay(days);
  const parsed = civilDate.safeParse(day);
  // A count of days before 1954 or after 2064 is a number of something else.
  return parsed.success && parsed.data > '1954' && parsed.data < '2064' ? parsed.data : null;
}

export interface DateColumn {
  /** How day and month follow each other where nothing else says it. */
  readonly order: ColumnOrder;
  readonly serialDay: (text: string) => string | null;
  readonly today: CivilDate;
  /** Nothing else is written in the column, so that words beside a day are none of another fact. */
  readonly isAlone?: boolean;
}

function readBare(rest: string, { order, serialDay, today }: DateColumn): WrittenDate | null {
  const [, year, mark, month, day] = yearFirst.exec(rest) ?? [];
  if (year !== undefined && (mark !== '' || /^\d{8}$/.test(rest)))
    return exactly(dayOf(Number(year), Number(month), Number(day)));
  return (
    ofNumbers(rest, order, today) ??
    exactly(ofNames(rest, today)) ??
    exactly(ofSerial(rest, serialDay)) ??
    ofInterval(rest)
  );
}

/**
 * Reads what a person wrote as a date: numbers in any order that is real, two-digit years, names of months in English or French with
 * or without a dot, a spreadsheet's count of days, with or without a time or words beside it; a month or a year alone is an interval.
 */
export function readWritten(text: string, column: DateColumn): WrittenDate | null {
  const read = readMeant(text, column);
  if (read !== null || !column.isAlone) return read;
  const alone = withoutWords(text, (part) => exactnessOf(readMeant(part, column)));
  return alone === text ? null : readMeant(alone, column);
}

export function exactnessOf(date: WrittenDate | null): Exactness {
  if (date === null) return 'none';
  if (date.precision === null) return 'day';
  return date.precision === 'month' ? 'month' : 'year';
}

function readMeant(text: string, column: DateColumn): WrittenDate | null {
  const rest = bare(text);
  const read = readBare(rest, column);
  const meant = read === null ? repaired(rest) : rest;
  return meant === rest ? read : readBare(meant, column);
}

const dayAndMonth =
  /^(?:\d{1,2}(?:er|st|nd|rd|th)?[\s-]*\p{L}{3,}\.?|\p{L}{3,}\.?[\s-]*\d{1,2}(?:st|nd|rd|th)?|\d{1,2}([-/.])\d{1,2})$/u;

/** A day and a month alone, with a year after them; null where it is anything else. */
export function writtenInYear(text: string, year: number, { isAlone }: DateColumn): string | null {
  const isDayAndMonth = (part: string): boolean => dayAndMonth.test(bare(part));
  const rest = bare(
    isAlone && !isDayAndMonth(text) ? withoutWords(text, (part) => (isDayAndMonth(part) ? 'day' : 'none')) : text,
  );
  const [whole, mark = ' '] = dayAndMonth.exec(rest) ?? [];
  return whole === undefined ? null : `${rest}${mark}${String(year).padStart(4, '0')}`;
}

/** A day and a month alone as a day of a year; null where it is anything else. */
export function readInYear(text: string, year: number, column: DateColumn): WrittenDate | null {
  const whole = writtenInYear(text, year, column);
  return whole === null ? null : readBare(whole, column);
}

/** Whether day and month are both written in digits, so that their order must be known. */
export const isOrdered = (text: string): boolean => numbers.test(bare(text)) || /^\d\d?[-/.]\d\d?$/.test(bare(text));

export interface ColumnDates {
  readonly order: ColumnOrder;
  /** Some date is read by that order. */
  readonly isOrdered: boolean;
  /** Some date of the column can be read in one order only, and none contradicts it. */
  readonly isEvident: boolean;
  /** Dates that another order would read otherwise. */
  readonly ambiguous: number;
}

/** A year of two digits is written first where read last it would lie far from the others. */
function shortYearFirst(shorts: readonly (readonly [number, number, number])[], thisYear: number): boolean {
  const isYear = (part: number): boolean => part <= thisYear % 100;
  const first = shorts.filter(([a, b, c]) => isYear(a) && b >= 1 && b <= 12 && c >= 1 && c <= 31).length;
  const last = shorts.filter(([a, b, c]) => isYear(c) && ((a <= 31 && b <= 12) || (a <= 12 && b <= 31))).length;
  return first > last;
}

/** What one date says of the order of its numbers; null where it says nothing. */
function evidenceOf(a: number, b: number): 'day_first' | 'month_first' | 'ambiguous' | null {
  if (a > 12) return b > 12 ? null : 'day_first';
  if (b > 12) return 'month_first';
  return a === b ? null : 'ambiguous';
}

interface Evidence {
  readonly day_first: number;
  readonly month_first: number;
  readonly ambiguous: number;
}

function shownBy(
  { day_first: byDay, month_first: byMonth, ambiguous }: Evidence,
  otherwise: ColumnOrder,
): Omit<ColumnDates, 'isOrdered'> {
  const isByMonth = byMonth === byDay ? otherwise === 'month_first' : byMonth > byDay;
  return { order: isByMonth ? 'month_first' : 'day_first', isEvident: byDay > 0 !== byMonth > 0, ambiguous };
}

/** What the dates of a column say of their own order: a day above 12 anywhere decides it, and the order asked for where nothing does. */
export function orderOf(
  texts: Iterable<readonly [text: string, count: number]>,
  { today, order }: Pick<DateColumn, 'today' | 'order'>,
): ColumnDates {
  const counts = { day_first: 0, month_first: 0, ambiguous: 0 };
  const shorts: [number, number, number][] = [];
  let isOrdered = false;
  for (const [text, count] of texts) {
    const [first = '', , second = '', last = ''] = partsOf(numbers, bare(text)) ?? [];
    if (first === '') continue;
    isOrdered = true;
    const [a, b] = [Number(first), Number(second)];
    if (last.length === 2) shorts.push([a, b, Number(last)]);
    const evidence = evidenceOf(a, b);
    if (evidence !== null) counts[evidence] += count;
  }
  if (shortYearFirst(shorts, Number(today.slice(0, 4))))
    return { order: 'year_first_short', isOrdered, isEvident: true, ambiguous: 0 };
  return { ...shownBy(counts, order), isOrdered };
}
