import { resolve } from 'node:path';
import { describe, expect } from 'vitest';
import { createRandom } from '../../../db/estimator/random.ts';
import { valueOf, vigie } from '../entry/cli/support.ts';
import { it, place } from '../../support/fixtures/shared/place.ts';

type Estimate = { readonly mean: number; readonly sd: number; readonly lower: number; readonly upper: number };
type Gibbs = {
  readonly status: string;
  readonly reason?: string;
  readonly method: string;
  readonly observed: { readonly before: number; readonly after: number };
  readonly sampling: { readonly draws: number; readonly seed: number; readonly effectiveDraws: number };
  readonly parameters: {
    readonly observationSd: Estimate;
    readonly levelSd: Estimate;
    readonly coefficients: readonly (Estimate & { readonly regressor: string })[];
  };
  readonly effect: { readonly average: Estimate; readonly total: Estimate };
  readonly tailProbability: number;
  readonly points: readonly {
    readonly time: string;
    readonly actual: number | null;
    readonly predicted: Estimate;
    readonly effect: Estimate | null;
  }[];
};
type Kalman = {
  readonly maximumLikelihood: {
    readonly coefficients: readonly { readonly regressor: string; readonly value: number }[];
    readonly logLikelihood: number;
  };
  readonly given: { readonly logLikelihood: number } | null;
  readonly effect: { readonly average: number; readonly total: number };
  readonly points: readonly { readonly time: string; readonly effect: number | null }[];
};

const random = createRandom(7, 'command');
const months = ['05', '06', '07', '08', '09', '10', '11', '12'];
const rows = months.map((month, t) => {
  const x = random.normal();
  return [`2020-${month}`, (3 + 2 * x + 0.1 * random.normal() + (t > 5 ? 4 : 0)).toFixed(3), x.toFixed(3)];
});
const usual = {
  outcome: 'y',
  regressors: ['x'],
  time: 'month',
  before: ['2020-05', '2020-10'],
  after: ['2020-11', '2020-12'],
  draws: 500,
};

/** The table with some cells replaced: [row, column, text]. */
function written(changes: object, cells: readonly (readonly [number, number, string])[]): string[] {
  const changed = rows.map((row, t) =>
    row.map((text, j) => cells.find(([row_, column]) => row_ === t && column === j)?.[2] ?? text),
  );
  const data = place.write('data.csv', ['month,y,x', ...changed.map((row) => row.join(',')), ''].join('\n'));
  const spec = place.write('spec.json', JSON.stringify({ ...usual, ...changes }));
  return ['analyse', 'structural', '--data', data, '--spec', spec];
}

const analyse = (changes: object = {}, cells: Parameters<typeof written>[1] = []): Promise<Gibbs> =>
  valueOf<Gibbs>(written(changes, cells));

async function faultOf(changes: object, cells: Parameters<typeof written>[1] = []): Promise<string> {
  const { exitCode, err } = await vigie(written(changes, cells));
  expect(exitCode).toBe(1);
  return err;
}

