import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../db/entry/cli/analyse/table.ts';
import { analyseSyntheticControl } from '../support/analyseSyntheticControl.ts';
import { inThread } from '../support/inThread.ts';
import { isStress } from '../support/stress.ts';
import { publishedFile, publishedFiles } from './data.ts';
import { isWhole } from '../support/whole.ts';

type Fit = {
  readonly W: Readonly<Record<string, number>>;
  readonly preMSPE: number;
  readonly gap: Readonly<Record<string, number>>;
};
type FitByV = Fit & { readonly V: Readonly<Record<string, number>> };
type Expected = {
  readonly prop99: {
    readonly outcome_only: Fit;
    readonly nested: FitByV;
    readonly placebo_outcome_only_CA_in_pool: Readonly<
      Record<string, { readonly ratio: number; readonly pre: number; readonly post: number }>
    >;
  };
  readonly bestV: FitByV;
  readonly sdid: {
    readonly DiD: number;
    readonly SDID: number;
    readonly SC: number;
    readonly zeta_omega: number;
    readonly omega: Readonly<Record<string, number>>;
    readonly lambda: Readonly<Record<string, number>>;
  };
};

type Weights = readonly { readonly name: string; readonly weight: number }[];
type Treated = {
  readonly unit: string;
  readonly att: number;
  readonly weights: Weights;
  readonly preMspe: number;
  readonly postMspe: number;
  readonly kkt: number;
  readonly reached: readonly number[] | null;
  readonly gap: readonly { readonly time: string; readonly gap: number }[];
  readonly placebos: {
    readonly rank: number;
    readonly of: number;
    readonly p: number;
    readonly units: readonly { readonly unit: string; readonly preRmspe: number; readonly postRmspe: number }[];
  } | null;
};
type Differences = {
  readonly att: number;
  readonly unitWeights: Weights;
  readonly timeWeights: Weights;
  readonly zeta: { readonly units: number } | null;
  readonly placebos: { readonly replications: number; readonly standardError: number };
};

const data = publishedFile('prop99.csv');
const files = ['prop99.json', 'prop99_best_v.json', 'prop99_sdid.json'].map((name) => publishedFile('expected', name));
const { missing, reason } = publishedFiles(data, ...files);

function readExpected(): Expected {
  const [prop99, bestV, sdid] = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as unknown);
  return { prop99, bestV, sdid } as Expected;
}

const shared = { unit: 'state', time: 'year', outcome: 'cigsale', treated: ['California'], firstTreated: 1989 };
const onOutcomes = { method: 'sc', ...shared };
/** As Abadie, Diamond and Hainmueller (2010), in the order and under the names of the reference answers. */
const predictors = [
  { name: 'lnincome_80_88', column: 'lnincome', from: 1980, to: 1988 },
  { name: 'age15to24_80_88', column: 'age15to24', from: 1980, to: 1988 },
  { name: 'retprice_80_88', column: 'retprice', from: 1980, to: 1988 },
  { name: 'beer_84_88', column: 'beer', from: 1984, to: 1988 },
  { name: 'cig1975', column: 'cigsale', from: 1975, to: 1975 },
  { name: 'cig1980', column: 'cigsale', from: 1980, to: 1980 },
  { name: 'cig1988', column: 'cigsale', from: 1988, to: 1988 },
];

function weightOf(weights: Weights, name: string): number {
  return weights.find((each) => each.name === name)?.weight ?? 0;
}

