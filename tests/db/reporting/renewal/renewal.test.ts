import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { beforeEach, describe, expect } from 'vitest';
import type { Month, Quarter } from '#contract/ground/dates';
import type { PrintedPage } from '#contract/ground/printedPage';
import { noChange } from '#contract/statistics/plans';
import { coordinationOf, panelsOf } from '../../statistics/estimate/reference/support.ts';
import { newSender, wholeCells, type Coordination } from '../../../support/packs.ts';
import { isWhole } from '../../../support/whole.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

const sender = newSender();
let agreementId: never;

const call: Coordination['test']['call'] = (method, input) => coordination.test.call(method, input);
const quarterOf = (fiscalYear: number, quarter: number) => ({ fiscalYear, quarter }) as Quarter;
const view = () => call('renewal.view', { agreementId });

async function lock(quarter: Quarter) {
  const which = { agreementId, quarter, jobId: randomUUID() };
  const { content, contentHash } = await call('returns.prepare', which);
  const locked = await call('returns.lock', { ...which, contentHash });
  const of = (code: string) => content.values.find((each) => each.code === code && each.unitCode === null)!;
  return { locked, of };
}

const add = (register: string, fiscalYear: number, cells: Record<string, string | number>) =>
  call('funding.save', { agreementId, register, fiscalYear, changes: [{ do: 'add', cells }] } as never);

beforeEach(async () => {
  const whole = wholeCells(sender.unitId, '2025-01' as Month, '2026-06' as Month);
  for (const [year, quarter, last] of [
    [2025, 1, '2025-06'],
    [2025, 4, '2026-03'],
    [2026, 1, '2026-06'],
  ] as const)
    await coordination.receive(
      sender,
      quarterOf(year, quarter),
      year * 10 + quarter,
      whole.filter(({ month }) => month <= last),
    );
  agreementId = (await coordination.agreementFor([sender])) as never;
  const line = { code: 'B-1', nameEn: 'Overtime', category: 'overtime' };
  await add('budget', 2025, { ...line, budget: 500_000, q1Actual: 100_000, q4Actual: 250_000 });
  await add('budget', 2026, { ...line, budget: 600_000, q1Actual: 150_000 });
  const position = { role: 'analyst', funding: 'funded', filledOn: '2025-05-01' };
  await add('positions', 2025, { code: 'P-1', fte: 100, ...position });
  await add('positions', 2025, { code: 'P-2', fte: 50, role: 'analyst', funding: 'funded' });
  await add('positions', 2025, { code: 'P-3', fte: 100, ...position, funding: 'other' });
});

