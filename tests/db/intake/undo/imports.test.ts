import fc from 'fast-check';
import { beforeEach, describe, expect } from 'vitest';
import type { ImportId, UnitId } from '#contract/ground/ids';
import {
  auditRowsOf,
  closingByCount,
  closingByLedger,
  contentOf,
  expectIntactAudit,
  importRows,
  many,
  mappingFor,
  newJob,
  officerOfTwoUnits,
} from '../imports/support.ts';
import { it, test } from '../../../support/fixtures/store.ts';

let unitId: UnitId;
beforeEach(async () => {
  [unitId] = await officerOfTwoUnits(test);
});

const raw = () => test.store.requireUnlocked().raw;
const undo = (importId: ImportId) => test.call('imports.undo', { importId, jobId: newJob() });
const obstaclesTo = (importId: ImportId) => test.call('imports.obstacles', { importId });

/** All that files are made of; numbers once given are not given again, and the record of the import stays. */
function filesOf(): unknown {
  const content = contentOf(test) as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  const files = ['referral', 'referral_event', 'ledger_entry'].map((table) => content[table]);
  const months = content['unit_month']!.map((month) => ({ ...month, version: 0 }));
  const found = raw().prepare("SELECT count(*) FROM search_text WHERE search_text MATCH 'words'").pluck().get();
  const entries = raw().prepare('SELECT kind, file_id, unit_id FROM search_entry ORDER BY 1, 2').all();
  return { files, months, entries, found };
}

const row = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 6 }),
    ended: fc.option(fc.constantFrom('concluded', 'not viable', 'transferred')),
    number: fc.integer({ min: 0, max: 500 }),
    unit: fc.constantFrom('', 'U01', 'U02'),
  })
  .map(({ day, month, ended, number, unit }) => {
    const on = `2026-0${month}-${String(day).padStart(2, '0')}`;
    return `${on},public,N${number},,,words,${ended === null ? ',' : `2026-07-01,${ended}`},${unit}`;
  });

