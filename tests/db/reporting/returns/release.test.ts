import { createHash, randomUUID } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect } from 'vitest';
import type { Output } from '#contract/index';
import { canonicalJson } from '../../../../db/ground/kernel/canonicalJson.ts';
import { verifyReturn } from '../../../../db/reporting/returns/verify.ts';
import { readDataPackage } from '../../../support/dataPackage.ts';
import { readers } from '../../../support/readers.ts';
import { it, held } from '../../../support/fixtures/shared/exportedReturn.ts';

let released: Output<'returns.release'>;
let folder: string;
let cancelled: unknown;
const jobId = randomUUID();

const release = (method: 'suppression' | 'rounding', base: 3 | 5 = 5, jobId = randomUUID()) => {
  const { test } = held.coordination;
  return test.call('returns.release', {
    returnId: held.locked.id,
    folder: test.grant(held.outbox),
    method,
    base,
    jobId,
  });
};

it.beforeAll(async () => {
  // Stopped on its way, by the other method: nothing of it may be left.
  const stopped = randomUUID();
  const running = release('rounding', 5, stopped).catch((error: unknown) => error);
  held.coordination.test.store.cancelled.add(stopped);
  cancelled = await running;
  released = await release('suppression', 5, jobId);
  folder = join(held.outbox, released.folderName);
}, 120_000);

const file = (name: string, inside = folder) => readFileSync(join(inside, name));
const table = (name: string): Record<string, string>[] =>
  parse(file(name), { bom: true, columns: true, record_delimiter: '\r\n' });

describe('the releasable product of a return', () => {
  it('is a folder of its own with the tables, the workbook and a manifest, and nothing by unit and month', () => {
    expect(released.folderName).toBe('AG-1-FY2026-27-Q2-release');
    const names = ['datapackage.json', 'indicators.csv', 'ledger.csv', 'manifest.json', 'release.xlsx'];
    expect(readdirSync(folder).sort()).toEqual(names);
    expect(released.files.map((each) => each.name).sort()).toEqual(names);
    const rows = [...table('indicators.csv'), ...table('ledger.csv')];
    expect(
      rows.filter(
        (row) =>
          row.unit_code !== '' &&
          row.period_end !== row.period_start &&
          row.period_end!.slice(0, 7) === row.period_start!.slice(0, 7),
      ),
    ).toEqual([]);
  });

  it('describes its tables as a data package of the Frictionless standard, and says what is suppressed', () => {
    const { name, resources } = readDataPackage(folder);
    expect(name).toBe('ag-1-fy2026-27-q2-release');
    expect(JSON.stringify(resources)).toContain('x: suppressed');
  });

  it('publishes true numbers, no count of 1 to 4, and marks what is suppressed', () => {
    const rows = table('indicators.csv').filter((row) => !['S1', 'O1', 'K1'].includes(row.indicator_code!));
    for (const row of rows) {
      const truth = held.content.values.find(
        (each) => each.code === row.indicator_code && (each.unitCode ?? '') === row.unit_code,
      )!;
      expect([row.value, row.suppression]).toEqual(
        row.suppression === 'x' ? ['', 'x'] : [truth.value === null ? '' : String(truth.value), ''],
      );
      expect(row.status_code).toBe(truth.status);
    }
    // Eighteen counts and a share by unit and for the agreement, a median time too: it is of the files of both units.
    expect(rows).toHaveLength(20 * 3);
    const ledger = table('ledger.csv');
    const small = ledger.filter((row) => ['1', '2', '3', '4'].includes(row.value!));
    expect(small).toEqual([]);
    // Two files a month go to court from each unit: the agreement's months are 4, the quarters 6 and 12.
    const court = ledger.filter((row) => row.category_code === 'to_court');
    expect(court.map((row) => [row.unit_code, row.period_start, row.suppression])).toEqual([
      ['U01', '2026-07-01', ''],
      ['U02', '2026-07-01', ''],
      ['', '2026-07-01', ''],
      ['', '2026-07-01', 'x'],
      ['', '2026-08-01', 'x'],
      ['', '2026-09-01', 'x'],
    ]);
    const marked = [...rows, ...ledger].filter((row) => row.suppression === 'x');
    const known = [...rows, ...ledger].filter((row) => row.value !== '' || row.suppression === 'x');
    expect([released.counts, released.suppressed]).toEqual([known.length, marked.length]);
  });

  it('gives staff, overtime and the backlog avoided for the agreement alone', () => {
    const rows = table('indicators.csv').filter((row) => ['S1', 'O1', 'K1'].includes(row.indicator_code!));
    expect(rows.map((row) => row.unit_code)).toEqual(rows.map(() => ''));
    expect(rows.map((row) => [row.indicator_code, row.category_code, row.value, row.suppression]).slice(0, 6)).toEqual([
      ['S1', '', '15', ''],
      ['S1', 'funded', '5', ''],
      ['S1', 'base', '10', ''],
      ['O1', '', '240', ''],
      ['O1', 'funded', '0', ''],
      ['O1', 'base', '240', ''],
    ]);
    const avoided = rows.filter((row) => row.indicator_code === 'K1');
    const truth = held.content.counterfactual!.total!.avoided;
    expect(avoided.map((row) => [row.category_code, row.suppression])).toEqual(
      ['p025', 'p10', 'p90', 'p975'].map((quantile) => [quantile, 'rounded_5']),
    );
    for (const row of avoided) {
      const exact = truth[row.category_code as 'p10'];
      expect(Math.abs(Number(row.value) % 5)).toBe(0);
      expect(Math.abs(Number(row.value) - exact)).toBeLessThanOrEqual(2.5);
    }
  });

  it('holds no name, no text of a unit, no hash of what is exact', () => {
    const secrets = [
      'Coordinator',
      held.locked.contentHash,
      'PROTECTED B',
      ...held.content.packs.map((each) => each.sha256),
    ];
    const manifest = JSON.parse(file('manifest.json').toString()) as Record<string, unknown>;
    expect(manifest).toMatchObject({ agreement: 'AG-1', release: { method: 'suppression', base: 5 } });
    expect(manifest.contentHash).not.toBe(held.locked.contentHash);
    for (const { name } of released.files)
      for (const secret of secrets) expect(file(name).includes(secret), `${name} ${secret}`).toBe(false);
    const exact = createHash('sha256').update(canonicalJson(held.content)).digest('hex');
    expect(exact).toBe(held.locked.contentHash);
  });

  it('is verified like a return, on any machine', async () => {
    expect(await verifyReturn(folder, readers)).toMatchObject({
      ok: true,
      problems: [],
      fingerprint: released.fingerprint,
      facts: { version: 1, supersedes: null, released: true },
    });
    const copy = `${folder}-copy`;
    cpSync(folder, copy, { recursive: true });
    writeFileSync(join(copy, 'ledger.csv'), file('ledger.csv').subarray(1));
    expect(await verifyReturn(copy, readers)).toMatchObject({
      problems: [{ code: 'file_changed', file: 'ledger.csv' }],
    });
    writeFileSync(
      join(copy, 'manifest.json'),
      file('manifest.json').toString().replace('"method":"suppression"', '"method":"rounding"'),
    );
    expect((await verifyReturn(copy, readers)).problems.map((each) => each.code)).toContain('signature_invalid');
  });

  it('is the same again, byte for byte, and no other method may follow', async () => {
    const again = await release('suppression');
    expect(again).toEqual({ ...released, folderName: 'AG-1-FY2026-27-Q2-release-2' });
    for (const { name } of released.files)
      expect(file(name, join(held.outbox, again.folderName)).equals(file(name)), name).toBe(true);
    await expect(release('rounding', 3)).rejects.toMatchObject({ failure: { reason: 'release_method_differs' } });
    await expect(release('suppression', 3)).rejects.toMatchObject({ failure: { reason: 'release_method_differs' } });
    const { raw } = held.coordination.test.store.requireUnlocked();
    expect(raw.prepare('SELECT return_id, method FROM return_release').all()).toEqual([
      { return_id: held.locked.id, method: 'suppression' },
    ]);
  });

  it('is refused for a return that is not there', async () => {
    const { test } = held.coordination;
    const input = { folder: test.grant(held.outbox), method: 'suppression' as const };
    await expect(
      test.call('returns.release', { ...input, returnId: '0190a000-0000-7000-8000-000000000001' }),
    ).rejects.toMatchObject({ failure: { code: 'not_found' } });
  });
});