describe.skipIf(missing)(`published answers of the California tobacco panel${reason}`, () => {
  const table = missing ? { columns: [], rows: [], lines: [] } : readTable(data);
  const expected = missing ? null : readExpected();
  const module = new URL('../support/analyseSyntheticControl.ts', import.meta.url);
  const run = (specification: object, of = table) => inThread(module, analyseSyntheticControl, of, specification);
  const fit = async (specification: object, of = table): Promise<Treated> => {
    const found = (await run(specification, of)) as { readonly treated: readonly [Treated] };
    return found.treated[0];
  };
  const within = (value: number, reference: number, tolerance: number): void => {
    expect(Math.abs(value - reference)).toBeLessThanOrEqual(tolerance);
  };
  const expectWeights = (found: Treated, reference: Fit): void => {
    const states = new Set([...found.weights.map(({ name }) => name), ...Object.keys(reference.W)]);
    for (const state of states) within(weightOf(found.weights, state), reference.W[state] ?? 0, 1e-5);
  };

  /** Row 1. */
  it('synthetic control on the outcomes: weights to 1e-5, MSPE to 1e-6, and it is the optimum', async () => {
    const found = await fit({ ...onOutcomes, placebos: false });
    const reference = expected!.prop99.outcome_only;
    expectWeights(found, reference);
    within(found.preMspe / reference.preMSPE, 1, 1e-6);
    within(found.att, -19.5136, 5e-5);
    within(found.gap.at(-1)!.gap, -26.597, 5e-4);
    expect(found.kkt).toBeGreaterThanOrEqual(-1e-8);
  });

  it('no state may gain weight: reduced gradients in the units of the data, computed anew', async () => {
    const found = await fit({ ...onOutcomes, placebos: false });
    const before = found.gap.slice(0, 19).map(({ gap }) => gap);
    const years = found.gap.slice(0, 19).map(({ time }) => time);
    const slope = (state: string): number => {
      const sales = new Map(
        table.rows.filter((row) => row['state'] === state).map((row) => [row['year'], row['cigsale']]),
      );
      return years.reduce((total, year, t) => total - before[t]! * Number(sales.get(year)), 0);
    };
    const average = found.weights.reduce((total, { name, weight }) => total + weight * slope(name), 0);
    const states = new Set(table.rows.map((row) => row['state']!).filter((state) => state !== 'California'));
    expect(states.size).toBe(38);
    for (const state of states) expect(slope(state) - average).toBeGreaterThanOrEqual(-1e-8);
  });

  it('placebos on the outcomes: every ratio; a state fitted too well pushes California to rank 3, the floor takes that away', async () => {
    const { placebos } = await fit({ ...onOutcomes, floor: false });
    const reference = expected!.prop99.placebo_outcome_only_CA_in_pool;
    expect(placebos!.units.map(({ unit }) => unit).sort()).toEqual(Object.keys(reference).sort());
    for (const { unit, preRmspe, postRmspe } of placebos!.units) {
      within(preRmspe ** 2 / reference[unit]!.pre, 1, 1e-6);
      within(postRmspe ** 2 / preRmspe ** 2 / reference[unit]!.ratio, 1, 1e-6);
    }
    expect(placebos!.units.slice(0, 3).map(({ unit }) => unit)).toEqual(['Missouri', 'Virginia', 'California']);
    expect(placebos).toMatchObject({ rank: 3, of: 39, p: 3 / 39 });
    expect((await fit(onOutcomes)).placebos).toMatchObject({ rank: 1, of: 39, p: 1 / 39 });
  });

  const published = { Utah: 0.334, Nevada: 0.234, Montana: 0.199, Colorado: 0.164, Connecticut: 0.069 };

  /** Row 2. */
  it.runIf(isWhole)('nested V from 12 starts', async () => {
    const found = await fit({ ...onOutcomes, predictors, v: 'nested', floor: false, placebos: false });
    expect(found.reached).toHaveLength(12);
    expect(found.preMspe).toBeLessThanOrEqual(3.1);
    for (const [state, weight] of Object.entries(published)) within(weightOf(found.weights, state), weight, 0.01);
    within(found.gap.at(-1)!.gap, -25.73, 0.15);
  });

  it(
    'and as many for each placebo: first of 39 under `npm run stress`, of 8 in the whole run, of 5 otherwise',
    { timeout: 300_000 },
    async () => {
      const few = ['California', ...Object.keys(published).slice(0, isWhole ? 5 : 2), 'Nebraska', 'Texas'];
      const rows = isStress ? table.rows : table.rows.filter((row) => few.includes(row['state']!));
      const specification = { ...onOutcomes, predictors, v: 'nested', floor: false };
      const { placebos } = await fit(specification, { ...table, rows });
      const of = isStress ? 39 : few.length;
      expect(placebos).toMatchObject({ rank: 1, of, p: 1 / of });
    },
  );

  /** Row 3. */
  it('V given: weights to 1e-5', async () => {
    for (const reference of [expected!.bestV, expected!.prop99.nested]) {
      const found = await fit({ ...onOutcomes, predictors, v: reference.V, placebos: false });
      expectWeights(found, reference);
    }
  });

  /** Row 4. */
  it('difference in differences to 1e-8, the synthetic one to .005 of -15.6054', async () => {
    const differences = async (method: string) => (await run({ method, ...shared })) as Differences;
    const { att } = await differences('did');
    within(att, -27.349111, 5e-7);
    within(att, expected!.sdid.DiD, 1e-8);
    const found = await differences('sdid');
    within(found.att, -15.6054, 0.005);
    within(found.zeta!.units, expected!.sdid.zeta_omega, 1e-8);
    for (const { name, weight } of found.unitWeights) within(weight, expected!.sdid.omega[name] ?? 0, 1e-5);
    for (const { name, weight } of found.timeWeights) within(weight, expected!.sdid.lambda[name] ?? 0, 1e-5);
    expect(found.placebos.replications).toBe(38);
  });
});
