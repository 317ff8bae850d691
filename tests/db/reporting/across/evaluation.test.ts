import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect } from 'vitest';
import { ledgerTerm, type Measure } from '#contract/ground/codes';
import { monthsBetween, type Month, type Quarter } from '#contract/ground/dates';
import type { Across } from '#contract/reporting/across';
import type { PackCell } from '../../../../db/reporting/packs/format.ts';
import { newSender, type Sender } from '../../../support/packs.ts';
import type { Row } from '../../../support/secondCount.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

/** The fiscal years 2019-20 and 2020-21 of the evaluation of 2022, in its thirty units. */
const last = { fiscalYear: 2020, quarter: 4 } as Quarter;
const months = monthsBetween('2019-04' as Month, '2021-03' as Month);

/** So many over a year of twelve months, in whole numbers. */
const spread = (whole: number, month: number): number =>
  Math.floor((whole * (month + 1)) / 12) - Math.floor((whole * month) / 12);

interface Story {
  readonly received: readonly [number, number];
  readonly arrests: readonly [number, number];
  /** What the backlog of 100 becomes in the second year. */
  readonly closing: number;
}

function cellsOf({ unitId }: Sender, { received, arrests, closing }: Story): PackCell[] {
  const cell = (month: Month, measure: Measure, value: number): PackCell => ({
    unitId,
    month,
    measure,
    value,
    status: value === 0 ? 'zero_confirmed' : 'complete',
    source: 'declared',
  });
  return [
    cell(months[0]!, 'backlog_opening', 100),
    ...months.flatMap((month, index) => {
      const of = (pair: readonly [number, number]): number => spread(pair[index < 12 ? 0 : 1], index % 12);
      const values: Partial<Record<Measure, number>> = {
        received: of(received),
        concluded: of(received),
        reclassified: index === months.length - 1 ? closing - 100 : 0,
      };
      return [
        ...ledgerTerm.options.map((term) => cell(month, term, values[term] ?? 0)),
        cell(month, 'arrests', of(arrests)),
      ];
    }),
  ];
}

const referrals: readonly (readonly [number, number])[] = [
  [500, 700],
  [300, 378],
  [134, 200],
];
const stories = Array.from({ length: 30 }, (_, index): Story => ({
  received: referrals[index] ?? [0, 0],
  arrests: index === 0 ? [83, 185] : [0, 0],
  closing: index < 3 ? 80 : 140,
}));
const contributions = [
  [2017, 280_000_000],
  [2018, 270_000_000],
  [2019, 340_000_000],
  [2020, 690_000_000],
] as const;
let across: Across;
let agreementId: string;
it.beforeAll(async () => {
  const { test, receive, agreementFor } = coordination;
  const senders = stories.map((_, index) => newSender(`U${String(index + 1).padStart(2, '0')}`));
  for (const [index, sender] of senders.entries())
    await receive(sender, last, 10 + index, cellsOf(sender, stories[index]!));
  agreementId = await agreementFor(senders);
  const save = (
    register: 'budget' | 'activities',
    fiscalYear: number,
    cells: readonly Record<string, string | number>[],
  ) =>
    test.call('funding.save', {
      agreementId,
      register,
      fiscalYear,
      changes: cells.map((each) => ({ do: 'add' as const, cells: each })),
    });
  for (const [fiscalYear, cents] of contributions)
    await save('budget', fiscalYear, [{ code: 'C', category: 'tools', budget: cents, q4Actual: cents }]);
  await save(
    'activities',
    2020,
    Array.from({ length: 46 }, (_, index) => ({
      code: `A${String(index + 1)}`,
      status: index < 37 ? 'under_way' : 'planned',
      statusOn: '2021-03-31',
    })),
  );
  across = await test.call('across.view', { quarter: last, agreementId: null });
}, 60_000);

const yearOf = (code: string) => across.indicators.find((each) => each.code === code)!.year!;

