import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../db/entry/cli/analyse/method.ts';
import { syntheticControl } from '../../../db/entry/cli/analyse/syntheticControl.ts';
import { readTable } from '../../../db/entry/cli/analyse/table.ts';
import { readJson } from '../../../db/entry/cli/textFile.ts';
import { InputFailure } from '../../../db/entry/cli/outcome.ts';
import { valueOf } from '../entry/cli/support.ts';

type Named = readonly { readonly name: string; readonly weight: number }[];
type Fit = {
  readonly unit: string;
  readonly att: number;
  readonly weights: Named;
  readonly predictors: readonly {
    readonly name: string;
    readonly v: number;
    readonly treated: number;
    readonly synthetic: number;
  }[];
  readonly preMspe: number;
  readonly postMspe: number;
  readonly reached: readonly number[] | null;
  readonly isConverged: boolean;
  readonly gap: readonly Readonly<Record<'time' | 'actual' | 'synthetic' | 'gap', number>>[];
  readonly placebos: {
    readonly rank: number;
    readonly of: number;
    readonly p: number;
    readonly ratio: number | null;
    readonly floor: number | null;
    readonly units: readonly { readonly unit: string; readonly ratio: number | null }[];
  } | null;
};
type OneByOne = { readonly status: string; readonly att: number; readonly treated: readonly [Fit, ...Fit[]] };
type Together = {
  readonly att: number;
  readonly zeta: { readonly units: number } | null;
  readonly unitWeights: Named;
  readonly timeWeights: Named;
  readonly gap: readonly { readonly time: string; readonly gap: number }[];
  readonly placebos: { readonly standardError: number; readonly interval95: readonly [number, number] } | null;
};

const docs = resolve(import.meta.dirname, '../../../docs/analyse');
const page = readFileSync(resolve(docs, 'synthetic-control.md'), 'utf8');
const example = readTable(resolve(docs, 'examples/synthetic-control.csv'));
const written = readJson(resolve(docs, 'examples/synthetic-control.json')) as Readonly<Record<string, unknown>>;
const { unit, time, outcome, treated, firstTreated } = written;
const shared = { unit, time, outcome, treated, firstTreated };

const oneByOne = (specification: object, table = example) => syntheticControl.run(table, specification) as OneByOne;
const together = (specification: object, table = example) => syntheticControl.run(table, specification) as Together;

/** Five units over six times, treated from the fifth: A is half B and half C, and gains 10. */
const paths: Readonly<Record<string, readonly number[]>> = {
  A: [15, 17, 14, 18, 27, 29],
  B: [10, 14, 8, 16, 14, 18],
  C: [20, 20, 20, 20, 20, 20],
  D: [90, 91, 95, 97, 93, 90],
  E: [80, 85, 83, 81, 84, 82],
};
function tableOf(times: readonly string[], from = paths): Table {
  const rows = Object.entries(from).flatMap(([name, path]) =>
    path.map((value, t) => ({
      u: name,
      t: times[t]!,
      y: String(value),
      x: name === 'C' && t === 1 ? '' : String(value * 2),
    })),
  );
  return { columns: ['u', 't', 'y', 'x'], rows, lines: rows.map((_, row) => row + 2) };
}
const years = ['2001', '2002', '2003', '2004', '2005', '2006'];
const small = { unit: 'u', time: 't', outcome: 'y', treated: ['A'], firstTreated: 2005 };
const sc = { method: 'sc', ...small };

function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

describe('the example of the synthetic control page', () => {
  const nested = oneByOne(written);
  const sdid = together({ method: 'sdid', ...shared });
  const did = together({ method: 'did', ...shared });
  const rounded = (value: number): string => value.toFixed(2);

  it('gives what the page says, in both languages', () => {
    const { placebos } = nested.treated[0];
    const onOutcomes = oneByOne({ method: 'sc', ...shared, placebos: false });
    expect([rounded(nested.att), rounded(onOutcomes.att)]).toEqual(['2.02', '2.07']);
    expect(placebos).toMatchObject({ rank: 1, of: 13, p: 1 / 13 });
    expect([sdid.att, ...sdid.placebos!.interval95, did.att].map(rounded)).toEqual(['2.28', '1.74', '2.83', '2.33']);
    const sentence = page.split('\n').filter((line) => line.includes('2.02') || line.includes('2,02'));
    expect(sentence).toHaveLength(2);
    for (const figure of ['2.07', '2.28', '1.74', '2.83', '2.33']) {
      expect(sentence[0]).toContain(figure);
      expect(sentence[1]).toContain(figure.replace('.', ','));
    }
  });

  it('comes from the command as the page writes it', async () => {
    const command = /^ {4}vigie (?<command>analyse synthetic-control .*)$/m.exec(page)?.groups?.['command'];
    const paths = command!.split(' ').map((part) => part.replace(/^docs\/analyse/, docs));
    expect(await valueOf(paths)).toEqual(nested);
  });

  it('has no field, in or out, that the page does not explain in both languages', () => {
    const fields = new Set([
      ...keysOf([nested, sdid, did, written]),
      ...['donors', 'floor', 'starts', 'take', 'replications', 'reason', 'at'],
    ]);
    expect(fields.size).toBeGreaterThan(40);
    const [english, french] = page.split('\n# `vigie analyse');
    for (const half of [english, french]) {
      expect([...fields].filter((field) => !half!.includes(`\`${field}\``))).toEqual([]);
    }
  });
});

