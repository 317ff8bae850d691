import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { readTable } from '../../../../db/entry/cli/analyse/table.ts';
import { readJson } from '../../../../db/entry/cli/textFile.ts';
import { inThread } from '../../../support/inThread.ts';
import { analyseCapacity, type CapacityFound } from '../../../support/analyseCapacity.ts';
import { valueOf, vigie } from './support.ts';
import { isWhole } from '../../../support/whole.ts';
import { it, place } from '../../../support/fixtures/shared/place.ts';

const docs = new URL('../../../../docs/analyse/', import.meta.url);
const path = (name: string): string => new URL(`examples/${name}`, docs).pathname;

const columns = ['unit', 'month', 'inflow', 'outflow', 'backlog', 'fte_base', 'fte_funded'];
const months = Array.from(
  { length: 18 },
  (_, t) => `${2021 + Math.floor(t / 12)}-${String((t % 12) + 1).padStart(2, '0')}`,
);
/** Two units, the second never funded: 30 files in and 28 out each month, 2 funded FTE from the tenth month on. */
const rows = ['U01', 'U02'].flatMap((unit, index) =>
  months.map((month, t) => [unit, month, 30, 28, 100 + 2 * t, 5, index === 0 && t >= 9 ? 2 : 0].map(String)),
);
const short = { sweeps: 120, burnIn: 60, thin: 1 };

function argumentsFor(lines: readonly (readonly string[])[], options: object, names = columns): string[] {
  const data = place.write('data.csv', [names, ...lines].map((cells) => cells.join(',')).join('\n'));
  return ['analyse', 'capacity', '--data', data, '--spec', place.write('spec.json', JSON.stringify(options))];
}

/** In this thread, which says the same as those of the command: `analyseThreads.test`. */
function run(lines = rows, options: object = {}, names = columns): CapacityFound {
  const [, , , data = '', , spec = ''] = argumentsFor(lines, { ...short, ...options }, names);
  return analyseCapacity(readTable(data), readJson(spec) as object);
}

async function complaint(lines: readonly (readonly string[])[], options: object = {}): Promise<string> {
  const args = argumentsFor(lines, { ...short, ...options });
  const [english, french] = [await vigie(args), await vigie([...args, '--lang', 'fr'])];
  expect([english.exitCode, english.out, french.exitCode, french.out]).toEqual([1, '', 1, '']);
  expect(french.err).not.toBe(english.err);
  return english.err;
}

/** The same rows with one cell changed. */
const changed = (row: number, column: string, value: string): string[][] =>
  rows.map((cells, index) => (index === row ? cells.with(columns.indexOf(column), value) : cells));

describe('the example of docs/analyse/capacity.md', () => {
  it.runIf(isWhole)(
    'has the figures that the page gives, in both languages, with its assumption and with the default',
    async () => {
      const module = new URL('../../../support/analyseCapacity.ts', import.meta.url);
      const specification = readJson(path('capacity.json')) as object;
      const table = readTable(path('capacity.csv'));
      const found = await inThread(module, analyseCapacity, table, specification);
      const byQueue = await inThread(module, analyseCapacity, table, {
        ...specification,
        assumptions: {},
        crossChecks: false,
      });
      const page = readFileSync(new URL('capacity.md', docs), 'utf8').replaceAll(/\s+/g, ' ');
      const { mean, p10, p90 } = found.total[0]!.avoided;
      const centre = found.fit!.productivity;
      const queue = byQueue.total[0]!.avoided;
      const whole = (value: number): string => value.toFixed(0);
      const share = (value: number, mark = ''): string => value.toFixed(2).replace(/^0\./, `${mark}.`);
      const french = (value: number): string => value.toFixed(2).replace('.', ',');
      for (const sentence of [
        `finds ${whole(mean)}, 80 % from ${whole(p10)} to ${whole(p90)}, and δ̄ ${share(centre.mean)}, 80 % from ${share(centre.p10)} to ${share(centre.p90)}.`,
        `the same data give ${whole(queue.mean)}, 80 % from ${whole(queue.p10)} to ${whole(queue.p90)}:`,
        `en trouve ${whole(mean)}, de ${whole(p10)} à ${whole(p90)} à 80 %, et δ̄ ${french(centre.mean)}, de ${french(centre.p10)} à ${french(centre.p90)} à 80 %.`,
        `les mêmes données donnent ${whole(queue.mean)}, de ${whole(queue.p10)} à ${whole(queue.p90)} à 80 %`,
      ])
        expect(page).toContain(sentence);
      // Four units without funding tell the months badly, whatever else the data of the others are good for.
      const graded = found.units.flatMap(({ evidence }) => (evidence?.grade ? [evidence] : []));
      expect(graded.map(({ grade }) => grade)).toEqual(Array.from({ length: 8 }, () => 'C'));
      for (const { reasons } of graded) expect(reasons).toContain('few_controls');
      expect(found.eventStudies).not.toBeNull();
      const bound = found.confounding!;
      expect(bound.likelyFewer).toMatchObject({ of: 8, byChance: 0.8 });
      expect(bound.ownChange!.low).toBeLessThan(bound.ownChange!.high);
    },
  );
});