describe('the figures for a renewal', () => {
  it('are those of locked returns alone, year by year over the life of the agreement, each with its source', async () => {
    const before = await view();
    expect([before.last, before.content.results]).toEqual([null, []]);
    expect(before.content.years).toMatchObject([
      { fiscalYear: 2025, asked: 4, inProgress: false, sources: [], budget: null, closing: null, targets: null },
      { fiscalYear: 2026, asked: 4, inProgress: true, sources: [], spent: null, positions: null },
    ]);
    await add('targets', 2025, { code: 'V1', per: 'year', target: 100_00 });
    const first = await lock(quarterOf(2025, 1));
    const fourth = await lock(quarterOf(2025, 4));
    // What is entered after the lock is in no figure.
    await add('budget', 2025, { code: 'B-2', nameEn: 'Later', category: 'overtime', budget: 900_000 });
    const { content, last } = await view();
    expect(last).toEqual(quarterOf(2025, 4));
    const [year] = content.years;
    expect(year).toMatchObject({
      ...{ budget: 500_000, spent: 350_000, estimate: null },
      opening: { quarter: 1, value: first.of('B1').value },
      closing: { quarter: 4, value: fourth.of('B2').value },
      positions: { on: '2026-03-31', funded: 1.5, filled: 1 },
      sources: [
        { quarter: 1, sequence: 1, contentHash: first.locked.contentHash },
        { quarter: 4, sequence: 1, contentHash: fourth.locked.contentHash },
      ],
    });
    const arrests = content.results.find(({ code }) => code === 'C3')!;
    const sum = first.of('C3').value! + fourth.of('C3').value!;
    expect(arrests.years).toMatchObject([
      { value: sum, status: 'partial', quarters: 2 },
      { value: null, status: 'not_available', quarters: 0 },
    ]);
    expect(year!.targets!.without).toBeGreaterThan(0);
    // Two quarters of the year are missing: its sum is judged by no target of the whole year, and by none of a quarter.
    expect(year!.yearTargets).toMatchObject({ met: [], missed: [], partial: [{ code: 'V1', target: 100 }] });
    const { met, missed, unknown } = year!.targets!;
    expect([...met, ...missed, ...unknown]).not.toContain('V1');
  });

  it('leave as a workbook and a page in both languages, and without a locked return say so', async () => {
    const { test } = coordination;
    const pages: PrintedPage[] = [];
    Object.assign(test.store.options, {
      print: (page: PrintedPage) => Promise.resolve((pages.push(page), Buffer.from('%PDF-1.4'))),
    });
    const write = () =>
      call('renewal.export', { agreementId, folder: test.grant(test.parent), planId: null, jobId: randomUUID() });
    await write();
    expect(pages[0]!.html).toContain('No return of the agreement is locked.');
    await lock(quarterOf(2025, 4));
    const { folderName } = await write();
    expect(readdirSync(join(test.parent, folderName)).sort()).toEqual(['renewal-annex.pdf', 'renewal-annex.xlsx']);
    const { html } = pages[1]!;
    // One year of the two is known: the sum is not the life of the agreement.
    const life = html.split('Life of the agreement')[1]!.split('</tr>')[0]!;
    expect(life.match(/1\/2/g)).toHaveLength(3);
    for (const words of [
      'Renewal annex',
      'Annexe de renouvellement',
      'Not spent',
      'Non dépensé',
      '$5,000.00',
      'By quarter only',
      'Par trimestre seulement',
      'PROTECTED B',
    ])
      expect(html).toContain(words);
    const sheets = await readXlsxFile(join(test.parent, folderName, 'renewal-annex.xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Years - Exercices', 'Results - Résultats', 'Sources']);
    const [, year, , whole] = sheets[0]!.data;
    expect(whole![0]).toContain('1/2');
    expect([year!.slice(1, 3), whole!.slice(1, 3)]).toEqual([
      [5000, 2500 + 1000],
      [5000, 3500],
    ]);
    expect(
      await test.refusal('renewal.export', {
        agreementId,
        folder: test.grant(test.parent),
        planId: randomUUID(),
        jobId: randomUUID(),
      }),
    ).toEqual({ code: 'not_found' });
  });
});

describe('spending by pillar in the annex', () => {
  it('is of each year up to its last locked return, on the page in both languages and in a sheet', async () => {
    const { test } = coordination;
    const pages: PrintedPage[] = [];
    Object.assign(test.store.options, {
      print: (page: PrintedPage) => Promise.resolve((pages.push(page), Buffer.from('%PDF-1.4'))),
    });
    const write = async () => {
      const folder = test.grant(test.parent);
      const { folderName } = await call('renewal.export', { agreementId, folder, planId: null, jobId: randomUUID() });
      return readXlsxFile(join(test.parent, folderName, 'renewal-annex.xlsx'));
    };
    await lock(quarterOf(2025, 1));
    expect((await write()).map(({ sheet }) => sheet)).not.toContain('Pillars - Piliers');
    expect(pages[0]!.html).not.toContain('Spending by pillar');

    const pillars = [{ code: 'P1', nameEn: 'First', nameFr: 'Premier' }];
    await call('funding.savePillars', { pillars, read: [] });
    const ofPillar = { category: 'tools', pillar: 'P1', toProject: 'yes' };
    await add('budget', 2025, { code: 'B-3', ...ofPillar, q1Actual: 7_550, q4Actual: 50 });
    await add('budget', 2026, { code: 'B-4', ...ofPillar, q1Actual: 2_000, q2Actual: 9_900 });
    await lock(quarterOf(2025, 4));
    await lock(quarterOf(2026, 1));
    const sheet = (await write()).find((each) => each.sheet === 'Pillars - Piliers')!;
    expect(sheet.data.slice(1).map((row) => row.slice(0, 4))).toEqual([
      ['FY 2025-26 / 2025-2026 (exercice)', 'P1 First / Premier', 1, 76],
      ['FY 2025-26 / 2025-2026 (exercice)', 'No pillar named / Aucun pilier nommé', 1, 3500],
      ['FY 2025-26 / 2025-2026 (exercice)', 'Total', 2, 3576],
      [expect.stringContaining('FY 2026-27, to Q1'), 'P1 First / Premier', 1, 20],
      [expect.stringContaining('jusqu’au T1'), 'No pillar named / Aucun pilier nommé', 1, 1500],
      [expect.stringContaining('FY 2026-27, to Q1'), 'Total', 2, 1520],
    ]);
    for (const caption of [
      ...['Spending by pillar, FY 2025-26', 'Spending by pillar, FY 2026-27, to Q1'],
      ...['Dépenses par pilier, 2025-2026 (exercice)', 'Dépenses par pilier, 2026-2027 (exercice), jusqu’au T1'],
    ])
      expect(pages[1]!.html.replaceAll(/\u00a0/g, ' ').replaceAll('\u2011', '-')).toContain(caption);
  });
});

