import type { CivilDate } from '#contract/ground/dates';
import type { ValueField } from '#contract/intake/imports';
import { fold, isBlank } from './aliases.ts';
import { endReader } from './endings.ts';
import { propose, type KnownUnit } from './proposals.ts';
import type { Present } from './types.ts';
import { readInYear, readWritten, type DateColumn } from './writtenDates.ts';

/** What the first cells of a column look like, each as a share of those that are written. */
export interface Content {
  readonly written: number;
  /** Written cells as a share of the rows. */
  readonly filled: number;
  readonly dates: number;
  /** Dates, also without a year. */
  readonly days: number;
  /** Of each row, its day where it is written whole. */
  readonly dayOfRow: readonly (CivilDate | null)[];
  /** Of each row, whether a date is written, also without a year. */
  readonly isDayInRow: readonly boolean[];
  /** Of each row, whether its text surely ends or surely leaves open; null where it does neither. */
  readonly endedOfRow: readonly (boolean | null)[];
  /** Dates, or words with a date. */
  readonly dated: number;
  /** Of the cells, how many are different. */
  readonly distinct: number;
  /** Texts that say themselves which source or state they mean. */
  readonly sources: number;
  readonly states: number;
  /** The same with those that seem to mean one. */
  readonly likelySources: number;
  readonly likelyStates: number;
  /** How many different states they seem to mean. */
  readonly stateKinds: number;
  readonly units: number;
  readonly bands: number;
  readonly mails: number;
  readonly addresses: number;
  readonly withDigits: number;
  /** Any digit. */
  readonly numbered: number;
  readonly phones: number;
  /** Times of day. */
  readonly times: number;
  /** Long texts: several words each. */
  readonly prose: number;
  /** Of three words at least. */
  readonly phrases: number;
  /** 1, 2, 3 …: the place of the row, and no number of a file. */
  readonly isRunning: boolean;
  /** Numbers of which each follows the one before: the unit gives them itself. */
  readonly isSeries: boolean;
}

interface Surroundings extends Present {
  readonly units: readonly KnownUnit[];
}

function isRunning(cells: readonly string[]): boolean {
  const numbers = cells.map((each) => (/^\d{1,6}\.?$/.test(each) ? Number.parseInt(each, 10) : Number.NaN));
  if (numbers.length < 3 || (numbers[0] ?? Infinity) > 5) return false;
  const steps = numbers.slice(1).filter((each, index) => each === (numbers[index] ?? Number.NaN) + 1).length;
  return steps >= (numbers.length - 1) * 0.8;
}

/** The last number of each cell is the next of the one before it. */
function isSeries(cells: readonly string[]): boolean {
  const lasts = cells.map((each) => Number.parseInt(/(\d+)\D*$/.exec(each)?.[1] ?? '', 10));
  const steps = lasts.slice(1).filter((last, index) => last === (lasts[index] ?? Number.NaN) + 1).length;
  return lasts.length > 3 && steps >= (lasts.length - 1) * 0.6;
}

/** Any leap year. */
const someYear = 2024;

function dayOf(cell: string, column: DateColumn): CivilDate | null {
  const date = readWritten(cell, column);
  return date !== null && date.from === date.to ? date.from : null;
}

export function contentOf(all: readonly string[], { serialDay, today, units }: Surroundings): Content {
  const cells = all.map((each) => each.trim()).filter((each) => !isBlank(each));
  const count = Math.max(1, cells.length);
  const share = (test: (cell: string) => boolean): number => cells.filter(test).length / count;
  const column = { order: 'day_first', serialDay, today } as const;
  const alone = { ...column, isAlone: true } as const;
  const isDay = (cell: string) => readWritten(cell, alone) !== null || readInYear(cell, someYear, alone) !== null;
  const endOf = endReader(column);
  // A date beside a state, and the number of a file beside a source, are none of its words.
  const says = (field: ValueField, cell: string) =>
    propose(field, field === 'conclusion' ? endOf(cell, '').state || cell : cell, units);
  const isSure = (field: ValueField) => (cell: string) => {
    const { code, isSure: known } = says(field, cell);
    return known && code !== null;
  };
  const isLikely = (field: ValueField) => (cell: string) => says(field, cell).isSaid !== false;
  return {
    written: cells.length,
    filled: cells.length / Math.max(1, all.length),
    dates: share((cell) => readWritten(cell, column) !== null),
    days: share(isDay),
    dayOfRow: all.map((cell) => dayOf(cell, alone)),
    isDayInRow: all.map(isDay),
    endedOfRow: all.map((cell) => {
      const { code, isSure: known } = propose('conclusion', cell, []);
      return known ? code !== 'open' : null;
    }),
    dated: share((cell) => endOf(cell, '').date !== ''),
    distinct: new Set(cells.map(fold)).size / count,
    sources: share(isSure('source')),
    states: share(isSure('conclusion')),
    likelySources: share(isLikely('source')),
    stateKinds: new Set(cells.filter(isLikely('conclusion')).map((cell) => says('conclusion', cell).code)).size,
    likelyStates: share(isLikely('conclusion')),
    units: share(isSure('unitCode')),
    bands: share(isSure('riskBand')),
    mails: share((cell) => /^\S+@\S+\.\S+$/.test(cell)),
    addresses: share((cell) => /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/.test(cell)),
    phones: share((cell) => /^\+?1?[\s(.-]*\d{3}[\s).-]+\d{3}[\s.-]+\d{4}$/.test(cell)),
    times: share((cell) => /^\d{1,2} ?[h:] ?\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?$/i.test(cell)),
    numbered: share((cell) => /\d/.test(cell)),
    withDigits: share((cell) => /\d{3}/.test(cell)),
    prose: share((cell) => cell.split(/\s+/).length > 5),
    phrases: share((cell) => cell.split(/\s+/).length > 2),
    isRunning: isRunning(cells),
    isSeries: isSeries(cells),
  };
}

/** Cells from which something can be seen. */
export const enough = 3;
