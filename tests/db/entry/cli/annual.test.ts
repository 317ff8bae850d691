import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Month, Quarter } from '#contract/ground/dates';
import { createCoordination, newSender, wholeCells, type Coordination } from '../../../support/packs.ts';
import { choosePassphrase } from '../../../support/store.ts';
import { directly, documentOf, vigie } from './support.ts';

let coordination: Coordination;
let access: readonly string[];
let output: string;

/** A locked first quarter of two years, of which the first is over and lacks the reasons for its other quarters. */
beforeAll(async () => {
  const sender = newSender();
  coordination = await createCoordination();
  const { test } = coordination;
  let agreementId = '';
  for (const [fiscalYear, last] of [
    [2025, '2025-06'],
    [2026, '2026-06'],
  ] as const) {
    const quarter = { fiscalYear, quarter: 1 } as Quarter;
    await coordination.receive(
      sender,
      quarter,
      fiscalYear,
      wholeCells(sender.unitId, '2025-01' as Month, last as Month),
    );
    agreementId ||= await coordination.agreementFor([sender]);
    const which = { agreementId, quarter, jobId: randomUUID() };
    const { contentHash } = await test.call('returns.prepare', which);
    await test.call('returns.lock', { ...which, contentHash });
  }
  output = join(test.parent, 'out');
  mkdirSync(output);
  const text = { en: 'No analyst.', fr: 'Aucun analyste.' };
  for (const quarter of [2, 3])
    await test.call('annual.saveText', {
      ...{ agreementId, fiscalYear: 2025, id: null, version: null, kind: 'missing_quarter' },
      ...{ quarter, text },
    });
  access = ['--workspace', test.folder, '--login', 'coordinator', '--agreement', 'AG-1'];
  await choosePassphrase(test);
  test.store.close();
}, 60_000);
afterAll(() => {
  coordination.test.dispose();
});

const annual = async (...args: readonly string[]) => vigie(['annual', ...args, ...access]);

describe('vigie annual', () => {
  it('says what keeps a year from being locked, and drafts it all the same', async () => {
    const missing = await annual('check', '--year', '2025-26');
    expect([missing.exitCode, missing.out]).toEqual([
      4,
      expect.stringContaining('Q4: neither a locked return nor a reason'),
    ]);
    const running = await annual('check', '--year', '2026', '--lang', 'fr');
    expect([running.exitCode, running.out]).toEqual([4, expect.stringContaining('L’exercice n’est pas terminé')]);
    expect((await annual('lock', '--year', '2026')).exitCode).toBe(4);
    expect((await annual('export', '--year', '2026', '--output', output)).exitCode).toBe(1);
    const draft = await annual('export', '--year', '2026', '--output', output, '--draft', '--json');
    expect(documentOf(draft).value).toMatchObject({ folderName: 'AG-1-FY2026-27-annual-draft' });
    expect((await annual('check', '--year', '2025-27')).exitCode).toBe(2);
  });

  it('locks and exports a year that has all it needs, and verifies it', async () => {
    await directly(coordination.test.folder, 'coordinator', async ({ call }) => {
      const { agreements } = await call('agreements.list', {});
      await call('annual.saveText', {
        ...{ agreementId: agreements[0]!.id, fiscalYear: 2025, id: null, version: null, kind: 'missing_quarter' },
        ...{ quarter: 4, text: { en: 'No analyst.', fr: 'Aucun analyste.' } },
      });
    });
    expect((await annual('check', '--year', '2025')).out).toContain('Ready to lock.');
    expect((await annual('export', '--year', '2025', '--output', output, '--pdf')).exitCode).toBe(2);
    const exported = await annual('export', '--year', '2025', '--output', output, '--lock');
    expect([exported.exitCode, exported.out]).toEqual([0, expect.stringContaining('Without the PDF')]);
    const folder = join(output, 'AG-1-FY2025-26-annual');
    const verified = await vigie(['annual', 'verify', folder]);
    expect([verified.exitCode, verified.out]).toEqual([0, expect.stringContaining('AG-1, annual report, FY 2025-26')]);
    expect((await annual('lock', '--year', '2025')).exitCode).toBe(1);
  });

  it('writes tables with semicolons where that is asked for, of a return as of a year', async () => {
    const folder = join(output, 'semicolons');
    mkdirSync(folder);
    const asked = ['--output', folder, '--semicolons'];
    expect((await annual('export', '--year', '2026', '--draft', ...asked)).exitCode).toBe(0);
    const quarter = ['return', 'export', '--quarter', '2025-Q1', ...asked, ...access];
    expect((await vigie(quarter)).exitCode).toBe(0);
    for (const path of ['AG-1-FY2026-27-annual-draft/draft-annual-indicators.csv', 'AG-1-FY2025-26-Q1/indicators.csv'])
      expect(readFileSync(join(folder, path), 'utf8')).toMatch(/^\ufeff?[a-z_]+;[a-z_]+;/);
  });

  it('writes the renewal annex, with a plan of the agreement alone', async () => {
    const written = await annual('renewal', '--output', output, '--json');
    expect(documentOf(written).value).toMatchObject({ folderName: 'AG-1-renewal' });
    const none = await annual('renewal', '--output', output, '--plan', 'Absent');
    expect([none.exitCode, none.err]).toEqual([2, expect.stringContaining('Absent')]);
  });
});
