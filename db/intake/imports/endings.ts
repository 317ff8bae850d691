import type { CivilDate } from '#contract/ground/dates';
import { isBlank } from './aliases.ts';
import { isNearly } from './dateText.ts';
import { readInYear, readWritten, type DateColumn, type WrittenDate } from './writtenDates.ts';

/** The state and the date that a row writes of its end, from one cell or two; empty where it writes none. */
export interface WrittenEnd {
  readonly state: string;
  readonly date: string;
}

const nothing: WrittenEnd = { state: '', date: '' };

const edges = /^[\s(),:;–—-]+|[\s(),:;–—-]+$/gu;
const joining = /(?:^|\s)(?:le|on|the|en|in|since|depuis|du|au|as of|as at|at|à)$/iu;
const trimmed = (text: string): string => text.replace(edges, '');
const plain = (text: string): string => trimmed(trimmed(text).replace(joining, ''));

/** A date has at most its weekday, day, month, year and time, and begins or ends with a number. */
const mostParts = 6;
const mostWords = 14;
const hasNumberAt = (end: string | undefined): boolean => /\d/.test(end ?? '');

/** Any leap year: a 29 February is a day without a year as well. */
const someYear = 2024;
/** In digits, among words: "15/06" is a day, "3-2" and "1.5" may be anything. */
const isOtherNumber = (text: string): boolean => /^\d+[-.]\d+$/.test(text);

/** The longest part of a text that is a date, and what is written around it; null where there is none, or only one near it. */
function splitText(text: string, column: DateColumn): WrittenEnd | null {
  const parts = text.split(/[\s\u00a0\u202f]+/u).slice(0, mostWords);
  const isDate = (date: string): boolean =>
    readWritten(date, column) !== null || (!isOtherNumber(date) && readInYear(date, someYear, column) !== null);
  for (let length = Math.min(mostParts, parts.length); length > 0; length -= 1)
    for (let first = 0; first + length <= parts.length; first += 1) {
      if (!hasNumberAt(parts[first]) && !hasNumberAt(parts[first + length - 1])) continue;
      const date = trimmed(parts.slice(first, first + length).join(' '));
      if (date === '' || !isDate(date)) continue;
      const before = parts.slice(0, first).join(' ');
      if (isNearly(before)) return null;
      const around = [plain(before), trimmed(parts.slice(first + length).join(' '))];
      return { state: around.filter((each) => each !== '').join(' '), date };
    }
  return null;
}

function readCell(text: string, column: DateColumn): WrittenEnd | null {
  if (isBlank(text)) return nothing;
  if (readWritten(text, column) !== null) return { state: '', date: text };
  return /\d/.test(text) ? splitText(text, column) : { state: text, date: '' };
}

/** How the columns of a date and of a state, or one of them for both, say the end of a row. */
export function endReader(column: DateColumn): (state: string, date: string) => WrittenEnd {
  // A count of days among words is a number of something else.
  const inWords = { ...column, serialDay: () => null };
  return (stateCell, dateCell) => {
    const inState = readCell(stateCell, inWords) ?? { state: stateCell, date: '' };
    const isWhole = readWritten(dateCell, column) !== null || readInYear(dateCell, someYear, column) !== null;
    const inDate = isWhole ? { state: '', date: dateCell } : readCell(dateCell, inWords);
    const own = inDate ?? { state: '', date: dateCell };
    return { state: inState.state || own.state, date: own.date || inState.date };
  };
}

/** The first day that a date without a year can be from a day on. */
export function firstFrom(text: string, from: CivilDate, column: DateColumn): WrittenDate | null {
  const year = Number(from.slice(0, 4));
  // A 29 February comes after eight years at the latest.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = readInYear(text, year + ahead, column);
    if (date !== null && date.to >= from) return date;
  }
  return null;
}