describe('vigie analyse structural', () => {
  it('finds the effect that the example of the documentation was given', async () => {
    const example = (name: string): string =>
      resolve(import.meta.dirname, '../../../docs/analyse/examples', `structural.${name}`);
    const found = await valueOf<Gibbs>(['analyse', 'structural', '--data', example('csv'), '--spec', example('json')]);
    expect(found).toMatchObject({ status: 'estimated', method: 'gibbs', observed: { before: 35, after: 12 } });
    expect(found.effect.average.lower).toBeLessThan(1.2);
    expect(found.effect.average.upper).toBeGreaterThan(1.2);
    expect(found.effect.average.lower).toBeGreaterThan(0);
    expect(found.sampling.effectiveDraws).toBeGreaterThan(100);
    expect(found.points.map(({ time }) => time)).toHaveLength(12);
    expect(found.points[0]!.time).toBe('2021-04');
  });

  it('says what was observed, what was expected and the difference, by time', async () => {
    const found = await analyse({}, [[7, 1, '']]);
    expect(found.observed).toEqual({ before: 6, after: 1 });
    expect(found.points.map(({ time }) => time)).toEqual(['2020-11', '2020-12']);
    expect(found.points[1]).toMatchObject({ actual: null, effect: null });
    expect(found.effect.total).toEqual(found.points[0]!.effect);
    expect(found.effect.total.mean).toBeGreaterThan(2);
    expect(found.parameters.coefficients[0]).toMatchObject({ regressor: 'x' });
  });

  it('counts rows from 1 where there is no column of time', async () => {
    const { points: byMonth, ...rest } = await analyse();
    const byRow = await analyse({ time: null, before: [1, 6], after: [7, 8] });
    expect(byRow).toMatchObject(rest);
    expect(byRow.points.map(({ time }) => time)).toEqual(['7', '8']);
    expect(byRow.points.map(({ predicted }) => predicted)).toEqual(byMonth.map(({ predicted }) => predicted));
  });

  it('takes a regressor with gaps outside both periods', async () => {
    const found = await analyse({ before: ['2020-06', '2020-10'], regressors: ['x'] }, [[0, 2, '']]);
    expect(found.observed.before).toBe(5);
  });

  it('gives the maximum likelihood, and the likelihood of parameters that were asked for', async () => {
    const asked = { observationVariance: 0.01, levelVariance: 0.001, coefficients: [2] };
    const found = (await analyse({ method: 'kalman', parameters: asked })) as unknown as Kalman;
    expect(found.maximumLikelihood.coefficients[0]!.value).toBeCloseTo(2, 0);
    expect(found.given!.logLikelihood).toBeLessThan(found.maximumLikelihood.logLikelihood);
    expect(found.effect.average).toBeCloseTo(4, 0);
    expect(found.effect.total).toBeCloseTo(2 * found.effect.average, 10);
    const plain = (await analyse({ method: 'kalman' }, [[7, 1, 'NA']])) as unknown as Kalman;
    expect(plain.given).toBeNull();
    expect(plain.points[1]).toMatchObject({ time: '2020-12', effect: null });
    expect(plain.effect.total).toBe(plain.points[0]!.effect);
  });

  it('answers that there is no answer where the data carry none', async () => {
    const reasonOf = async (...given: Parameters<typeof analyse>): Promise<string | undefined> =>
      (await analyse(...given)).reason;
    expect(
      await reasonOf({}, [
        [6, 1, ''],
        [7, 1, ''],
      ]),
    ).toBe('no_observed_after');
    expect(await reasonOf({ before: ['2020-08', '2020-10'] })).toBe('too_few_observed');
    const flat = (column: number) => rows.map((_, t) => [t, column, '1'] as const);
    expect(await reasonOf({}, flat(1))).toBe('outcome_constant');
    expect(await reasonOf({}, flat(2))).toBe('regressor_constant');
  });

  it('refuses more draws than memory holds', async () => {
    const data = place.write('long.csv', ['y', ...Array.from({ length: 400 }, (_, t) => String(t % 7)), ''].join('\n'));
    const spec = place.write(
      'long.json',
      JSON.stringify({ outcome: 'y', before: [1, 100], after: [101, 400], draws: 1e5 }),
    );
    const { exitCode, err } = await vigie(['analyse', 'structural', '--data', data, '--spec', spec]);
    expect(exitCode).toBe(1);
    expect(err).toContain('draws:');
  });

  it('says where a specification does not fit the data', async () => {
    expect(await faultOf({ before: ['2020-05', '2021-10'] })).toContain('before.1: “2021-10”');
    expect(await faultOf({ before: ['2020-10', '2020-05'] })).toContain('before:');
    expect(await faultOf({ after: ['2020-10', '2020-12'] })).toContain('after:');
    // A month twice, and a month that is not there.
    expect(await faultOf({}, [[1, 0, '2020-05']])).toContain('time: “2020-05” is not the time of exactly one row');
    expect(await faultOf({}, [[1, 0, '2020-04']])).toContain(
      'time: the times are not at equal distances near “2020-07”',
    );
    expect(await faultOf({}, [[6, 2, '']])).toContain('Row 8, column “x”');
    const many = Array.from({ length: 150_000 }, (_, t) => `${t === 149_999 ? t + 1 : t},1,1`);
    const args = written({ before: [0, 10], after: [11, 20] }, []);
    place.write('data.csv', ['month,y,x', ...many].join('\n'));
    expect((await vigie(args)).err).toContain('the times are not at equal distances near “150000”');
    // One month that is none has no place among the others; rows out of order keep the number of their line.
    expect(await faultOf({}, [[1, 0, '2020-13']])).toContain('Row 3, column “month”: “2020-13” is not a time like');
    expect(
      await faultOf({}, [
        [0, 0, '2020-06'],
        [1, 0, '2020-05'],
        [1, 2, ''],
      ]),
    ).toContain('Row 3, column “x”');
    expect(await faultOf({ regressors: ['z'] })).toContain('“z”');
    expect(await faultOf({ regressors: ['x', 'x', 'x', 'x'] })).toContain('regressors');
    const parameters = { observationVariance: 1, levelVariance: 1 };
    expect(await faultOf({ method: 'kalman', parameters })).toContain('parameters.coefficients');
    expect(await faultOf({ parameters: { ...parameters, coefficients: [1] } })).toContain('parameters:');
    expect(await faultOf({ priorLevelSd: 2 })).toContain('priorLevelSd');
  });

  /** The same months, written in another way. */
  const timed = (times: readonly string[], cells: Parameters<typeof written>[1] = []) =>
    [
      { before: [times[0], times[5]], after: [times[6], times[7]] },
      [...times.map((text, t) => [t, 0, text] as const), ...cells],
    ] as const;

  it.each([
    ['the first of the month', months.map((month) => `2020-${month}-01`)],
    [
      'the last of the month',
      ['05-31', '06-30', '07-31', '08-31', '09-30', '10-31', '11-30', '12-31'].map((day) => `2020-${day}`),
    ],
    [
      'a week after the one before',
      ['03', '10', '17', '24', '31'].map((day) => `2020-05-${day}`).concat(['2020-06-07', '2020-06-14', '2020-06-21']),
    ],
    ['a text that begins with its year', months.map((_, t) => `${2018 + Math.floor(t / 4)} Q${(t % 4) + 1}`)],
  ])('puts times in order where each is %s', async (_, times) => {
    const found = await analyse(...timed(times));
    expect(found.points.map(({ time }) => time)).toEqual(times.slice(6));
    const swapped = [times[1]!, times[0]!, ...times.slice(2)];
    const rowOf = (t: number) => rows[t === 0 ? 1 : t === 1 ? 0 : t]!;
    const moved = swapped.flatMap((__, t) => [[t, 1, rowOf(t)[1]!] as const, [t, 2, rowOf(t)[2]!] as const]);
    const [changes] = timed(times);
    const again = await analyse(changes, [...timed(swapped)[1], ...moved]);
    expect(again.points).toEqual(found.points);
  });

  it('says where a date lacks between the others', async () => {
    const monthly = ['05', '06', '07', '09', '10', '11', '12'].map((month) => `2020-${month}-15`).concat('2021-01-15');
    expect(await faultOf(...timed(monthly))).toContain('the times are not at equal distances near “2020-09-15”');
    const weekly = ['04', '11', '18', '25'].map((day) => `2020-05-${day}`);
    const gap = [...weekly, ...['08', '15', '22', '29'].map((day) => `2020-06-${day}`)];
    expect(await faultOf(...timed(gap))).toContain('the times are not at equal distances near “2020-06-08”');
  });

  it.each(['Q1 2020', '15/05/2020', 'week 9', '2020 week 9'])(
    'refuses a time such as “%s”, which does not sort as it follows',
    async (text) => {
      const number = /9|1/.exec(text)![0];
      const times = months.map((_, t) => text.replace(number, String(Number(number) + t)));
      expect(await faultOf(...timed(times))).toMatch(/Row \d+, column “month”: “.*” does not sort in time/);
    },
  );
});
