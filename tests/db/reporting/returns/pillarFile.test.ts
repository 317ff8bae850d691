import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { PrintedPage } from '#contract/ground/printedPage';
import { readDataPackage } from '../../../support/dataPackage.ts';
import { newSender, quarterTwo } from '../../../support/packs.ts';
import { it, coordination } from '../../../support/fixtures/shared/coordination.ts';

let folder: string;
let page: PrintedPage;

it.beforeAll(async () => {
  const { test } = coordination;
  const sender = newSender();
  await coordination.receive(sender, quarterTwo, 1);
  const agreementId = (await coordination.agreementFor([sender])) as never;
  const pillars = [{ code: 'P1', nameEn: 'First', nameFr: 'Premier' }];
  await test.call('funding.savePillars', { pillars, read: [] });
  const line = (code: string, cells: object) => ({
    do: 'add' as const,
    cells: { code, category: 'tools', budget: 100_000, ...cells },
  });
  await test.call('funding.save', {
    ...{ agreementId, register: 'budget', fiscalYear: 2026 },
    changes: [
      line('A', { pillar: 'P1', toProject: 'yes', q1Actual: 18_010, q2Actual: 2_000, q3Actual: 7 }),
      line('B', { pillar: 'P1', toProject: 'no', q1Actual: 10_005 }),
      line('C', { toProject: 'no', q1Actual: 0, q2Actual: 0 }),
    ],
  } as never);
  const which = { agreementId, quarter: quarterTwo, jobId: randomUUID() };
  const { contentHash } = await test.call('returns.prepare', which);
  const { id } = await test.call('returns.lock', { ...which, contentHash });
  const outbox = join(test.parent, 'pillars');
  mkdirSync(outbox);
  const print = (printed: PrintedPage) => {
    page = printed;
    return Promise.resolve(Buffer.from('%PDF-1.4'));
  };
  Object.assign(test.store.options, { print });
  const choices = { returnId: id, folder: test.grant(outbox), separator: 'semicolon' } as const;
  folder = join(outbox, (await test.call('returns.export', choices)).folderName);
}, 60_000);

const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, name)), { bom: true, columns: true, delimiter: ';' });

it('is a file of the return: dollars with their cents to the end of its quarter, the share with its parts, and coverage', () => {
  expect(readdirSync(folder)).toContain('spending-by-pillar.csv');
  const rows = table('spending-by-pillar.csv');
  expect(new Set(rows.map((row) => [row['period_start'], row['period_end']].join()))).toEqual(
    new Set(['2026-04-01,2026-09-30']),
  );
  const short = (row: Record<string, string>) =>
    ['category_code', 'indicator_code', 'value', 'numerator', 'denominator', 'status_code', 'covered', 'asked']
      .map((name) => row[name])
      .join(' ');
  expect(rows.map(short)).toEqual([
    'P1 PILLAR_SPENT 300.15   partial 3 4',
    'P1 PILLAR_PROJECTS 200.10   partial 3 4',
    'P1 PILLAR_ELSEWHERE 100.05   partial 3 4',
    'P1 PILLAR_NOT_ENTERED 0.00   partial 3 4',
    'P1 PILLAR_SHARE 0.6666666667 200.10 300.15 partial 3 4',
    'no_pillar PILLAR_SPENT 0.00   complete 2 2',
    'no_pillar PILLAR_PROJECTS 0.00   complete 2 2',
    'no_pillar PILLAR_ELSEWHERE 0.00   complete 2 2',
    'no_pillar PILLAR_NOT_ENTERED 0.00   complete 2 2',
    'no_pillar PILLAR_SHARE    not_available 2 2',
    ' PILLAR_SPENT 300.15   partial 5 6',
    ' PILLAR_PROJECTS 200.10   partial 5 6',
    ' PILLAR_ELSEWHERE 100.05   partial 5 6',
    ' PILLAR_NOT_ENTERED 0.00   partial 5 6',
    ' PILLAR_SHARE 0.6666666667 200.10 300.15 partial 5 6',
  ]);
});

it('is in the data package, and the dictionary has its codes and the names of the pillars in both languages', () => {
  const { resources } = readDataPackage(folder);
  expect(resources.map(({ path }) => path)).toContain('spending-by-pillar.csv');
  const named = table('data-dictionary.csv').map((row) => [
    row['column'],
    row['code'],
    row['label_en'],
    row['label_fr'],
  ]);
  const used = table('spending-by-pillar.csv');
  for (const column of ['indicator_code', 'category_code', 'coverage_of', 'disaggregation', 'status_code'])
    for (const code of new Set(used.map((row) => row[column]!).filter((each) => each !== '')))
      expect(
        named.filter((row) => row[0] === column && row[1] === code),
        `${column} ${code}`,
      ).toHaveLength(1);
  expect(named).toContainEqual(['category_code', 'P1', 'First', 'Premier']);
});

it('is a table of the page in both languages', () => {
  for (const words of ['Spending by pillar, FY', 'to Q2', 'P1 First', 'No pillar named', '67%', '5/6'])
    expect(page.html).toContain(words);
  const french = page.html.replaceAll('\u00a0', ' ');
  for (const words of ['Dépenses par pilier', 'jusqu’au T2', 'P1 Premier', 'Aucun pilier nommé', '67 %'])
    expect(french).toContain(words);
});
