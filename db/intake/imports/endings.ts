import type { CivilDate } from '#contract/ground/dates';
import { blankWords, fold } from './aliases.ts';
import { readWritten, type DateColumn, type WrittenDate } from './writtenDates.ts';

/** The state and the date that a row writes of its end, from one cell or two; empty where it writes none. */
export interface WrittenEnd {
  readonly state: string;
  readonly date: string;
}

type ReadDate = (text: string) => WrittenDate | null;

const nothing: WrittenEnd = { state: '', date: '' };
const dayAndMonth = /^(?:\d{1,2}(?:er)?\s+\p{L}{3,}\.?|\p{L}{3,}\.?\s+\d{1,2})$/u;

/** A day and a month without a year, as a reader of dates would need them. */
const isWithoutYear = (text: string, read: ReadDate): boolean =>
  dayAndMonth.test(text) && read(`${text} 2024`) !== null;

const edges = /^[\s(),:;–—-]+|[\s(),:;–—-]+$/gu;
const joining = /(?:^|\s)(?:le|on|the|en|in|since|depuis|du|au|as of|as at|at|à)$/iu;
const trimmed = (text: string): string => text.replace(edges, '');
const plain = (text: string): string => trimmed(trimmed(text).replace(joining, ''));

/** A date has at most its weekday, day, month, year and time, and begins or ends with a number. */
const mostParts = 6;
const mostWords = 14;
const hasNumberAt = (end: string | undefined): boolean => /\d/.test(end ?? '');

/** The longest part of a text that is a date, and what is written around it. */
function splitText(text: string, read: ReadDate): WrittenEnd | null {
  const parts = text.split(/[\s\u00a0\u202f]+/u).slice(0, mostWords);
  for (let length = Math.min(mostParts, parts.length); length > 0; length -= 1)
    for (let first = 0; first + length <= parts.length; first += 1) {
      if (!hasNumberAt(parts[first]) && !hasNumberAt(parts[first + length - 1])) continue;
      const date = trimmed(parts.slice(first, first + length).join(' '));
      if (date === '' || (read(date) === null && !isWithoutYear(date, read))) continue;
      const around = [plain(parts.slice(0, first).join(' ')), trimmed(parts.slice(first + length).join(' '))];
      return { state: around.filter((each) => each !== '').join(' '), date };
    }
  return null;
}

function readCell(text: string, read: ReadDate): WrittenEnd | null {
  if (blankWords.has(fold(text))) return nothing;
  if (read(text) !== null) return { state: '', date: text };
  return /\d/.test(text) ? splitText(text, read) : { state: text, date: '' };
}

/** How the columns of a date and of a state, or one of them for both, say the end of a row. */
export function endReader(column: DateColumn): (state: string, date: string) => WrittenEnd {
  // A count of days among words is a number of something else.
  const inWords = { ...column, serialDay: () => null };
  const read: ReadDate = (text) => readWritten(text, inWords);
  const whole: ReadDate = (text) => readWritten(text, column);
  return (stateCell, dateCell) => {
    const inState = readCell(stateCell, read) ?? { state: stateCell, date: '' };
    const inDate = whole(dateCell) === null ? readCell(dateCell, read) : { state: '', date: dateCell };
    const own = inDate ?? { state: '', date: dateCell };
    return { state: inState.state || own.state, date: own.date || inState.date };
  };
}

/** The first day or days that a date without a year can be from a day on. */
export function firstFrom(text: string, from: CivilDate, read: ReadDate): WrittenDate | null {
  if (!isWithoutYear(text, read)) return null;
  const year = Number(from.slice(0, 4));
  // A 29 February comes after eight years at the latest.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = read(`${text} ${String(year + ahead)}`);
    if (date !== null && date.to >= from) return date;
  }
  return null;
}