describe('synthetic control of a table', () => {
  it('finds mixture and effect, by time and in the mean, with every donor’s placebo', () => {
    const { status, att, treated: found } = oneByOne(sc, tableOf(years));
    const [fit] = found;
    expect([status, fit.unit, fit.isConverged, fit.reached]).toEqual(['estimated', 'A', true, null]);
    expect(fit.weights.map(({ name }) => name).sort()).toEqual(['B', 'C']);
    for (const { weight } of fit.weights) expect(weight).toBeCloseTo(0.5, 12);
    expect(att).toBeCloseTo(10, 10);
    expect(fit.gap.map(({ time: when }) => when)).toEqual(years);
    expect(fit.gap[4]!.actual).toBe(27);
    expect(fit.gap[4]!.synthetic).toBeCloseTo(17, 10);
    expect(fit.preMspe).toBeLessThan(1e-20);
    expect(fit.placebos!.units.map((each) => each.unit).sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(fit.placebos!.floor).toBeGreaterThan(1);
  });

  it('takes times as numbers or as text, in any order of the rows', () => {
    const months = ['2020-10', '2020-11', '2020-12', '2021-01', '2021-02', '2021-03'];
    const plain = oneByOne(sc, tableOf(years)).treated[0];
    const table = tableOf(months);
    const shuffled = { ...table, rows: [...table.rows].sort((one, other) => (one['y']! < other['y']! ? -1 : 1)) };
    for (const each of [table, shuffled]) {
      const { weights, gap } = oneByOne({ ...sc, firstTreated: '2021-02' }, each).treated[0];
      expect(gap.map(({ time: when }) => when)).toEqual(months);
      for (const { name, weight } of weights)
        expect(weight).toBeCloseTo(plain.weights.find((other) => other.name === name)!.weight, 10);
    }
    const short = ['8', '9', '10', '11', '12', '13'];
    expect(oneByOne({ ...sc, firstTreated: 12 }, tableOf(short)).treated[0].gap.map(({ time: when }) => when)).toEqual(
      short,
    );
  });

  it('takes means or medians of what is known of a predictor, and numbers for their importance', () => {
    const predictors = [
      { column: 'x' },
      { column: 'x', from: 2002, to: 2003 },
      { name: 'middle', column: 'y', from: '2001', take: 'median' },
    ];
    const v = { x: 1, 'x 2002 2003': 2, middle: 1 };
    const [fit] = oneByOne({ ...sc, predictors, v, placebos: false }, tableOf(years)).treated;
    expect(fit.placebos).toBeNull();
    expect(fit.predictors.map(({ name, v: share, treated: own }) => [name, share, own])).toEqual([
      ['x', 0.25, 32],
      ['x 2002 2003', 0.5, 31],
      ['middle', 0.25, 16],
    ]);
    // C has no x in 2002, so that its mean is that of the others.
    const c = oneByOne({ ...sc, treated: ['C'], predictors, v, placebos: false }, tableOf(years)).treated[0];
    expect(c.predictors[1]!.treated).toBe(40);
    const equal = oneByOne({ ...sc, predictors, placebos: false }, tableOf(years)).treated[0];
    expect(equal.predictors.map(({ v: share }) => share)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('fits each treated unit by itself, none of them a donor, and averages their effects', () => {
    const { att, treated: found } = oneByOne({ ...sc, treated: ['A', 'E'] }, tableOf(years));
    expect(found.map((fit) => fit.unit)).toEqual(['A', 'E']);
    expect(att).toBeCloseTo((found[0].att + found[1]!.att) / 2, 12);
    for (const fit of found) {
      expect(fit.weights.every(({ name }) => ['B', 'C', 'D'].includes(name))).toBe(true);
      expect(fit.placebos!.of).toBe(4);
    }
  });

  it('keeps to the donors named, and passes over the rows of others whatever they lack', () => {
    const table = tableOf(years);
    const torn = { ...table, rows: table.rows.filter((row) => row['u'] !== 'D' || row['t'] !== '2003') };
    expect(oneByOne(sc, torn)).toEqual({ status: 'refused', reason: 'cell_missing', unit: 'D', at: '2003' });
    const { treated: found } = oneByOne({ ...sc, donors: ['B', 'C', 'E'] }, torn);
    expect(found[0].placebos!.of).toBe(4);
  });

  it('writes a ratio without anything below the line as null', () => {
    const flat = { A: [1, 1, 1, 1, 2, 2], B: [1, 1, 1, 1, 1, 1], C: [1, 1, 1, 1, 1, 1], D: [5, 6, 5, 6, 5, 6] };
    const { placebos } = oneByOne({ ...sc, floor: false }, tableOf(years, flat)).treated[0];
    expect(placebos!.ratio).toBeNull();
    expect(placebos!.units.find((each) => each.unit === 'D')!.ratio).toBeGreaterThan(0.5);
  });

  it('weighs units and times with sdid, not with did', () => {
    const found = together({ method: 'sdid', ...small }, tableOf(years));
    expect(found.unitWeights.reduce((total, { weight }) => total + weight, 0)).toBeCloseTo(1, 12);
    expect(found.timeWeights.every(({ name }) => years.slice(0, 4).includes(name))).toBe(true);
    expect(found.zeta!.units).toBeGreaterThan(0);
    const did = together({ method: 'did', ...small }, tableOf(years));
    expect(did.zeta).toBeNull();
    // A goes from 16 to 28, the others from 830 / 16 to 421 / 8.
    expect(did.att).toBeCloseTo(12 - (421 / 8 - 830 / 16), 12);
    const alone = together({ method: 'did', ...small, placebos: false }, tableOf(years));
    expect(alone).toEqual({ ...did, placebos: null });
  });

  it('is refused by name and place where the table has a cell twice, none, or no value', () => {
    const table = tableOf(years);
    const change = (name: string, when: string, y: string): Table => ({
      ...table,
      rows: table.rows.map((row) => (row['u'] === name && row['t'] === when ? { ...row, y } : row)),
    });
    const refusal = (each: Table, options: object = {}) => oneByOne({ ...sc, ...options }, each);
    expect(refusal({ ...table, rows: [...table.rows, table.rows[8]!] })).toEqual({
      status: 'refused',
      reason: 'cell_twice',
      unit: 'B',
      at: '2003',
    });
    expect(refusal(change('E', '2004', 'NA'))).toMatchObject({ reason: 'outcome_missing', unit: 'E', at: '2004' });
    const predictors = [{ column: 'x', from: 2002, to: 2002 }];
    expect(refusal(table, { predictors })).toMatchObject({ reason: 'predictor_missing', unit: 'C', at: 'x 2002' });
  });

  it.each([
    ['an unknown treated unit', { treated: ['Z'] }, 'treated'],
    ['an unknown donor', { donors: ['B', 'Z'] }, 'donors'],
    ['a treated donor', { donors: ['A', 'B'] }, 'donors'],
    ['too few donors left', { treated: ['A', 'B', 'C', 'D'] }, 'treated'],
    ['one time before', { firstTreated: 2002 }, 'firstTreated'],
    ['no time after', { firstTreated: 2007 }, 'firstTreated'],
    ['a predictor that reaches into the treatment', { predictors: [{ column: 'x', to: 2005 }] }, 'predictors.0.to'],
    ['two predictors of one name', { predictors: [{ column: 'x' }, { column: 'x' }] }, 'predictors'],
    ['nested without predictors', { v: 'nested' }, 'v'],
    ['numbers for other predictors', { predictors: [{ column: 'x' }], v: { y: 1 } }, 'v'],
    ['no importance at all', { predictors: [{ column: 'x' }], v: { x: 0 } }, 'v'],
    ['too few starts', { starts: 3 }, 'starts'],
    ['a field of another method', { replications: 10 }, 'replications'],
    ['an unknown method', { method: 'ols' }, 'method'],
  ])('says where the specification is wrong: %s', (_, change, path) => {
    const attempt = (): unknown => syntheticControl.run(tableOf(years), { ...sc, ...change });
    expect(attempt).toThrow(InputFailure);
    try {
      attempt();
    } catch (error) {
      expect(error).toMatchObject({
        key: expect.stringMatching(/^analyse\.spec\./) as string,
        values: { path },
      });
    }
  });

  it('says which cell is empty, which column is not there', () => {
    const table = tableOf(years);
    const nameless = { ...table, rows: table.rows.map((row, i) => (i === 3 ? { ...row, u: ' ' } : row)) };
    expect(() => oneByOne(sc, nameless)).toThrow('analyse.emptyCell');
    expect(() => oneByOne({ ...sc, outcome: 'z' }, table)).toThrow('analyse.noColumn');
    // As text it would sort among the numbers, and move the border between before and after.
    const rows = table.rows.map((row, i) => (i === 3 ? { ...row, t: '2004 /04' } : row));
    expect(() => oneByOne(sc, { ...table, rows })).toThrow('analyse.notTimeAt');
    // Sorted as texts, the first quarters of all years would come before the second ones.
    const quarters = table.rows.map((row) => ({ ...row, t: `Q${(Number(row['t']) % 4) + 1} ${row['t'] ?? ''}` }));
    expect(() => oneByOne(sc, { ...table, rows: quarters })).toThrow('analyse.notSorting');
    expect(() => oneByOne({ ...sc, firstTreated: '2005-01' }, table)).toThrow('analyse.notTime');
    expect(() => oneByOne({ ...sc, predictors: [{ column: 'x', from: '2002-01' }] }, table)).toThrow('analyse.notTime');
  });
});
