import { describe, expect } from 'vitest';
import { stored } from '../../../support/stored.ts';
import { auditRowsOf, newJob } from '../imports/support.ts';
import { extractsOf, header } from '../extracts/support.ts';
import { it, test, unitId } from '../../../support/fixtures/unit.ts';

const { preview, apply, extract, rowsOf } = extractsOf(() => test);

/** All that files are made of, without versions: they go on when a record is put back. */
async function filesOf(): Promise<unknown> {
  const tables = [
    'investigation',
    'investigation_event',
    'referral',
    'referral_event',
    'referral_investigation',
    'arrest',
    'charge',
    'extract_record',
    'unit_month',
  ];
  const rows = async (table: string) =>
    (await stored(test, `SELECT * FROM ${table}`))
      .map((row) => JSON.stringify({ ...row, version: 0 }))
      .filter((row) => table !== 'unit_month' || !row.includes('"value":0,'))
      .sort();
  const entries = await stored(test, 'SELECT file_id, term, on_date, amount FROM ledger_entry ORDER BY 1, 2, 3');
  return {
    ...Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await rows(table)] as const))),
    entries,
  };
}

describe('undoing an extract', () => {
  it('puts every record back as it was, months and ledger included', async () => {
    await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-01-02', externalNumber: 'NC-7' });
    await extract('investigations', header, 'A,2026-01-05,', 'B,2026-01-06,2026-02-01');
    await extract('arrests', 'Occurrence number,Arrest date', 'A,2026-02-01', 'A,2026-02-02');
    const before = await filesOf();
    const files = await extract(
      'investigations',
      `${header},Referral number`,
      'A,2026-01-04,2026-03-01,',
      'B,2026-01-06,2026-02-03,',
      'C,2026-01-05,,NC7',
    );
    const changed = await preview('arrests', 'Occurrence number,Arrest date', 'A,2026-02-01', 'C,2026-02-05');
    const [gone] = await rowsOf(changed.previewId, 'gone');
    const arrests = await apply(changed.previewId, { except: [gone!.index] });
    expect(await test.refusal('imports.undo', { importId: files.importId, jobId: newJob() })).toEqual({
      code: 'conflict',
      reason: 'import_in_use',
    });
    expect((await test.call('imports.obstacles', { importId: files.importId })).obstacles).toMatchObject([
      { kind: 'investigation', number: 'C', reason: 'is_referred_to' },
    ]);
    expect(await test.call('imports.undo', { importId: arrests.importId, jobId: newJob() })).toEqual({ undone: 2 });
    expect(await test.call('imports.undo', { importId: files.importId, jobId: newJob() })).toEqual({ undone: 4 });
    expect(await filesOf()).toEqual(before);
    expect(auditRowsOf(test).at(-1)).toMatchObject({ method: 'imports.undo', subject: files.importId });
  });

  it('is refused once a record was changed, by hand or by the next extract', async () => {
    const first = await extract('investigations', header, 'A,2026-01-05,', 'B,2026-01-05,');
    await extract('investigations', header, 'A,2026-01-05,2026-03-01', 'B,2026-01-05,');
    const { obstacles } = await test.call('imports.obstacles', { importId: first.importId });
    expect(obstacles.map(({ number, reason }) => [number, reason])).toEqual([
      ['A', 'changed_since'],
      ['A', 'later_import'],
    ]);
  });
});
