import { z } from 'zod';
import { segmentedDesign, type SegmentedDesign, type SegmentedTerms } from '../../../estimator/interrupted/design.ts';
import { at } from '../../../estimator/numbers.ts';
import { InputFailure } from '../outcome.ts';
import { lineOf, numbersOf, textsOf, wholeColumn, type Table } from './method.ts';
import { placedTime, timesOf } from './times.ts';

const column = z.string().min(1);
const time = z.union([z.number(), z.string()]);

export const specification = z.strictObject({
  outcome: column.describe('Column of the counts; an empty cell is a period without a count.'),
  only: z
    .strictObject({ column, value: z.string() })
    .nullable()
    .default(null)
    .describe('Use only the rows with this text in this column, such as one unit of a panel.'),
  offset: z
    .strictObject({ column, log: z.boolean().default(true) })
    .nullable()
    .default(null)
    .describe('Column of the exposure (population, staff); log false: it holds logarithms already.'),
  time: column
    .nullable()
    .default(null)
    .describe('Column of the time, numbers or months YYYY-MM, that rise from row to row; null: the rows from 1.'),
  step: z
    .union([z.strictObject({ column }), z.strictObject({ from: time })])
    .describe('The interruption: a column that is 0 before it, or the time from which it holds.'),
  trend: z.boolean().default(true).describe('Whether there is a trend in time.'),
  slopeChange: z
    .strictObject({ origin: time.nullable().default(null) })
    .nullable()
    .default(null)
    .describe('A change of slope with the step: (time - origin) x step; origin null: the first time of the step.'),
  season: z
    .strictObject({
      column: column.nullable().default(null),
      period: z.number().positive().default(12),
      harmonics: z.int().min(1).max(20).default(2),
    })
    .nullable()
    .default(null)
    .describe('Harmonics of a position in a cycle; column null: the month of the year, or the time itself.'),
  family: z.enum(['quasipoisson', 'poisson']).default('quasipoisson').describe('Poisson holds the dispersion at 1.'),
  errors: z
    .enum(['smallSample', 'model'])
    .nullable()
    .default(null)
    .describe(
      'Errors of ratios and totals; null: those of the model for poisson, otherwise those that hold in short series.',
    ),
  neweyWestLag: z.int().min(0).max(100).default(3).describe('Rows over which errors may be correlated.'),
  counterfactual: z
    .strictObject({
      draws: z.int().min(100).max(100_000).default(4000),
      seed: z.int().min(0).max(0xffffffff).default(1),
    })
    .nullable()
    .default({ draws: 4000, seed: 1 })
    .describe('Totals without the step, with intervals from this many draws; null leaves them out.'),
  testWithout: z
    .enum(['trend', 'step', 'slopeChange', 'season'])
    .nullable()
    .default(null)
    .describe('F test against the model without this term.'),
});
export type ItsSpecification = z.infer<typeof specification>;

/** The columns of a table as the model takes them, one element a row. */
export type ItsSeries = {
  readonly outcome: readonly (number | null)[];
  /** In logarithms. */
  readonly offset: readonly (number | null)[];
  /** Each row's place in time, as whole numbers: neighbours differ by 1, and a period without a row is passed over. */
  readonly places: readonly number[];
  readonly terms: SegmentedTerms & { readonly step: readonly number[] };
};

/** Fifty years of days: what is longer has a row for each event. */
const longest = 20_000;

const month = /^(?<year>\d{4})-(?<number>0[1-9]|1[0-2])$/;

type Clock = {
  readonly times: readonly number[];
  /** A time of the specification on the same scale. */
  readonly read: (value: number | string) => number;
};

/** Times that rise; months are counted from the first, which is 1. */
function clockOf(table: Table, name: string | null): Clock {
  const found =
    name === null ? table.rows.map((_, i) => placedTime(String(i + 1))) : timesOf(table, name, { takesTexts: false });
  const first = at(found, 0);
  const before = first.form === 'month' ? first.place - 1 : 0;
  const read = (value: number | string): number => {
    const { place, form, text } = placedTime(String(value));
    if (form === first.form) return place - before;
    throw new InputFailure('analyse.notTime', { column: name ?? '', value: text, example: first.text });
  };
  const times = found.map(({ place }) => place - before);
  const fallen = times.findIndex((value, i) => i > 0 && value <= at(times, i - 1));
  if (fallen > 0) throw new InputFailure('analyse.notRising', { column: name ?? '', row: lineOf(table, fallen) });
  return { times, read };
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}