describe('the headline figures of the evaluation', () => {
  it('are on one screen: referrals, arrests, backlogs, activities and the contributions of four years', () => {
    expect(yearOf('R1')).toMatchObject({ before: 934, now: 1278, compared: 30 });
    expect(Math.round(yearOf('R1').share! * 100)).toBe(37);
    expect(yearOf('C3')).toMatchObject({ before: 83, now: 185 });
    expect(across.backlog).toEqual({ fell: 3, held: 0, grew: 27, unknown: 0 });
    expect(across.activities).toEqual({ done: 37, all: 46, covered: 1, asked: 1 });
    expect(Math.round((across.activities.done! / across.activities.all!) * 100)).toBe(80);
    expect(across.years).toEqual([2017, 2018, 2019, 2020]);
    expect(across.contributions).toEqual([
      { agreementCode: 'AG-1', spent: contributions.map(([, cents]) => ({ cents, through: 4 })) },
    ]);
    expect(across.yearsInProgress).toEqual([]);
  });

  it('and in one file, the same with commas and with semicolons', async () => {
    const { test } = coordination;
    const rowsWith = async (separator: 'comma' | 'semicolon', delimiter: string): Promise<Row[]> => {
      const path = join(test.parent, `across-${separator}.csv`);
      await test.call('across.export', { quarter: last, agreementId: null, separator, file: test.grant(path) });
      return parse(readFileSync(path), { bom: true, columns: true, delimiter });
    };
    const rows = await rowsWith('comma', ',');
    expect(await rowsWith('semicolon', ';')).toEqual(rows);
    const find = (section: string, code: string) =>
      rows.filter((each) => each['section'] === section && each['code'] === code);
    const year = { period_en: 'FY 2020-21', covered: '30', asked: '30', coverage_of: 'units', agreement_code: '' };
    expect(find('year_compared', 'R1')).toEqual([
      expect.objectContaining({ ...year, value: '1278', previous: '934', change_share: '0.3683' }),
    ]);
    expect(find('year_compared', 'C3')).toEqual([
      expect.objectContaining({ ...year, value: '185', previous: '83', change_share: '1.2289' }),
    ]);
    expect(['fell', 'held', 'grew', 'unknown'].map((code) => find('backlog', code)[0]!)).toMatchObject([
      { ...year, value: '3' },
      { ...year, value: '0' },
      { ...year, value: '27' },
      { ...year, value: '0' },
    ]);
    const quarter = { period_en: 'FY 2020-21 Q4', covered: '1', asked: '1', coverage_of: 'agreements' };
    expect(['done', 'all', 'share'].map((code) => find('activities', code)[0]!)).toMatchObject([
      { ...quarter, value: '37' },
      { ...quarter, value: '46' },
      { ...quarter, value: '0.8043' },
    ]);
    const spent = [
      ['FY 2017-18', '2800000.00', '1', '1'],
      ['FY 2018-19', '2700000.00', '1', '1'],
      ['FY 2019-20', '3400000.00', '1', '1'],
      ['FY 2020-21', '6900000.00', '1', '1'],
    ];
    for (const code of ['AG-1', ''])
      expect(
        find('contributions', code).map((each) => [
          each['period_en'],
          each['value'],
          each['covered'],
          each['agreement_code'] === code ? each['asked'] : 'of another agreement',
        ]),
      ).toEqual(spent);
    expect(find('agreement', 'R1')).toMatchObject([{ agreement_code: 'AG-1', asked: '0', coverage_of: 'units' }]);
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.filter((each) => [each['period_en'], each['period_fr'], each['coverage_of']].includes(''))).toEqual([]);
  });

  it('tell funded units from the others, quarter by quarter with what each covers', () => {
    // The agreement begins in 2025: no unit was funded by it then.
    expect([across.funded.units, across.unfunded.units]).toEqual([0, 30]);
    const cells = across.indicators.find((each) => each.code === 'R1')!.cells;
    expect(cells).toHaveLength(8);
    expect(cells.map(({ covered, asked }) => [covered, asked])).toEqual(Array.from({ length: 8 }, () => [30, 30]));
    const yearsOfQuarters = [cells.slice(0, 4), cells.slice(4)].map((four) =>
      four.reduce((sum, { value }) => sum + value!, 0),
    );
    expect(yearsOfQuarters).toEqual([934, 1278]);
    const figureOf = (group: Across['funded'], code: string) => group.figures.find((each) => each.code === code);
    expect(figureOf(across.unfunded, 'R1')).toMatchObject({ value: cells[7]!.value, covered: 30, asked: 30 });
    expect(figureOf(across.unfunded, 'B2')).toMatchObject({ value: 3 * 80 + 27 * 140, covered: 30 });
    expect(figureOf(across.funded, 'R1')).toMatchObject({ value: null, covered: 0, asked: 0 });
  });

  it('say how far a fiscal year goes that is in progress or not entered to its end, and that a quarter within it is missing', async () => {
    const { test } = coordination;
    const add = (fiscalYear: number, cells: Record<string, number>) =>
      test.call('funding.save', {
        agreementId,
        register: 'budget',
        fiscalYear,
        changes: [{ do: 'add', cells: { code: 'D', category: 'tools', ...cells } }],
      });
    await add(2025, { q1Actual: 100_000, q3Actual: 50_000 });
    await add(2026, { q1Actual: 40_000, q2Actual: 40_000 });
    const now = { fiscalYear: 2026, quarter: 2 } as Quarter;
    const {
      years,
      yearsInProgress,
      contributions: found,
    } = await test.call('across.view', {
      quarter: now,
      agreementId: null,
    });
    expect([years.slice(4), yearsInProgress]).toEqual([[2025, 2026], [2026]]);
    expect(found[0]!.spent.slice(4)).toEqual([
      { cents: 150_000, through: 3, incomplete: true },
      { cents: 80_000, through: 2 },
    ]);
    const path = join(test.parent, 'across-in-progress.csv');
    await test.call('across.export', { quarter: now, agreementId: null, separator: 'comma', file: test.grant(path) });
    const rows: Row[] = parse(readFileSync(path), { bom: true, columns: true });
    const periods = rows.flatMap((row) =>
      row['section'] === 'contributions' ? [[row['agreement_code'], row['period_en'], row['period_fr']]] : [],
    );
    expect(periods).toEqual(
      expect.arrayContaining([
        ['AG-1', 'FY 2020-21', '2020-2021 (exercice)'],
        ['AG-1', 'FY 2025-26, to Q3, incomplete', '2025-2026 (exercice), jusqu’au T3, incomplet'],
        ['AG-1', 'FY 2026-27, to Q2', '2026-2027 (exercice), jusqu’au T2'],
        ['', 'FY 2025-26, to Q3, incomplete', '2025-2026 (exercice), jusqu’au T3, incomplet'],
        ['', 'FY 2026-27, to Q2', '2026-2027 (exercice), jusqu’au T2'],
      ]),
    );
  });
});