describe('undoing an import', () => {
  it('leaves everything as if it had never been, whatever was held and imported before', async () => {
    const rows = fc.array(row, { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(rows, rows, async (first, second) => {
        await importRows(test, first, mappingFor(unitId));
        const before = filesOf();
        const { importId, imported } = await importRows(test, second, mappingFor(unitId));
        expect(await obstaclesTo(importId)).toEqual({ obstacles: [], total: 0 });
        expect(await undo(importId)).toEqual({ undone: imported });
        expect(filesOf()).toEqual(before);
        const closing = closingByLedger(raw());
        expect(closing).toEqual(closingByCount(raw(), closing.keys()));
      }),
      { numRuns: 12 },
    );
  });

  it('gives a zero that a supervisor confirmed back, and lets the numbers go', async () => {
    raw()
      .prepare(
        "INSERT INTO unit_month (unit_id, measure, month, value, status, source) VALUES (?, 'received', '2026-02', 0, 'zero_confirmed', 'counted')",
      )
      .run(unitId);
    const before = filesOf();
    const { importId } = await importRows(test, many(40), mappingFor(unitId));
    await undo(importId);
    expect(filesOf()).toEqual(before);
    await importRows(test, ['2026-01-10,public,M1,,,,,,'], mappingFor(unitId));
    expect(raw().prepare('SELECT number FROM referral').pluck().all()).toEqual(['2026-00041']);
  });

  it('is written to the audit and to the list of past imports, and is done once', async () => {
    const { importId } = await importRows(test, many(3), mappingFor(unitId));
    await undo(importId);
    expect(auditRowsOf(test).at(-1)).toMatchObject({ method: 'imports.undo', outcome: 'done', subject: importId });
    expect((await test.call('imports.list', {})).imports).toMatchObject([
      { id: importId, kind: 'referrals', undone: { by: 'Officer' } },
    ]);
    expect(await test.refusal('imports.undo', { importId, jobId: newJob() })).toEqual({
      code: 'conflict',
      reason: 'import_undone',
    });
    await expectIntactAudit(test);
  });

  it('is refused with all that stands in the way, and then leaves everything', async () => {
    const { importId } = await importRows(
      test,
      ['A', 'B', 'C', 'D', 'E'].map((number) => `2026-03-10,public,${number},,,,,,`),
      mappingFor(unitId),
    );
    const { rows } = await test.call('referrals.list', {
      filter: { importId },
      sort: { column: 'number', descending: false },
      from: { at: 'start' },
      size: 10,
    });
    const [edited, head, linked, assigned] = rows.map(({ id }) => id);
    const other = await test.call('referrals.log', { unitId, source: 'public', receivedOn: '2026-03-11' });
    const facts = { externalNumber: 'A', priorityReceived: null, summary: 'new words' };
    await test.call('referrals.edit', { referralId: edited!, version: 1, ...facts });
    await test.call('referrals.bundle', { headId: head!, referralIds: [other.id], on: '2026-03-12' });
    await test.call('investigations.open', { unitId, openedOn: '2026-03-12', referralIds: [linked!], lead: null });
    const { users } = await test.call('users.directory', {});
    await test.call('referrals.assign', { referralIds: [assigned!], userId: users[0]!.id, on: '2026-03-12' });
    const before = filesOf();
    const { obstacles, total } = await obstaclesTo(importId);
    expect(obstacles.map(({ id, reason }) => [id, reason]).sort()).toEqual(
      [
        [edited, 'changed_since'],
        [head, 'heads_a_bundle'],
        [linked, 'changed_since'],
        [assigned, 'changed_since'],
      ].sort(),
    );
    expect(total).toBe(4);
    expect(await test.refusal('imports.undo', { importId, jobId: newJob() })).toEqual({
      code: 'conflict',
      reason: 'import_in_use',
    });
    expect(filesOf()).toEqual(before);
  });

  it('is for whoever imported and for supervisors, of their own units alone', async () => {
    const { importId } = await importRows(
      test,
      ['2026-03-10,public,A,,,,,,', '2026-03-10,public,B,,,,,,U02'],
      mappingFor(unitId),
    );
    await test.signInAs('admin');
    const newcomer = { displayName: 'X', passphrase: 'a long enough phrase', unitIds: [unitId] };
    await test.call('users.create', { login: 'other', roles: ['investigator'], ...newcomer });
    await test.call('users.create', { login: 'chief', roles: ['supervisor'], ...newcomer });
    for (const login of ['other', 'chief']) {
      await test.signInAs(login);
      expect((await test.refusal('imports.undo', { importId, jobId: newJob() })).code).toBe('forbidden');
    }
    await test.signInAs('officer');
    expect(await undo(importId)).toEqual({ undone: 2 });
  });

  it('leaves nothing undone when it is cancelled', async () => {
    const { importId } = await importRows(test, many(900), mappingFor(unitId));
    const before = filesOf();
    const jobId = newJob();
    const undoing = test.refusal('imports.undo', { importId, jobId });
    test.store.cancelled.add(jobId);
    expect((await undoing).code).toBe('cancelled');
    expect(filesOf()).toEqual(before);
  });
});

describe('remembered mappings', () => {
  it('are named, listed, renamed and deleted', async () => {
    await importRows(test, many(2), mappingFor(unitId));
    const list = async () => (await test.call('importMappings.list', {})).mappings;
    const [kept] = await list();
    expect(kept).toMatchObject({ kind: 'referrals', name: null, fileName: 'referrals.csv', version: 1 });
    await test.call('importMappings.rename', { id: kept!.id, version: 1, name: 'NCECC packages' });
    expect(await list()).toMatchObject([{ name: 'NCECC packages', version: 2 }]);
    await importRows(test, ['2026-05-05,public,Z,,,,,,'], mappingFor(unitId));
    expect(await list()).toMatchObject([{ name: 'NCECC packages' }]);
    expect(await test.refusal('importMappings.delete', { id: kept!.id, version: 1 })).toMatchObject({
      reason: 'version_conflict',
    });
    await test.call('importMappings.delete', { id: kept!.id, version: 2 });
    expect(await list()).toEqual([]);
  });
});