/** Periods since the first row, a period being what all distances are a multiple of; the rows one by one where times are no whole numbers. */
function placesOf(times: readonly number[]): readonly number[] {
  const first = at(times, 0);
  if (!times.every(Number.isInteger)) return times.map((_, i) => i);
  const period = times.reduce((found, value) => commonDivisor(found, value - first), 0);
  return times.map((value) => (period === 0 ? 0 : (value - first) / period));
}

function outcomeOf(table: Table, name: string): readonly (number | null)[] {
  return numbersOf(table, name).map((value, i) => {
    if (value === null || value >= 0) return value;
    throw new InputFailure('analyse.negative', { column: name, row: lineOf(table, i), value: String(value) });
  });
}

function offsetOf(table: Table, given: ItsSpecification['offset']): readonly (number | null)[] {
  if (given === null) return table.rows.map(() => 0);
  const values = numbersOf(table, given.column);
  if (!given.log) return values;
  return values.map((value, i) => {
    if (value === null || value > 0) return value === null ? null : Math.log(value);
    throw new InputFailure('analyse.notPositive', {
      column: given.column,
      row: lineOf(table, i),
      value: String(value),
    });
  });
}

/** The month of the year where a column holds months, otherwise its numbers. */
function positionsOf(table: Table, name: string): readonly number[] {
  const texts = textsOf(table, name);
  const parts = texts.map((text) => month.exec(text)?.groups);
  return parts.every((each) => each !== undefined)
    ? parts.map((each) => Number(each['number']))
    : wholeColumn(table, name);
}

function seasonOf(table: Table, options: ItsSpecification, times: readonly number[]): SegmentedTerms['season'] {
  if (options.season === null) return null;
  const { column: given, period, harmonics } = options.season;
  const name = given ?? options.time;
  return { position: name === null ? times : positionsOf(table, name), period, harmonics };
}

function slopeOf(given: ItsSpecification['slopeChange'], { times, read }: Clock, step: readonly number[]) {
  if (given === null) return null;
  const begins = step.findIndex((value) => value !== 0);
  const origin = given.origin === null ? (times[begins] ?? 0) : read(given.origin);
  return times.map((value, i) => (value - origin) * at(step, i));
}

/** The rows that the specification asks for: a period each. */
function chosenRows(whole: Table, only: ItsSpecification['only']): Table {
  const chosen = only && textsOf(whole, only.column);
  const isUsed = (_: unknown, i: number): boolean => chosen === null || chosen[i] === only?.value;
  const table = { ...whole, rows: whole.rows.filter(isUsed), lines: whole.lines.filter(isUsed) };
  if (table.rows.length === 0)
    throw new InputFailure('analyse.nothingChosen', { column: only?.column ?? '', value: only?.value ?? '' });
  if (table.rows.length > longest)
    throw new InputFailure('analyse.tooLong', { rows: String(table.rows.length), longest: String(longest) });
  return table;
}

/** @throws InputFailure where a column is not there or holds what it may not */
export function seriesOf(whole: Table, options: ItsSpecification): ItsSeries {
  const table = chosenRows(whole, options.only);
  const clock = clockOf(table, options.time);
  const given = options.step;
  const from = 'from' in given ? clock.read(given.from) : 0;
  const step = 'from' in given ? clock.times.map((value) => Number(value >= from)) : wholeColumn(table, given.column);
  return {
    outcome: outcomeOf(table, options.outcome),
    offset: offsetOf(table, options.offset),
    places: placesOf(clock.times),
    terms: {
      trend: options.trend ? clock.times : null,
      step,
      slopeChange: slopeOf(options.slopeChange, clock, step),
      season: seasonOf(table, options, clock.times),
    },
  };
}

/** The design of a series; terms that are given replace its own. */
export function designOf({ outcome, terms }: ItsSeries, changes: Partial<SegmentedTerms> = {}): SegmentedDesign {
  return segmentedDesign(outcome.length, { ...terms, ...changes });
}
