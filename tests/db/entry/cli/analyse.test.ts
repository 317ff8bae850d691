import { readFileSync, truncateSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect } from 'vitest';
import { analyseMethods } from '../../../../db/entry/cli/analyse/registry.ts';
import { valueOf, vigie } from './support.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

let spec: string;
it.beforeAll(() => {
  spec = place.write('spec.json', JSON.stringify({ outcome: 'n', time: 't', step: { column: 's' } }));
});

type Estimate = { readonly total: number; readonly standardError: number; readonly low: number; readonly high: number };
type Its = {
  readonly status: string;
  readonly reason?: string;
  readonly family: string;
  readonly rows: { readonly used: number; readonly missing: number };
  readonly dispersion: number;
  readonly coefficients: readonly {
    readonly term: string;
    readonly estimate: number;
    readonly standardError: number;
    readonly ratio: number;
    readonly ratioLow: number;
    readonly ratioHigh: number;
  }[];
  readonly autocorrelation: readonly (number | null)[];
  readonly counterfactual: {
    readonly rows: number;
    readonly observed: number;
    readonly withoutStep: Estimate & { readonly difference: number };
    readonly beforeOnly: Estimate & { readonly status: string; readonly reason?: string };
  } | null;
  readonly test: { readonly without: string; readonly f: number; readonly p: number } | null;
};

const header = 't,n,s';
const counts = [10, 14, 12, 20, 28, 24];
const rows = counts.map((n, t) => `${t + 1},${n},${t < 3 ? 0 : 1}`);
const table = (lines: readonly string[] = rows): string => [header, ...lines, ''].join('\n');
let written = 0;
const file = (content: string | Uint8Array): string => place.write(`${(written += 1)}`, content);

function analyse(content: string | Uint8Array, options: object = {}): Promise<Its> {
  const specification = file(
    JSON.stringify({ outcome: 'n', time: 't', step: { column: 's' }, trend: false, ...options }),
  );
  return valueOf<Its>(['analyse', 'its', '--data', file(content), '--spec', specification]);
}

async function refusal(content: string | Uint8Array, options: object | string = {}) {
  const text =
    typeof options === 'string'
      ? options
      : JSON.stringify({ outcome: 'n', time: 't', step: { column: 's' }, ...options });
  const args = ['analyse', 'its', '--data', file(content), '--spec', file(text)];
  const inEnglish = await vigie(args);
  const inFrench = await vigie([...args, '--lang', 'fr']);
  expect([inEnglish.out, inEnglish.exitCode, inFrench.exitCode]).toEqual(['', 1, 1]);
  expect(inFrench.err).not.toBe(inEnglish.err);
  return inEnglish.err;
}

const step = ({ coefficients }: Its) => coefficients.find(({ term }) => term === 'step')!;

