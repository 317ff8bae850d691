import type { ImportMapping } from '#contract/intake/imports';
import type { VerdictReason } from '#contract/intake/verdicts';
import { endReader } from './endings.ts';
import { withTime } from './receiptTime.ts';
import { isOrdered, readInYear, readWritten, type DateColumn } from './writtenDates.ts';

type Cells = readonly string[];

/** Any leap year. */
const someYear = 2024;
const monthName = new Intl.DateTimeFormat('en-CA', { month: 'long', timeZone: 'UTC' });

interface Plain {
  readonly text: string;
  readonly isAmbiguous: boolean;
}

/** A date in digits as it is read in any order; null where it is one already, or none. */
function plainDate(text: string, column: DateColumn): Plain | null {
  if (!isOrdered(text)) return null;
  const date = readWritten(text, column);
  if (date !== null) return date.from === date.to ? { text: date.from, isAmbiguous: date.isAmbiguous } : null;
  const day = readInYear(text, someYear, column);
  if (day === null) return null;
  const [, , ofMonth = ''] = day.from.split('-');
  const name = monthName.format(Date.UTC(someYear, Number(day.from.slice(5, 7)) - 1, 1));
  return { text: `${String(Number(ofMonth))} ${name}`, isAmbiguous: day.isAmbiguous };
}

/** The rows of a later table, whose dates may follow another order than those of the first: each as a date that has one reading. */
export function inOrder(
  { columns, dates }: ImportMapping,
  table: number,
  read: { readonly received: DateColumn; readonly ended: DateColumn },
): (cells: Cells, note: (reason: VerdictReason) => void) => Cells {
  if (table === 0 || dates === undefined) return (cells) => cells;
  const endOf = endReader(read.ended);
  const isEvident = (field: 'receivedOn' | 'concludedOn') => dates[field]?.later?.[table - 1]?.isEvident ?? true;
  return (cells, note) => {
    const at = (column: number | undefined) => (column === undefined ? '' : (cells[column] ?? ''));
    const plain = (text: string, field: 'receivedOn' | 'concludedOn'): string => {
      const date = plainDate(text, field === 'receivedOn' ? read.received : read.ended);
      if (date?.isAmbiguous && !isEvident(field)) note('date_order_assumed');
      if (date === null) return text;
      return field === 'receivedOn' ? withTime(date.text, text) : date.text;
    };
    const { date } = endOf(at(columns.conclusion), at(columns.concludedOn));
    const written = date === '' ? '' : plain(date, 'concludedOn');
    return cells.map((cell, column) => {
      if (column === columns.receivedOn) return plain(cell.trim(), 'receivedOn');
      const isEnd = column === columns.conclusion || column === columns.concludedOn;
      return isEnd && date !== '' ? cell.replace(date, written) : cell;
    });
  };
}

/** "Received (D/M/Y)", "Date (JJ/MM/AAAA)": the order that the name of a column says. */
export function orderNamed(name: string): 'day_first' | 'month_first' | null {
  const [, first] =
    /(?:^|[^\p{L}])([dj]{1,2}|m{1,2})\s?[-/. ]\s?(?:[dj]{1,2}|m{1,2})\s?[-/. ]\s?[ya]{1,4}(?![\p{L}])/iu.exec(name) ??
    [];
  if (first === undefined) return null;
  return first.toLowerCase().startsWith('m') ? 'month_first' : 'day_first';
}
