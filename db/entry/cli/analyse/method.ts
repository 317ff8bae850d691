import type { z } from 'zod';
import type { Job } from '../../../ground/kernel/job.ts';
import type { ComputeTask } from '../../../store/types.ts';
import { InputFailure } from '../outcome.ts';
import { specificationFault } from './specificationFault.ts';

/** A CSV file as read: every cell is text, an empty one is missing. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** On which line of the file each row ends. */
  readonly lines: readonly number[];
}

/** One method of `vigie analyse`: what its specification must hold, and what it makes of a table. */
export interface AnalyseMethod {
  readonly name: 'capacity' | 'its' | 'structural' | 'synthetic-control' | 'did';
  /** @throws InputFailure where the specification or the table cannot be used; @returns what is printed as JSON, or a promise of it */
  readonly run: (table: Table, specification: unknown, threads?: Threads) => unknown;
}

/** Threads other than this one; without them a method computes all of it here, and the result is the same. */
export interface Threads {
  readonly compute: <T>(task: ComputeTask, job: Job) => Promise<T>;
  /** Follows the whole command, which may be asked to stop. */
  readonly job: Job;
}

/** Checks the specification by its schema before the method sees it, so that a wrong one is refused with the place of the fault. */
export function defineMethod<S>(
  name: AnalyseMethod['name'],
  schema: z.ZodType<S>,
  run: (table: Table, specification: S, threads?: Threads) => unknown,
): AnalyseMethod {
  return {
    name,
    run: (table, specification, threads) => {
      const parsed = schema.safeParse(specification);
      if (parsed.success) return run(table, parsed.data, threads);
      throw specificationFault(parsed.error.issues[0], specification);
    },
  };
}

/** The line of the file that a message names for a row. */
export function lineOf({ lines }: Table, row: number): string {
  return String(lines[row]);
}

/** The texts of a column, in the order of the rows. */
export function textsOf({ columns, rows }: Table, column: string): readonly string[] {
  if (!columns.includes(column)) throw new InputFailure('analyse.noColumn', { column });
  return rows.map((row) => row[column]?.trim() ?? '');
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** A number as people write it; NaN for anything else, such as 0x10, which JavaScript would read as 16. */
export function numberIn(text: string): number {
  return decimal.test(text) ? Number(text) : NaN;
}

/** The texts of a column that names something: none is empty. */
export function namesOf(table: Table, column: string): readonly string[] {
  return textsOf(table, column).map((text, row) => {
    if (text !== '') return text;
    throw new InputFailure('analyse.emptyCell', { column, row: lineOf(table, row) });
  });
}

/** Products of four such numbers are still numbers; of larger ones a method would make infinities, and answers of them. */
const largestNumber = 1e50;

/** The numbers of a column; an empty cell or NA is null, never zero. */
export function numbersOf(table: Table, column: string): readonly (number | null)[] {
  return textsOf(table, column).map((text, index) => {
    if (text === '' || text === 'NA') return null;
    const value = numberIn(text);
    if (Math.abs(value) <= largestNumber) return value;
    const key = Number.isNaN(value) ? 'analyse.notNumber' : 'analyse.numberTooLarge';
    throw new InputFailure(key, { column, row: lineOf(table, index), value: text, largest: String(largestNumber) });
  });
}

/** The numbers of a column of amounts: 0 or more, or missing. */
export function amountsOf(table: Table, column: string): readonly (number | null)[] {
  const values = numbersOf(table, column);
  const wrong = values.findIndex((value) => value !== null && value < 0);
  if (wrong < 0) return values;
  throw new InputFailure('analyse.negative', { column, row: lineOf(table, wrong), value: String(values[wrong]) });
}

/** The numbers of a column of counts: whole, from 0 to `largest`, or missing. */
export function countsOf(table: Table, column: string, largest: number): readonly (number | null)[] {
  const values = amountsOf(table, column);
  const wrong = values.findIndex((value) => value !== null && !Number.isInteger(value));
  if (wrong >= 0)
    throw new InputFailure('analyse.notCount', { column, row: lineOf(table, wrong), value: String(values[wrong]) });
  const large = values.findIndex((value) => value !== null && value > largest);
  if (large < 0) return values;
  throw new InputFailure('analyse.countTooLarge', {
    column,
    row: lineOf(table, large),
    value: String(values[large]),
    largest: String(largest),
  });
}

/** The numbers of a column that may have no gap. */
export function wholeColumn(table: Table, column: string): readonly number[] {
  return numbersOf(table, column).map((value, index) => {
    if (value !== null) return value;
    throw new InputFailure('analyse.emptyCell', { column, row: lineOf(table, index) });
  });
}
