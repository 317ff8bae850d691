import type { CivilDate } from '#contract/ground/dates';
import { dateAmongWords } from './dateText.ts';
import { readWritten, type DateColumn, type WrittenDate } from './writtenDates.ts';

const years = /(?<!\d)((?:19|20)\d{2})(?:\s?[-/–]\s?((?:19|20)?\d{2}))?(?!\d)/u;

/** The days that a title speaks of: a month, a year or a fiscal year, also among words. */
export function titleOf(text: string, column: DateColumn): WrittenDate | null {
  if (!/\d/.test(text)) return null;
  const date = readWritten(text, column);
  if (date !== null) return date.precision === null ? null : date;
  return monthIn(text, column) ?? yearIn(text);
}

function monthIn(text: string, column: DateColumn): WrittenDate | null {
  const isMonth = (part: string): boolean => readWritten(part, column)?.precision === 'month';
  const found = dateAmongWords(text, (part) => (isMonth(part) ? 'month' : 'none'));
  return found === null ? null : readWritten(found.date, column);
}

function yearIn(text: string): WrittenDate | null {
  const [, first, second] = years.exec(text) ?? [];
  if (first === undefined) return null;
  const isFiscal = second !== undefined && Number(second) % 100 === (Number(first) + 1) % 100;
  const [from, to] = isFiscal
    ? [`${first}-04-01`, `${String(Number(first) + 1)}-03-31`]
    : [`${first}-01-01`, `${first}-12-31`];
  return { from: from as CivilDate, to: to as CivilDate, precision: 'year', isAmbiguous: false };
}