describe('a release on its way', () => {
  it('says how far it is, and is stopped without a trace', () => {
    const told = held.coordination.test.events.flatMap((event) =>
      event.type === 'progress' && event.jobId === jobId ? [event] : [],
    );
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ phase, done, total }) => phase === 'checking' && done <= total!)).toBe(true);
    expect(cancelled).toMatchObject({ failure: { code: 'cancelled' } });
  });

  it('is stopped where its figures are already fixed', async () => {
    const before = readdirSync(held.outbox);
    const stopped = randomUUID();
    const running = release('suppression', 5, stopped).catch((error: unknown) => error);
    held.coordination.test.store.cancelled.add(stopped);
    expect(await running).toMatchObject({ failure: { code: 'cancelled' } });
    expect(readdirSync(held.outbox)).toEqual(before);
  });
});

describe('its workbook, read back by another library', () => {
  it('says in both languages what it is, by which method, and what the symbols mean', async () => {
    const sheets = await readXlsxFile(join(folder, 'release.xlsx'));
    expect(sheets.map((each) => each.sheet)).toEqual([
      'Cover - Couverture',
      'Indicators - Indicateurs',
      'Units - Unités',
      'Ledger - Registre',
      'Months - Mois',
      'Avoided - Évité',
      'Definitions - Définitions',
      'Notes - Remarques',
    ]);
    const text = (tab: string): string => JSON.stringify(sheets.find((each) => each.sheet === tab)!.data);
    expect(text('Cover - Couverture')).toContain('RELEASABLE / DIFFUSABLE');
    expect(text('Cover - Couverture')).toContain('Counts of 1 to 4 suppressed, with complementary suppression');
    expect(text('Cover - Couverture')).toContain('Comptes de 1 à 4 supprimés, avec suppression complémentaire');
    const notes = sheets.find((each) => each.sheet === 'Notes - Remarques')!.data.slice(1);
    for (const [en, fr] of notes) expect([typeof en, typeof fr, en === fr]).toEqual(['string', 'string', false]);
    expect(text('Notes - Remarques')).toContain('“x” means suppressed');
    const months = sheets.find((each) => each.sheet === 'Months - Mois')!.data.slice(1);
    expect(months.map((row) => [row[1], row[10], row[5]])).toEqual([2, 2, 2].map((units) => [units, 'x', 0]));
    expect(months[0]![0]).toEqual(new Date('2026-07-01T00:00:00Z'));
    const units = sheets.find((each) => each.sheet === 'Units - Unités')!.data;
    expect(units.find((row) => row[0] === 'U02' && row[3] === 'C1')![6]).toBe('..');
  });
});