describe('vigie analyse capacity', () => {
  it('gives each unit and the total at the last month, with the specification as it was used', async () => {
    const found = await valueOf<CapacityFound>(argumentsFor(rows, short));
    expect(found).toMatchObject({
      basis: 'prior',
      eventStudies: null,
      fit: { units: 2, fundedUnits: 1, chains: 4, sweeps: 120 },
    });
    expect(found.specification).toMatchObject({
      ...short,
      seed: 1,
      months: 'last',
      assumptions: { coupling: 'shared' },
    });
    const [funded, control] = found.units;
    // So few funded staff have no productivity of their own.
    expect(funded).toMatchObject({
      unitId: 'U01',
      status: 'estimated',
      productivity: null,
      fundingStart: '2021-10',
      asOf: '2022-06',
    });
    // So short chains do not agree: there is no grade, and the reason comes before the others.
    expect(funded!.evidence).toMatchObject({ grade: null, pointClaim: false });
    expect(funded!.evidence!.reasons[0]).toBe('not_converged');
    expect(funded!.path).toMatchObject([{ month: '2022-06', backlog: 134 }]);
    expect(control).toMatchObject({ fundingStart: null, productivity: null, evidence: null });
    expect(found.total).toMatchObject([{ month: '2022-06', units: 1, backlog: 134 }]);
    expect(found.total[0]!.avoided).toEqual(funded!.path[0]!.avoided);
    expect(found.totalEvidence).toEqual({
      grade: null,
      reason: 'not_converged',
      borneGrade: 'D',
      borneShare: 1,
      leftOutShare: 0,
    });
  });

  it('gives every month when asked, and the same whatever the order of the rows', () => {
    const all = run(rows, { months: 'all' });
    expect(all.units[0]!.path).toHaveLength(18);
    expect(all.total.map(({ month }) => month)).toEqual(months.slice(9));
    // The second unit first, and its last month first.
    expect(run([...rows].reverse(), { months: 'all' })).toEqual(all);
  });

  it('takes a month without a row for one that was not reported, as an empty cell', () => {
    const blank = rows.map((cells, index) =>
      index === 12 ? cells.map((cell, n) => (n >= 2 && n <= 4 ? '' : cell)) : cells,
    );
    const found = run(blank, { months: 'all' });
    expect(found.units[0]!.path.map(({ month }) => month)).not.toContain('2022-01');
    expect(found.fit!.observations).toBe(35);
    // Without the row its staff are not known either, once funded.
    const gone = run(rows.filter((_, index) => index !== 12));
    expect(gone.units[0]).toMatchObject({ status: 'refused', reasons: [{ code: 'fte_missing', months: ['2022-01'] }] });
    const before = run(rows.filter((_, index) => index !== 20));
    expect(before.units[1]).toMatchObject({ status: 'refused' });
  });

  it('reads the columns that are named, and takes the rest for not recorded', () => {
    const names = [
      'service',
      'period',
      'in',
      'out',
      'open',
      'own',
      'paid',
      'started',
      'dropped',
      'extra',
      'bought',
      'rule',
    ];
    const longer = rows.map((cells) => [...cells, '4', '3', '20', '10', 'one']);
    const found = run(
      longer,
      {
        columns: {
          unit: 'service',
          month: 'period',
          inflow: 'in',
          outflow: 'out',
          backlog: 'open',
          fteBase: 'own',
          fteFunded: 'paid',
          proactive: 'started',
          administrative: 'dropped',
          overtimeBase: 'extra',
          overtimeFunded: 'bought',
          definition: 'rule',
        },
      },
      names,
    );
    // Overtime is funded from the first month on: so is the unit.
    expect(found.units[0]).toMatchObject({ fundingStart: '2021-01', cautions: ['funding_before_window'] });
    expect(run().units[0]!.cautions).toEqual(['definition_not_recorded', 'overtime_not_recorded']);
  });

  it('follows its assumptions', () => {
    const hired = run(rows, { assumptions: { substitutionShare: 1 } });
    expect(hired.units[0]!.path[0]!.avoided).toMatchObject({ p025: 0, mean: 0, p975: 0 });
    const sure = { productivityMean: 1.5, productivityDeviation: 0.001, fixedSpread: 0.001 };
    const larger = rows.map((cells) => cells.map((cell) => (cell === '2' ? '6' : cell)));
    expect(run(larger, { assumptions: sure }).units[0]!.productivity!.mean).toBeCloseTo(1.5, 2);
  });

  it('says what is wrong with the data and with the specification', async () => {
    expect(await complaint(changed(3, 'month', '2021-13'))).toContain('Row 5');
    expect(await complaint(changed(3, 'month', '2021-03'))).toContain('“U01” has two rows for 2021-03');
    expect(await complaint(changed(3, 'inflow', 'many'))).toContain('many');
    // JavaScript reads it as 16.
    expect(await complaint(changed(3, 'inflow', '0x10'))).toContain('“0x10” is not a number');
    expect(await complaint(changed(3, 'inflow', '1000000000'))).toContain('1000000000 is more than 100000');
    expect(await complaint(changed(3, 'unit', ''))).toContain('Row 5, column “unit” is empty');
    expect(await complaint(changed(3, 'outflow', '2.5'))).toContain('2.5');
    expect(await complaint(changed(3, 'backlog', '-1'))).toContain('-1');
    expect(await complaint(changed(3, 'fte_base', '-2'))).toContain('-2');
    expect(await complaint(rows, { columns: { proactive: 'own' } })).toContain('no column “own”');
    // Of one, which is no plural.
    const none = await vigie([...argumentsFor(rows, { assumptions: { rampMonths: [] } }), '--lang', 'fr']);
    expect(none.err.replaceAll('\u00a0', ' ')).toContain(
      'assumptions.rampMonths : la liste doit en compter 1 ou plus.',
    );
    expect(await complaint(rows, { burnIn: 120 })).toContain('burnIn');
    expect(await complaint(rows, { totalOf: ['U01', 'U09'] })).toContain('no unit “U09”');
    expect(await complaint(rows, { assumptions: { rampMonths: [4] } })).toContain('assumptions.rampMonths');
    expect(await complaint(rows, { assumptions: { substitution: 1 } })).toContain('substitution');
  });
});