describe('a plan in the annex', () => {
  it.runIf(isWhole)(
    'looks ahead from the last quarter reported as the plan’s own screen does, and is one of the agreement',
    async () => {
      const { test, unitIds } = await coordinationOf(panelsOf(12, 64));
      try {
        const from = '2025-04-01';
        const { id } = await test.call('agreements.save', {
          code: 'AG-9',
          recipient: { en: 'Ministry of Invention', fr: 'Ministère de l’Invention' },
          programme: { en: 'Fictitious programme', fr: 'Programme fictif' },
          ...{ signaturePlannedOn: null, signedOn: null, startsOn: from, endsOn: '2028-03-31' },
          ...{ languages: ['en', 'fr'], asksBacklogAvoided: true },
          units: unitIds.map((unitId) => ({ unitId, from, to: null })),
        });
        const which = { agreementId: id, quarter: quarterOf(2026, 2), jobId: randomUUID() };
        const { content: prepared } = await test.call('returns.prepare', which);
        const figures = prepared.checks
          .filter(({ blocking }) => blocking)
          .map(({ code, unitCode, measures: [measure] }) => ({
            ...{ code: code === 'pack_missing' ? code : measure!, unitCode, version: null },
          }));
        const text = { en: 'Fictitious units.', fr: 'Unités fictives.' };
        const { agreementId: own, quarter } = which;
        await test.call('returns.explainSeveral', { agreementId: own, quarter, figures, text });
        const { contentHash } = await test.call('returns.prepare', which);
        await test.call('returns.lock', { ...which, contentHash });
        const plan = { ...noChange, growth: 0.2 };
        const scope = { agreementId: id };
        const saved = await test.call('plans.save', { name: 'Busier', scope, plan });
        await test.call('plans.save', { name: 'Of all', scope: { all: true }, plan });
        const { content, plans } = await test.call('renewal.view', { agreementId: id });
        expect(plans).toEqual([{ id: saved.id, name: 'Busier' }]);
        const year = content.years.at(-1)!;
        expect(year.estimate).toMatchObject({ quarter: 2, asked: 12 });

        const pages: PrintedPage[] = [];
        Object.assign(test.store.options, {
          print: (page: PrintedPage) => Promise.resolve((pages.push(page), Buffer.from('%PDF-1.4'))),
        });
        const folder = test.grant(test.parent);
        const { folderName } = await test.call('renewal.export', {
          ...{ agreementId: id, folder, planId: saved.id, jobId: randomUUID() },
        });
        const sheets = await readXlsxFile(join(test.parent, folderName, 'renewal-annex.xlsx'));
        const rows = sheets.find(({ sheet }) => sheet === 'Plan')!.data.slice(1);
        const drawn = await test.call('plans.project', {
          scope,
          lastMonth: '2026-09',
          plan,
          compare: [],
          jobId: randomUUID(),
        });
        const marks = [...drawn.noChange.marks, ...drawn.drawn.marks];
        expect(rows.map((row) => row.slice(1))).toEqual(
          marks.map(({ month, backlog: { p10, p50, p90 } }) => [month, ...[p50, p10, p90].map(Math.round)]),
        );
        for (const words of ['If nothing changes', 'Si ce plan est suivi', 'Busier'])
          expect(pages[0]!.html).toContain(words);
      } finally {
        test.dispose();
      }
    },
    120_000,
  );
});