describe('vigie analyse', () => {
  it('prints its result as one JSON document, plain or in the envelope, and the same in a file', async () => {
    const args = ['analyse', 'its', '--data', file(table()), '--spec', spec];
    const plain = await vigie([...args, '--out', place.at('result.json')], { input: '' });
    const value: unknown = JSON.parse(plain.out);
    expect([plain.exitCode, plain.err]).toEqual([0, '']);
    expect(JSON.parse(readFileSync(place.at('result.json'), 'utf8'))).toEqual(value);
    const enveloped = await vigie([...args, '--json']);
    expect(JSON.parse(enveloped.out)).toEqual({ ok: true, value });
  });

  it('overwrites no file', async () => {
    const out = place.write('mine.json', 'mine');
    const ran = await vigie(['analyse', 'its', '--data', file(table()), '--spec', spec, '--out', out]);
    expect([ran.exitCode, ran.out, readFileSync(out, 'utf8')]).toEqual([1, '', 'mine']);
  });

  it('reads a byte order mark, carriage returns, semicolons, tabs, quotes and empty lines alike', async () => {
    const plain = await analyse(table());
    const others = [
      `\ufeff${table()}`,
      table().replaceAll('\n', '\r\n'),
      table().replaceAll(',', ';'),
      table().replaceAll(',', '\t'),
      table().replace('10', '"10"').replace('t,n', '"t", n '),
      `${table()}\n\n`,
    ];
    for (const each of others) expect(await analyse(each)).toEqual(plain);
  });

  it('says what is wrong with the data, in the chosen language', async () => {
    expect(await refusal(table().replace('t,n,s', 't,n,n'))).toContain('two columns named “n”');
    expect(await refusal(table().replace('2,14,0', '2,14'))).toContain('line 3');
    expect(await refusal(`${header}\n`)).toContain('no row below its header');
    expect(await refusal('')).toContain('no row below its header');
    expect(await refusal('{"t": 1,\n"n": 2}')).toContain('cannot be read as a table');
    expect(await refusal(table().replace('14', '"14'))).toContain('cannot be read as a table');
    expect(await refusal(Buffer.from('89504e470d0a1a0a', 'hex'))).toContain('not text in UTF-8');
    expect(await refusal(Buffer.from(table().replace('t,n', 't\0n')))).toContain('not text in UTF-8');
    expect(await refusal(Buffer.from('t;é\n1;2\n', 'latin1'))).toContain('not text in UTF-8');
    const large = file('');
    truncateSync(large, 50 * 1024 * 1024 + 1);
    expect((await vigie(['analyse', 'its', '--data', large, '--spec', spec])).err).toContain('larger than 50 MB');
  });

  it('says what is wrong with the specification', async () => {
    expect(await refusal(table(), '{"outcome": "n",\n "time" "t"}')).toContain('line 2, column 9');
    expect(await refusal(table(), '{"outcome": ')).toContain('is not JSON');
    const twice = '{"step": {"from": 3}, "outcome": "n", "\\u006futcome" : "t"}';
    expect(await refusal(table(), twice)).toContain('has the field “outcome” twice');
    const absent = await vigie(['analyse', 'its', '--data', file(table()), '--spec', place.at('absent.json')]);
    expect([absent.exitCode, absent.err.includes('There is no file')]).toEqual([1, true]);
  });

  it.each([
    [{ outcome: 3 }, 'outcome: a text is needed.', 'outcome : il faut un texte.'],
    [{ outcome: undefined }, 'outcome: it is missing.', 'outcome : ce champ manque.'],
    [{ outcome: '' }, 'outcome: it must not be empty.', 'outcome : ne doit pas être vide.'],
    [
      { family: 'normal' },
      'family: it must be one of these: quasipoisson, poisson.',
      'family : doit être l’un de ceux-ci : quasipoisson, poisson.',
    ],
    [{ ofset: 'n' }, 'ofset: this method knows no such field.', 'ofset : la méthode ne connaît pas ce champ.'],
    [{ offset: { colum: 'n' } }, 'offset.column: it is missing.', 'offset.column : ce champ manque.'],
    [{ season: { harmonics: 0 } }, 'season.harmonics: it must be at least 1.', 'season.harmonics : au moins 1.'],
    [
      { season: { harmonics: 1.5 } },
      'season.harmonics: a whole number is needed.',
      'season.harmonics : il faut un nombre entier.',
    ],
    [{ season: [] }, 'season: fields in braces are needed.', 'season : il faut des champs entre accolades.'],
  ])(
    'names what is wrong in %j by its place, in words of its own and in both languages',
    async (options, english, french) => {
      const text = JSON.stringify({ outcome: 'n', time: 't', step: { column: 's' }, ...options });
      const args = ['analyse', 'its', '--data', file(table()), '--spec', file(text)];
      expect((await vigie(args)).err).toContain(`The specification cannot be used: ${english}`);
      const inFrench = (await vigie([...args, '--lang', 'fr'])).err.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
      expect(inFrench).toContain(`La spécification est inutilisable : ${french}`);
    },
  );

  it('says so where the specification is no object at all', async () => {
    expect(await refusal(table(), '[1]')).toContain('The specification cannot be used: fields in braces are needed.');
  });

  it('knows its methods by name, and needs both files', async () => {
    const names = analyseMethods.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const help = (await vigie(['analyse', '--help'])).out;
    expect(names.filter((name) => !help.includes(name))).toEqual([]);
    for (const args of [['anova', '--data', 'x', '--spec', 'y'], ['its', '--data', 'x'], ['its', '--spec', 'y'], []])
      expect((await vigie(['analyse', ...args])).exitCode).toBe(2);
  });
});

