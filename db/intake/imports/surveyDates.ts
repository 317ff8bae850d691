import type { Surveyed } from '#contract/intake/imports';
import { fold, isBlank } from './aliases.ts';
import { orderNamed } from './tableDates.ts';
import { orderOf, readWritten, type ColumnDates, type DateColumn } from './writtenDates.ts';

const longestText = 120;

/** The texts of a column, each once by its folded form, with how often it comes. */
export interface Texts {
  readonly byWord: Map<string, { readonly text: string; count: number }>;
  blank: number;
  isTooMany: boolean;
}

export const noTexts = (): Texts => ({ byWord: new Map(), blank: 0, isTooMany: false });

/** The folded form by which a text is known; empty where nothing is said. */
export const wordOf = (text: string): string => (isBlank(text) ? '' : fold(text));

export function addText(texts: Texts, text: string, most: number, word: (text: string) => string): void {
  const folded = word(text);
  if (folded === '') {
    texts.blank += 1;
    return;
  }
  const held = texts.byWord.get(folded);
  if (held !== undefined) held.count += 1;
  else if (texts.byWord.size >= most || text.length > longestText) texts.isTooMany = true;
  else texts.byWord.set(folded, { text, count: 1 });
}

const shownExamples = 12;
const mostTables = 50;

/** The form of a date: digits and letters are replaced by one of each, so that each way of writing is shown once. */
const formOf = (text: string): string =>
  text
    .replace(/\d/g, '9')
    .replace(/\p{L}+/gu, 'a')
    .replace(/9+/g, (run) => (run.length > 2 ? '9999' : '9'));

const exampleOf = (text: string, date: ReturnType<typeof readWritten>) => ({
  text,
  from: date?.from ?? null,
  to: date?.to ?? null,
});

interface TableOrder {
  readonly texts: Texts;
  readonly column: DateColumn;
  readonly shown: ColumnDates;
}

const pairsOf = ({ byWord }: Texts) => [...byWord.values()].map(({ text, count }) => [text, count] as const);

/** How the dates of one table follow each other: as they show themselves, or else as the name of the column or the table above has it. */
function orderOfTable(texts: Texts, name: string, column: DateColumn): TableOrder {
  const named = orderNamed(name);
  const shown = orderOf(pairsOf(texts), { ...column, order: named ?? column.order });
  const isEvident = shown.isEvident || (named !== null && shown.ambiguous > 0);
  return { texts, column: { ...column, order: shown.order }, shown: { ...shown, isEvident } };
}

/** The texts of a column of dates in one table, and the name that the column has there. */
export interface TableTexts {
  readonly texts: Texts;
  readonly name: string;
}

function ordersOf(tables: readonly TableTexts[], column: DateColumn): readonly TableOrder[] {
  let last = column;
  return tables.map(({ texts, name }) => {
    const found = orderOfTable(texts, name, last);
    last = found.column;
    return found;
  });
}

/** Each way of writing a date once; among dates of one form, one that cannot be read is the better example. */
function examplesOf(orders: readonly TableOrder[]) {
  const examples = new Map<string, ReturnType<typeof exampleOf>>();
  let [withoutDay, unread] = [0, 0];
  for (const { texts, column } of orders)
    for (const [text, count] of pairsOf(texts)) {
      const date = readWritten(text, column);
      if (date === null) unread += count;
      else if (date.from !== date.to) withoutDay += count;
      const shown = examples.get(formOf(text));
      if (shown === undefined || (date === null && shown.from !== null))
        examples.set(formOf(text), exampleOf(text, date));
    }
  return { withoutDay, unread, examples: [...examples.values()].slice(0, shownExamples) };
}

export function datesOf(
  field: 'receivedOn' | 'concludedOn',
  tables: readonly TableTexts[],
  column: DateColumn,
): Surveyed['dates'][number] {
  const orders = ordersOf(tables, column);
  const [first, ...later] = orders.map(({ shown }) => ({ order: shown.order, isEvident: shown.isEvident }));
  return {
    field,
    ...(first ?? { order: column.order, isEvident: false }),
    isOrdered: orders.some(({ shown }) => shown.isOrdered),
    later: later.slice(0, mostTables),
    ambiguous: orders.reduce((sum, { shown }) => sum + (shown.isEvident ? 0 : shown.ambiguous), 0),
    ...examplesOf(orders),
  };
}
