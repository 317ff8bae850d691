import type { CivilDate } from '#contract/ground/dates';
import type { ImportField, ValueField } from '#contract/intake/imports';
import { fold } from './aliases.ts';
import { endReader } from './endings.ts';
import { propose, type KnownUnit } from './proposals.ts';
import { readWritten } from './writtenDates.ts';

/** What the first cells of a column look like, each as a share of those that are written. */
export interface Content {
  readonly written: number;
  readonly dates: number;
  /** Dates, or words with a date. */
  readonly dated: number;
  /** Of the cells, how many are different. */
  readonly distinct: number;
  /** The same without their dates. */
  readonly distinctStates: number;
  readonly sources: number;
  readonly states: number;
  readonly units: number;
  readonly bands: number;
  readonly mails: number;
  readonly addresses: number;
  readonly withDigits: number;
  /** Times of day. */
  readonly times: number;
  /** Long texts: several words each. */
  readonly prose: number;
  /** Of three words at least. */
  readonly phrases: number;
  /** 1, 2, 3 …: the place of the row, and no number of a file. */
  readonly isRunning: boolean;
}

interface Surroundings {
  readonly serialDay: (text: string) => string | null;
  readonly today: CivilDate;
  readonly units: readonly KnownUnit[];
}

function isRunning(cells: readonly string[]): boolean {
  const numbers = cells.map((each) => (/^\d{1,6}\.?$/.test(each) ? Number.parseInt(each, 10) : Number.NaN));
  if (numbers.length < 3 || (numbers[0] ?? Infinity) > 5) return false;
  const steps = numbers.slice(1).filter((each, index) => each === (numbers[index] ?? Number.NaN) + 1).length;
  return steps >= (numbers.length - 1) * 0.8;
}

export function contentOf(cells: readonly string[], { serialDay, today, units }: Surroundings): Content {
  const count = Math.max(1, cells.length);
  const share = (test: (cell: string) => boolean): number => cells.filter(test).length / count;
  const isSure = (field: ValueField) => (cell: string) => {
    const { code, isSure: known } = propose(field, cell, units);
    return known && code !== null;
  };
  const column = { order: 'day_first', serialDay, today } as const;
  const endOf = endReader(column);
  return {
    written: cells.length,
    dates: share((cell) => readWritten(cell, column) !== null),
    dated: share((cell) => endOf(cell, '').date !== ''),
    distinct: new Set(cells.map(fold)).size / count,
    distinctStates: new Set(cells.map((cell) => fold(endOf(cell, '').state))).size / count,
    sources: share(isSure('source')),
    states: share(isSure('conclusion')),
    units: share(isSure('unitCode')),
    bands: share(isSure('riskBand')),
    mails: share((cell) => /^\S+@\S+\.\S+$/.test(cell)),
    addresses: share((cell) => /^\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?$/.test(cell)),
    times: share((cell) => /^\d{1,2} ?[h:] ?\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?$/i.test(cell)),
    withDigits: share((cell) => /\d{3}/.test(cell)),
    prose: share((cell) => cell.split(/\s+/).length > 5),
    phrases: share((cell) => cell.split(/\s+/).length > 2),
    isRunning: isRunning(cells),
  };
}

/** Cells from which something can be seen. */
export const enough = 3;

const anything = (): boolean => true;
const isDated = ({ dates }: Content): boolean => dates >= 0.5;
/** Dates of an end, with or without a state, among the states of rows that have none. */
const isEnd = ({ dates, dated, states }: Content): boolean => dates >= 0.5 || (dated > 0 && dated + states >= 0.5);
const isUndated = ({ dates }: Content): boolean => dates < 0.5;

/** Of fields whose name alone may mislead: what the cells must look like. */
const tests: Partial<Record<ImportField, (content: Content) => boolean>> = {
  receivedOn: isDated,
  concludedOn: isEnd,
  externalNumber: (content) =>
    !content.isRunning &&
    content.dates < 0.9 &&
    content.times < 0.5 &&
    // "SQ-2019-00417" is a number, although it begins with the name of a service.
    (content.sources < 0.5 || content.withDigits >= 0.9),
  source: isUndated,
  conclusion: isUndated,
  unitCode: isUndated,
};

/** Whether what a column holds can be what its name says. A few cells do not speak against it. */
export function fits(field: ImportField, content: Content): boolean {
  return content.written < enough || (tests[field] ?? anything)(content);
}

/** What columns without a telling name hold, where that leaves little doubt. */
export function columnsByContent(contents: readonly Content[]): readonly (readonly [ImportField, number])[] {
  const found: (readonly [ImportField, number])[] = [];
  const first = (field: ImportField, test: (content: Content) => boolean): void => {
    for (const [column, content] of contents.entries())
      if (content.written >= enough && test(content)) found.push([field, column]);
  };
  first('receivedOn', ({ dates, withDigits }) => dates >= 0.8 && withDigits > 0);
  first('email', ({ mails }) => mails >= 0.6);
  first('ipAddress', ({ addresses }) => addresses >= 0.6);
  first('unitCode', ({ units, distinct }) => units >= 0.4 && distinct < 0.5);
  first('conclusion', ({ states, distinctStates, prose }) => states >= 0.7 && distinctStates < 0.4 && prose < 0.2);
  first('riskBand', ({ bands, distinct }) => bands >= 0.5 && distinct < 0.6);
  first('source', ({ sources, distinct, prose }) => sources >= 0.5 && distinct < 0.6 && prose < 0.3);
  first('summary', ({ phrases, distinct, dated }) => phrases >= 0.7 && distinct >= 0.7 && dated < 0.3);
  return found;
}