describe('vigie analyse its', () => {
  it('gives coefficients, ratios with their interval, and totals', async () => {
    const found = await analyse(table(), { errors: 'model' });
    const { estimate, standardError, ratio, ratioLow, ratioHigh } = step(found);
    expect(ratio).toBeCloseTo(2, 8);
    expect(Math.log(ratioHigh) - estimate).toBeCloseTo(1.959963984540054 * standardError, 12);
    expect(Math.log(ratioLow) - estimate).toBeCloseTo(-1.959963984540054 * standardError, 12);
    const { observed, withoutStep, beforeOnly } = found.counterfactual!;
    expect([found.rows, observed]).toEqual([{ used: 6, missing: 0 }, 72]);
    for (const { total, low, high } of [withoutStep, beforeOnly]) {
      expect(total).toBeCloseTo(36, 6);
      expect(low < 36 && 36 < high).toBe(true);
    }
    expect(withoutStep.difference).toBeCloseTo(-36, 6);
    expect(found.autocorrelation).toHaveLength(12);
    // Six rows: the errors of the model are too sure of themselves.
    const short = step(await analyse(table()));
    expect([short.estimate, short.standardError]).toEqual([estimate, standardError]);
    expect(short.ratioLow).toBeLessThan(ratioLow);
    expect(short.ratioHigh).toBeGreaterThan(ratioHigh);
  });

  it('holds the dispersion at 1 for Poisson, and tests against the one of the data', async () => {
    const options = { testWithout: 'step' };
    const [quasi, poisson] = [
      await analyse(table(), options),
      await analyse(table(), { ...options, family: 'poisson' }),
    ];
    expect(poisson.dispersion).toBe(1);
    expect(step(quasi).standardError / step(poisson).standardError).toBeCloseTo(Math.sqrt(quasi.dispersion), 10);
    expect(poisson.test).toEqual(quasi.test);
    expect(quasi.test!.p).toBeLessThan(0.01);
  });

  it('takes the logarithm of an exposure unless it is one, and leaves a row without one out', async () => {
    const withExposure = (of: (t: number) => string): string =>
      [`${header},e`, ...rows.map((row, t) => `${row},${of(t)}`), ''].join('\n');
    const column = { column: 'e' };
    const doubled = await analyse(
      withExposure((t) => (t < 3 ? '1' : '2')),
      { offset: column },
    );
    expect(step(doubled).ratio).toBeCloseTo(1, 8);
    const logs = withExposure((t) => String(t < 3 ? 0 : Math.log(2)));
    expect(await analyse(logs, { offset: { ...column, log: false } })).toEqual(doubled);
    const missing = await analyse(
      withExposure((t) => ['1', 'NA', '1', '1', '', '1'][t]!),
      { offset: column },
    );
    expect(missing.rows).toEqual({ used: 4, missing: 2 });
    expect(
      await refusal(
        withExposure((t) => String(t)),
        { offset: column },
      ),
    ).toContain('0 has no logarithm');
  });

  it('counts months from the first, begins the step at one, and takes the season from them', async () => {
    const months = Array.from(
      { length: 48 },
      (_, t) => `${2019 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`,
    );
    const n = months.map((_, t) =>
      Math.round(40 + 10 * Math.sin((2 * Math.PI * (t + 1)) / 12) + (t >= 30 ? 15 : 0) + (t % 3)),
    );
    const byMonth = ['t,n,m,k', ...months.map((month, t) => `${month},${n[t]},${(t % 12) + 1},${t + 1}`), ''].join(
      '\n',
    );
    const options = { trend: true, slopeChange: {}, season: {} };
    const found = await analyse(byMonth, { ...options, step: { from: '2021-07' } });
    const byNumber = {
      ...options,
      time: 'k',
      step: { from: 31 },
      season: { column: 'm' },
      slopeChange: { origin: 31 },
    };
    expect(await analyse(byMonth, byNumber)).toEqual(found);
    const { time, ...rest } = byNumber;
    expect([time, await analyse(byMonth, { ...rest, time: null })]).toEqual(['k', found]);
    expect(found.coefficients.map(({ term }) => term)).toEqual([
      'intercept',
      'trend',
      'step',
      'slopeChange',
      'sin1',
      'cos1',
      'sin2',
      'cos2',
    ]);
    expect(await refusal(byMonth, { step: { from: 31 } })).toContain('“31” is not a time like “2019-01”');
    expect(await refusal(byMonth, { step: { from: '2021-13' } })).toContain('“2021-13” is not a time');
  });

  it('chooses the rows of one unit', async () => {
    const both = [
      'u,t,n,s',
      ...rows.map((row) => `A,${row}`),
      ...rows.map((row) => `B,${row.replace(/,(\d)/, ',1$1')}`),
    ];
    const found = await analyse(both.join('\n'), { only: { column: 'u', value: 'A' } });
    expect(found).toEqual(await analyse(table()));
    expect(await refusal(both.join('\n'))).toContain('Row 8, column “t”: the time is not after');
    expect(await refusal(both.join('\n'), { only: { column: 'u', value: 'C' } })).toContain('No row has “C”');
  });

  it('answers with a refusal where the data allow no fit', async () => {
    const reasonOf = async (lines: readonly string[], options: object = {}) => {
      const { status, reason } = await analyse(table(lines), options);
      return [status, reason];
    };
    expect(await reasonOf(rows.slice(0, 2))).toEqual(['refused', 'too_few_rows']);
    expect(await reasonOf(rows.slice(0, 3))).toEqual(['refused', 'collinear']);
    expect(await reasonOf(rows.map((row) => row.replace(/,\d+,1$/, ',0,1')))).toEqual(['refused', 'did_not_converge']);
    const short = await analyse(table(rows.slice(2)), { trend: true });
    expect(short.counterfactual!.beforeOnly).toEqual({ status: 'refused', reason: 'too_few_rows' });
    expect((await analyse(table(), { counterfactual: null })).counterfactual).toBeNull();
  });

  it('refuses counts below zero, texts, and a test of a term that is not there', async () => {
    expect(await refusal(table().replace('14', '-14'))).toContain('Row 3, column “n”: -14 is below zero');
    expect(await refusal(table().replace('14', 'many'))).toContain('Row 3, column “n”: “many” is not a number.');
    expect(await refusal(table(), { testWithout: 'season' })).toContain('no term “season”');
    expect(await refusal(table(), { outcome: 'x' })).toContain('no column “x”');
  });

  it('finds in the example of the guide the step that was put there', async () => {
    const examples = resolve(import.meta.dirname, '../../../../docs/analyse/examples');
    const args = ['analyse', 'its', '--data', resolve(examples, 'its.csv'), '--spec', resolve(examples, 'its.json')];
    const found = await valueOf<Its>(args);
    const { ratioLow, ratioHigh } = step(found);
    expect([found.status, found.rows, ratioLow < 1.3 && 1.3 < ratioHigh]).toEqual([
      'estimated',
      { used: 58, missing: 2 },
      true,
    ]);
    expect(found.test!.p).toBeLessThan(0.05);
    expect(await valueOf<Its>(args)).toEqual(found);
  });

  it('takes a month without a row as it takes one with an empty cell: it parts its neighbours', async () => {
    const examples = resolve(import.meta.dirname, '../../../../docs/analyse/examples');
    const lines = readFileSync(resolve(examples, 'its.csv'), 'utf8').trimEnd().split('\n');
    const isLeftOut = (line: string): boolean => /^20(19-0[3-7]|22-1)/.test(line);
    const spec = resolve(examples, 'its.json');
    const found = (content: readonly string[]): Promise<Its> =>
      valueOf<Its>(['analyse', 'its', '--data', file(content.join('\n')), '--spec', spec]);
    const absent = await found(lines.filter((line) => !isLeftOut(line)));
    const empty = await found(lines.map((line) => (isLeftOut(line) ? line.replace(/,\d+/, ',') : line)));
    expect(empty.rows.missing).toBe(absent.rows.missing + 8);
    expect({ ...absent, rows: null }).toEqual({ ...empty, rows: null });
  });
});
