import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { beforeEach, expect } from 'vitest';
import type { FiscalYear, Month, Quarter } from '#contract/ground/dates';
import type { PrintedPage } from '#contract/ground/printedPage';
import { verifyAnnual } from '../../../../db/reporting/annual/verify.ts';
import { readDataPackage } from '../../../support/dataPackage.ts';
import { newSender, wholeCells, type Coordination } from '../../../support/packs.ts';
import { readers } from '../../../support/readers.ts';
import { it, coordination } from '../../../support/fixtures/coordination.ts';

const fiscalYear = 2025 as FiscalYear;
const quarter = { fiscalYear, quarter: 1 } as Quarter;
let agreementId: never;
let pages: PrintedPage[];

const call: Coordination['test']['call'] = (method, input) => coordination.test.call(method, input);
const add = (register: string, ...rows: readonly object[]) =>
  call('funding.save', {
    ...{ agreementId, register, fiscalYear },
    changes: rows.map((cells) => ({ do: 'add', cells })),
  } as never);

beforeEach(async () => {
  const sender = newSender();
  const cells = wholeCells(sender.unitId, '2025-01' as Month, '2025-06' as Month);
  await coordination.receive(sender, quarter, 1, cells);
  agreementId = (await coordination.agreementFor([sender])) as never;
  const { test } = coordination;
  pages = [];
  Object.assign(test.store.options, {
    print: (page: PrintedPage) => Promise.resolve((pages.push(page), Buffer.from('%PDF-1.4'))),
  });
});

async function lockQuarter(): Promise<void> {
  const which = { agreementId, quarter, jobId: randomUUID() };
  await call('returns.lock', { ...which, contentHash: (await call('returns.prepare', which)).contentHash });
}

async function enterAll(): Promise<void> {
  const pillars = [{ code: 'P1', nameEn: 'First', nameFr: 'Premier' }];
  await call('funding.savePillars', { pillars, read: [] });
  const line = { category: 'tools', budget: 250_000 };
  await add(
    'budget',
    { code: 'A', ...line, pillar: 'P1', toProject: 'yes', q1Actual: 7_550, q2Actual: 1 },
    { code: 'B', ...line, q1Actual: 2_450 },
  );
  await add(
    'amendments',
    { code: '2', inForceOn: '2026-04-01', changesUnits: 'yes', changeEn: 'Later.', changeFr: 'Plus tard.' },
    {
      ...{ code: '1', signedOn: '2025-03-11', inForceOn: '2025-04-01', newEndsOn: '2028-03-31', changesOther: 'no' },
      ...{ amountsFrom: 2025, amount1: 500_000, amount2: 0, changeEn: 'More, "as agreed".', changeFr: 'Davantage.' },
      fileReference: 'RDIMS 12',
    },
  );
  await lockQuarter();
}

async function exported(): Promise<string> {
  const why = { en: 'None.', fr: 'Aucun.' };
  for (const missing of [2, 3, 4])
    await call('annual.saveText', {
      ...{ agreementId, fiscalYear, id: null, version: null, kind: 'missing_quarter', quarter: missing, text: why },
    } as never);
  const { contentHash } = await call('annual.prepare', { agreementId, fiscalYear });
  await call('annual.lock', { agreementId, fiscalYear, contentHash });
  const outbox = join(coordination.test.parent, 'annual');
  mkdirSync(outbox);
  const folder = coordination.test.grant(outbox);
  const { folderName } = await call('annual.export', { agreementId, fiscalYear, folder, separator: 'comma' });
  return join(outbox, folderName);
}

