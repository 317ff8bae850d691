import type { CivilDate } from '#contract/ground/dates';
import { isBlank } from './aliases.ts';
import { dateAmongWords, isNearly, trimmed } from './dateText.ts';
import { remembering } from './remembering.ts';
import {
  exactnessOf,
  readInYear,
  readWritten,
  writtenInYear,
  type DateColumn,
  type WrittenDate,
} from './writtenDates.ts';

/** The state and the date that a row writes of its end, from one cell or two; empty where it writes none. */
export interface WrittenEnd {
  readonly state: string;
  readonly date: string;
}

const nothing: WrittenEnd = { state: '', date: '' };

const joining = /(?:^|\s)(?:le|on|the|en|in|since|depuis|du|au|as of|as at|at|à)$/iu;
const plain = (text: string): string => trimmed(trimmed(text).replace(joining, ''));

/** Any leap year: a 29 February is a day without a year as well. */
const someYear = 2024;
/** In digits, among words: "15/06" is a day, "3-2" and "1.5" may be anything. */
const isOtherNumber = (text: string): boolean => /^\d+[-.]\d+$/.test(text);

/** The longest part of a text that is a date, and what is written around it; null where there is none, or only one near it. */
function splitText(text: string, column: DateColumn): WrittenEnd | null {
  const found = dateAmongWords(text, (date) => {
    const isDay = !isOtherNumber(date) && readInYear(date, someYear, column) !== null;
    return isDay ? 'day' : exactnessOf(readWritten(date, column));
  });
  if (found === null || isNearly(found.before)) return null;
  const around = [plain(found.before), trimmed(found.after)];
  return { state: around.filter((each) => each !== '').join(' '), date: found.date };
}

function readCell(text: string, column: DateColumn): WrittenEnd | null {
  if (isBlank(text)) return nothing;
  if (!/\d/.test(text)) return { state: text, date: '' };
  return readWritten(text, column) === null ? splitText(text, column) : { state: '', date: text };
}

/** How the columns of a date and of a state, or one of them for both, say the end of a row. */
export function endReader(column: DateColumn): (state: string, date: string) => WrittenEnd {
  // A count of days among words is a number of something else.
  const inWords = { ...column, serialDay: () => null };
  const ofState = remembering((text) => readCell(text, inWords) ?? { state: text, date: '' });
  const ofDate = remembering((text) => {
    const isWhole = readWritten(text, column) !== null || readInYear(text, someYear, column) !== null;
    const whole = { state: '', date: text };
    return isWhole ? whole : (readCell(text, inWords) ?? whole);
  });
  return (stateCell, dateCell) => {
    const inState = ofState(stateCell);
    const own = ofDate(dateCell);
    return { state: inState.state || own.state, date: own.date || inState.date };
  };
}

/** The first day that a date without a year can be from a day on. */
export function firstFrom(text: string, from: CivilDate, column: DateColumn): WrittenDate | null {
  const year = Number(from.slice(0, 4));
  if (writtenInYear(text, year, column) === null) return null;
  // A 29 February comes after eight years at the latest.
  for (let ahead = 0; ahead <= 8; ahead += 1) {
    const date = readInYear(text, year + ahead, column);
    if (date !== null && date.to >= from) return date;
  }
  return null;
}
