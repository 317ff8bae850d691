import { at } from '../../../ground/analysis/numbers.ts';
import { InputFailure } from '../outcome.ts';
import { lineOf, numberIn, textsOf, type Table } from './method.ts';

const month = /^(?<year>\d{4})-(?<number>0[1-9]|1[0-2])$/;

type Form = 'month' | 'number' | 'other';

/** A month as its number since year 0, a number as it is; NaN for what is neither, such as a date. */
export type PlacedTime = { readonly text: string; readonly place: number; readonly form: Form };

export function placedTime(given: string): PlacedTime {
  const text = given.trim();
  const parts = month.exec(text)?.groups;
  if (parts) return { text, place: 12 * Number(parts['year']) + Number(parts['number']) - 1, form: 'month' };
  const place = numberIn(text);
  return { text, place, form: Number.isFinite(place) ? 'number' : 'other' };
}

/** The first time of the form that most have; of texts alone where no other form will do, null otherwise. */
function exampleOf(times: readonly PlacedTime[], takesTexts: boolean): PlacedTime | null {
  const forms: readonly Form[] = takesTexts ? ['month', 'number', 'other'] : ['month', 'number'];
  const count = (form: Form): number => times.filter((each) => each.form === form).length;
  const most = forms.reduce((best, form) => (count(form) > count(best) ? form : best));
  return times.find(({ form }) => form === most) ?? null;
}

/**
 * The times of a column, all of one form: months, numbers or, where the method takes them, texts that sort in time. One of another form would
 * have no place among the rest.
 *
 * @throws InputFailure with the line of the first that has another form
 */
export function timesOf(table: Table, column: string, { takesTexts }: { readonly takesTexts: boolean }) {
  const times = textsOf(table, column).map(placedTime);
  const example = exampleOf(times, takesTexts);
  const wrong = times.findIndex(({ form }) => form !== example?.form);
  if (wrong < 0) return times;
  if (at(times, wrong).text === '') throw new InputFailure('analyse.emptyCell', { column, row: lineOf(table, wrong) });
  throw new InputFailure('analyse.notTimeAt', {
    column,
    row: lineOf(table, wrong),
    value: at(times, wrong).text,
    example: example?.text ?? '2018-04',
  });
}

/** @throws InputFailure where a time of the specification is written in another form than those of the column */
export function requireForm(value: string, column: string, times: readonly PlacedTime[]): void {
  const example = at(times, 0);
  if (placedTime(value).form !== example.form)
    throw new InputFailure('analyse.notTime', { column, value, example: example.text });
}