it('has the amendments and the spending by pillar of the last locked return, in every file and both languages', async () => {
  await enterAll();
  // What is entered after the lock is in no file.
  await add('amendments', { code: '3', signedOn: '2025-05-01', inForceOn: '2025-05-01' });
  const folder = await exported();
  const table = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(folder, name)), { bom: true, columns: true });
  const unit = { unit_of_measure_en: 'dollars', unit_of_measure_fr: 'dollars' };
  const first = { agreement_code: 'AG-1', number: '1', signed_on: '2025-03-11', in_force_on: '2025-04-01', ...unit };
  expect(table('amendments.csv')).toEqual([
    {
      ...{ ...first, new_end: '2028-03-31', fy: '2025-26', amount: '5000.00', changes_units: '', changes_other: '0' },
      ...{ change_en: 'More, "as agreed".', change_fr: 'Davantage.', file_reference: 'RDIMS 12' },
    },
    expect.objectContaining({ number: '1', fy: '2026-27', amount: '0.00' }),
    expect.objectContaining({ number: '2', signed_on: '', fy: '', amount: '', changes_units: '1' }),
  ]);
  const pillars = table('annual-spending-by-pillar.csv');
  expect(pillars.map((row) => [row['row'], row['to_quarter'], row['spent'], row['quarters_entered']])).toEqual([
    ['pillar', 'Q1', '75.50', '1'],
    ['none', 'Q1', '24.50', '1'],
    ['total', 'Q1', '100.00', '2'],
  ]);
  const { resources } = readDataPackage(folder);
  expect(resources.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['amendments.csv', 'annual-spending-by-pillar.csv']),
  );
  const sheets = await readXlsxFile(join(folder, 'annual-report.xlsx'));
  const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data.slice(1);
  expect(rowsOf('Amendments - Avenants')?.map((row) => row[0])).toEqual(['1', '2']);
  expect(rowsOf('Pillars - Piliers')?.map((row) => row.slice(1, 4))).toEqual([
    ['P1 First / Premier', 1, 75.5],
    ['No pillar named / Aucun pilier nommé', 1, 24.5],
    ['Total', 2, 100],
  ]);
  const html = pages[0]!.html.replaceAll('\u00a0', ' ');
  for (const words of [
    ...[
      'Funding and amendments',
      'Financement et avenants',
      'end of the agreement: March 31, 2028',
      'fin de l’entente : 31 mars 2028',
    ],
    ...['Spending by pillar, FY 2025-26, to Q1', 'Dépenses par pilier, 2025-2026 (exercice), jusqu’au T1'],
  ])
    expect(html).toContain(words);
});

it('has no such table, sheet or page where the return says nothing of them', async () => {
  await lockQuarter();
  const folder = await exported();
  const paths = readDataPackage(folder).resources.map(({ path }) => path);
  expect(paths).toEqual(['annual-indicators.csv']);
  const sheets = await readXlsxFile(join(folder, 'annual-report.xlsx'));
  expect(sheets.map(({ sheet }) => sheet).filter((name) => /Amendments|Pillars/.test(name))).toEqual([]);
  expect(pages[0]!.html).not.toMatch(/Amendments|Spending by pillar/);
});

it('gives the amendments to the renewal annex as the last locked return has them', async () => {
  await enterAll();
  await add('amendments', { code: '3', signedOn: '2025-05-01', inForceOn: '2025-05-01' });
  const folder = coordination.test.grant(coordination.test.parent);
  const { folderName } = await call('renewal.export', { agreementId, folder, planId: null, jobId: randomUUID() });
  const sheets = await readXlsxFile(join(coordination.test.parent, folderName, 'renewal-annex.xlsx'));
  const [, ...rows] = sheets.find(({ sheet }) => sheet === 'Amendments - Avenants')!.data;
  expect(rows.map((row) => [row[0], row[1]])).toEqual([
    ['1', '2025-03-11'],
    ['2', 'not signed / non signé'],
  ]);
  expect(String(rows[0]![4])).toContain('2025-2026');
  const html = pages[0]!.html.replaceAll('\u00a0', ' ');
  for (const words of ['FY 2025-26: $5,000.00', 'FY 2026-27: $0.00', '2025-2026 (exercice) : 5 000,00 $', 'Davantage.'])
    expect(html).toContain(words);
});

it.runIf(process.platform !== 'win32')('is refused by name where a file of it is a link', async () => {
  await lockQuarter();
  const folder = await exported();
  expect(await verifyAnnual(folder, readers)).toMatchObject({ ok: true });
  for (const name of ['annual-indicators.csv', 'manifest.json']) {
    renameSync(join(folder, name), join(folder, '..', name));
    symlinkSync(join('..', name), join(folder, name));
  }
  expect(await verifyAnnual(folder, readers)).toMatchObject({
    ok: false,
    problems: [
      { code: 'file_linked', file: 'annual-indicators.csv' },
      { code: 'file_linked', file: 'manifest.json' },
    ],
  });
});
