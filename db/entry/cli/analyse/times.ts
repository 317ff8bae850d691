import { civilDate, lastDayOf, monthOf, type CivilDate } from '#contract/ground/dates';
import { at } from '../../../estimator/numbers.ts';
import { InputFailure } from '../outcome.ts';
import { lineOf, numberIn, textsOf, type Table } from './method.ts';

const month = /^(?<year>\d{4})-(?<number>0[1-9]|1[0-2])$/;

type Form = 'month' | 'number' | 'date' | 'other';

/** A month as its number since year 0, a number as it is, a date in days; NaN for what is none of these. */
export type PlacedTime = { readonly text: string; readonly place: number; readonly form: Form };

const dayInMilliseconds = 86_400_000;

export function placedTime(given: string): PlacedTime {
  const text = given.trim();
  const parts = month.exec(text)?.groups;
  if (parts) return { text, place: 12 * Number(parts['year']) + Number(parts['number']) - 1, form: 'month' };
  if (civilDate.safeParse(text).success) return { text, place: Date.parse(text) / dayInMilliseconds, form: 'date' };
  const place = numberIn(text);
  return { text, place, form: Number.isFinite(place) ? 'number' : 'other' };
}

/** The first time of the form that most have; of texts alone where no other form will do, null otherwise. */
function exampleOf(times: readonly PlacedTime[], takesTexts: boolean): PlacedTime | null {
  const forms: readonly Form[] = takesTexts ? ['month', 'number', 'date', 'other'] : ['month', 'number'];
  const count = (form: Form): number => times.filter((each) => each.form === form).length;
  const most = forms.reduce((best, form) => (count(form) > count(best) ? form : best));
  return times.find(({ form }) => form === most) ?? null;
}

/** What comes before the year, which is of four digits and comes before all other numbers. */
const beginsWithYear = /^(?<before>\D*)\d{4}(?!\d)/;

/** The first text that need not follow in time the one that it follows as a text: its year is not in the same place, or it is not as long. */
function unsorted(times: readonly PlacedTime[]): number {
  const first = at(times, 0).text;
  const before = beginsWithYear.exec(first)?.groups?.['before'];
  return times.findIndex(
    ({ text, form }) =>
      form === 'other' &&
      (before === undefined ||
        text.length !== first.length ||
        beginsWithYear.exec(text)?.groups?.['before'] !== before),
  );
}

/**
 * The times of a column, all of one form: months, numbers or, where the method takes them, dates and texts that sort in time. One of another form
 * would have no place among the rest.
 *
 * @throws InputFailure with the line of the first that has another form
 */
export function timesOf(table: Table, column: string, { takesTexts }: { readonly takesTexts: boolean }) {
  const times = textsOf(table, column).map(placedTime);
  const example = exampleOf(times, takesTexts);
  const wrong = times.findIndex(({ form }) => form !== example?.form);
  if (wrong < 0) return inTime(table, column, times);
  if (at(times, wrong).text === '') throw new InputFailure('analyse.emptyCell', { column, row: lineOf(table, wrong) });
  throw new InputFailure('analyse.notTimeAt', {
    column,
    row: lineOf(table, wrong),
    value: at(times, wrong).text,
    example: example?.text ?? '2018-04',
  });
}

function inTime(table: Table, column: string, times: readonly PlacedTime[]): readonly PlacedTime[] {
  const wrong = unsorted(times);
  if (wrong < 0) return times;
  throw new InputFailure('analyse.notSorting', { column, row: lineOf(table, wrong), value: at(times, wrong).text });
}

/** Dates of one day of the month, or of its last day, are as far apart as their months are; others as their days. */
function datesInMonths(times: readonly PlacedTime[]): readonly number[] | null {
  const dates = times.map(({ text }) => text as CivilDate);
  const day = at(dates, 0).slice(8);
  const isEach = (holds: (date: CivilDate) => boolean): boolean => dates.every(holds);
  if (!isEach((date) => date.slice(8) === day) && !isEach((date) => date === lastDayOf(monthOf(date)))) return null;
  return dates.map((date) => placedTime(monthOf(date)).place);
}

/** The distances of times from one to the next; NaN where they are texts. */
export function stepsOf(sorted: readonly PlacedTime[]): readonly number[] {
  const isDates = sorted[0]?.form === 'date';
  const places = (isDates ? datesInMonths(sorted) : null) ?? sorted.map(({ place }) => place);
  return places.slice(1).map((place, index) => place - at(places, index));
}

/** @throws InputFailure where a time of the specification is written in another form than those of the column */
export function requireForm(value: string, column: string, times: readonly PlacedTime[]): void {
  const example = at(times, 0);
  if (placedTime(value).form !== example.form)
    throw new InputFailure('analyse.notTime', { column, value, example: example.text });
}
