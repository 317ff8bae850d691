import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { endOf } from '../../../../db/casework/referrals/triage/rules.ts';
import { dispatch } from '../../../../db/store/dispatch.ts';
import { noChildIdentified } from '../../../support/danger.ts';
import { createTestStore, type TestStore } from '../../../support/store.ts';
import {
  auditRowsOf,
  closingByCount,
  closingByLedger,
  contentOf,
  expectIntactAudit,
  header,
  importRows,
  many,
  mappingFor,
  newJob,
  officerOfTwoUnits,
  previewFile,
  previewRows,
  writeFile,
} from './support.ts';
import { it, test } from '../../../support/fixtures/store.ts';

let unitId: UnitId;
let secondId: UnitId;
beforeEach(async () => {
  [unitId, secondId] = await officerOfTwoUnits(test);
});

const auditRows = () => auditRowsOf(test);
const raw = () => test.store.requireUnlocked().raw;

describe('an import', () => {
  it('writes the new rows with their numbers, histories, ledger and record', async () => {
    await test.call('referrals.log', { unitId, source: 'public', receivedOn: '2026-02-01' });
    const { previewId } = await previewRows(
      test,
      [
        '2026-03-10,NCECC,A-1,P1,very high,some words,2026-05-20,Information only,',
        '2026-03-11,école,,,,,,,u02',
        '2025-12-31T22:00:00Z,public,A-3,,,,2026-01-02,transferred,',
        '2026-02-31,public,A-4,,,,,,',
        '2026-03-10,public,a1,,,,,,',
      ],
      mappingFor(unitId),
    );
    const { importId, imported } = await test.call('imports.apply', { previewId, jobId: newJob() });
    expect(imported).toBe(3);
    const list = await test.call('referrals.list', {
      filter: { importId },
      sort: { column: 'receivedOn', descending: false },
      from: { at: 'start' },
      size: 10,
    });
    const blank = {
      id: null,
      externalNumber: null,
      priorityReceived: null,
      riskBand: null,
      summary: null,
      assignedTo: null,
      due: null,
      rescore: null,
      officerNamed: null,
      dangerSince: null,
      stateUncertain: null,
      version: 1,
    };
    expect(list.rows.map((row) => ({ ...row, id: null }))).toEqual([
      {
        ...blank,
        unitId,
        number: '2025-00001',
        source: 'public',
        receivedOn: '2025-12-31',
        externalNumber: 'A-3',
        state: 'transferred_out',
        stateOn: '2026-01-02',
      },
      {
        ...blank,
        unitId,
        number: '2026-00002',
        source: 'ncecc',
        receivedOn: '2026-03-10',
        externalNumber: 'A-1',
        priorityReceived: 'P1',
        riskBand: 'very_high',
        summary: 'some words',
        state: 'information_only',
        stateOn: '2026-05-20',
      },
      {
        ...blank,
        unitId: secondId,
        number: '2026-00001',
        source: 'school',
        receivedOn: '2026-03-11',
        state: 'received',
        stateOn: '2026-03-11',
        due: { at: endOf('2026-12-08' as never), what: 'decision' },
      },
    ]);
    const { history } = await test.call('referrals.get', { referralId: list.rows[1]!.id });
    expect(history.map((each) => ({ ...each, at: 0 }))).toEqual([
      { at: 0, on: '2026-03-10', uncertain: null, from: null, to: 'received', by: 'Officer', reason: null },
      {
        at: 0,
        on: '2026-05-20',
        uncertain: null,
        from: 'received',
        to: 'information_only',
        by: 'Officer',
        reason: null,
      },
    ]);
    expect((await test.call('imports.list', {})).imports).toEqual([
      {
        id: importId,
        kind: 'referrals',
        fileName: 'referrals.csv',
        importedAt: expect.any(Number) as number,
        importedBy: 'Officer',
        counts: { new: 3, duplicate: 1, conflict: 0, invalid: 1 },
        changed: 0,
        undone: null,
        mayUndo: true,
      },
    ]);
    // The series goes on behind the import.
    expect((await test.call('referrals.log', { unitId, source: 'public', receivedOn: '2026-04-01' })).number).toBe(
      '2026-00003',
    );
    const closing = closingByLedger(raw());
    expect(closing).toEqual(closingByCount(raw(), closing.keys()));
  });

  it('gives the same rows, numbers and months as logging and moving them one by one, day by day', async () => {
    await importRows(test, many(60), mappingFor(unitId));
    const other = await createTestStore();
    try {
      const [otherUnit] = await officerOfTwoUnits(other);
      for (const row of many(60).sort((a, b) => a.slice(0, 10).localeCompare(b.slice(0, 10)))) {
        const [receivedOn, , externalNumber, , , summary, on] = row.split(',');
        const logged = await other.call('referrals.log', {
          unitId: otherUnit,
          source: 'public',
          receivedOn: receivedOn as never,
          externalNumber,
          riskBand: 'low',
          summary,
        });
        if (on) await other.call('referrals.decideDanger', noChildIdentified(logged.id));
        if (on) await other.call('referrals.move', { referralId: logged.id, version: 1, to: 'concluded', on: on });
      }
      const facts = (each: TestStore): unknown =>
        [
          `SELECT number, source, received_on, external_number, external_key, priority_received, risk_band, summary, state, state_on, open FROM referral ORDER BY number`,
          `SELECT r.number, e.position, e.on_date, e.from_state, e.to_state, e.carried FROM referral_event e JOIN referral r ON r.id = e.referral_id ORDER BY 1`,
          `SELECT r.number, l.file_kind, l.on_date, l.term, l.amount FROM ledger_entry l JOIN referral r ON r.id = l.file_id ORDER BY 1, 4`,
          `SELECT measure, month, value, status, source FROM unit_month ORDER BY 1, 2`,
          `SELECT next FROM number_counter`,
        ].map((query) => each.store.requireUnlocked().raw.prepare(query).all());
      expect(facts(test)).toEqual(facts(other));
    } finally {
      other.dispose();
    }
  });

  it('is one audit entry with counts and the digest of its rows', async () => {
    const before = auditRows().length;
    const { importId } = await importRows(
      test,
      ['2026-03-10,public,SECRET-1,,,,,,', 'x,public,,,,,,,'],
      mappingFor(unitId),
    );
    const added = auditRows().slice(before) as { method: string; subject: string; facts: string }[];
    expect(added.map((each) => each.method)).toEqual(['imports.preview', 'imports.apply']);
    const row = raw().prepare('SELECT id, number FROM referral').get() as { id: string; number: string };
    const written = {
      ...row,
      unitId,
      source: 'public',
      receivedOn: '2026-03-10',
      receivedAt: null,
      externalNumber: 'SECRET-1',
      externalKey: 'SECRET1',
      ...{ priorityReceived: null, riskBand: null, summary: null, assignedTo: null, officerNamed: null },
      ...{ state: 'received', stateOn: '2026-03-10', stateOnLatest: null, stateOnPrecision: null },
      open: true,
    };
    const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
    expect({ subject: added[1]!.subject, facts: JSON.parse(added[1]!.facts) as unknown }).toEqual({
      subject: importId,
      facts: {
        new: 1,
        duplicate: 0,
        conflict: 0,
        invalid: 1,
        fileSha256: sha256(readFileSync(join(test.parent, 'referrals.csv'))),
        rowsSha256: sha256(JSON.stringify(written)),
      },
    });
    await expectIntactAudit(test);
  });

  it('brings nothing when it is repeated', async () => {
    await importRows(test, many(50), mappingFor(unitId));
    const before = raw().prepare('SELECT count(*) FROM referral').pluck().get();
    const again = await previewRows(test, many(50), mappingFor(unitId));
    expect(again).toMatchObject({
      counts: { new: 0, duplicate: 50, conflict: 0, invalid: 0 },
      reasons: { held_already: 50 },
    });
    expect((await test.call('imports.apply', { previewId: again.previewId, jobId: newJob() })).imported).toBe(0);
    expect(raw().prepare('SELECT count(*) FROM referral').pluck().get()).toBe(before);
  });

  it('is done once', async () => {
    const { previewId } = await previewRows(test, ['2026-03-10,public,,,,,,,'], mappingFor(unitId));
    const [first, second] = await Promise.all(
      [newJob(), newJob()].map((jobId) => dispatch(test.store, 'imports.apply', { previewId, jobId })),
    );
    expect([first!.ok, second!.ok]).toEqual([true, false]);
    expect(await test.refusal('imports.apply', { previewId, jobId: newJob() })).toEqual({ code: 'conflict' });
    expect(raw().prepare('SELECT count(*) FROM referral').pluck().get()).toBe(1);
  });

  it('leaves out what was logged after the preview, and says so in its counts and report', async () => {
    const { previewId } = await previewRows(test, many(3), mappingFor(unitId));
    await test.call('referrals.log', {
      unitId,
      source: 'school',
      receivedOn: '2026-02-11',
      externalNumber: 'm-1',
    });
    await test.call('referrals.log', {
      unitId: secondId,
      source: 'school',
      receivedOn: '2026-03-12',
      externalNumber: 'M 2',
    });
    expect((await test.call('imports.apply', { previewId, jobId: newJob() })).imported).toBe(1);
    expect((await test.call('imports.list', {})).imports[0]!.counts).toEqual({
      new: 1,
      duplicate: 1,
      conflict: 1,
      invalid: 0,
    });
    const conflicts = await test.call('imports.previewRows', { previewId, verdict: 'conflict', offset: 0, size: 5 });
    expect(conflicts.rows.map(({ line, reasons }) => ({ line, reasons }))).toEqual([
      { line: 4, reasons: ['held_with_other_unit'] },
    ]);
  });

  it('is refused when the file changed or went, and can be done when it is back', async () => {
    const path = writeFile(test, `${header}\n2026-03-10,public,,,,,,,\n`);
    const content = readFileSync(path);
    const { previewId } = await previewFile(test, path, mappingFor(unitId));
    const before = contentOf(test);
    appendFileSync(path, '2026-03-11,public,,,,,,,\n');
    expect(await test.refusal('imports.apply', { previewId, jobId: newJob() })).toEqual({
      code: 'conflict',
      reason: 'file_changed',
    });
    rmSync(path);
    expect(await test.refusal('imports.apply', { previewId, jobId: newJob() })).toEqual({
      code: 'conflict',
      reason: 'file_changed',
    });
    expect(contentOf(test)).toEqual(before);
    writeFile(test, content);
    expect((await test.call('imports.apply', { previewId, jobId: newJob() })).imported).toBe(1);
  });

  it('is refused for a unit that was taken from the user meanwhile', async () => {
    const { previewId } = await previewRows(test, ['2026-03-10,public,,,,,,,U02'], mappingFor(unitId));
    const unlocked = test.store.requireUnlocked();
    unlocked.session = { ...unlocked.session, unitIds: [unitId] };
    const before = contentOf(test);
    expect(await test.refusal('imports.apply', { previewId, jobId: newJob() })).toEqual({ code: 'forbidden' });
    expect(contentOf(test)).toEqual(before);
  });

  it('moves a confirmed zero to a count, with its mark for when the count goes back, and leaves what was called partial so', async () => {
    raw().exec(`INSERT INTO unit_month (unit_id, measure, month, value, status, source) VALUES
      ('${unitId}', 'received', '2026-03', 0, 'zero_confirmed', 'counted'), ('${unitId}', 'received', '2026-02', 2, 'partial', 'counted')`);
    await importRows(
      test,
      ['2026-03-10,public,,,,,,,', '2026-03-11,public,,,,,,,', '2026-02-11,public,,,,,,,'],
      mappingFor(unitId),
    );
    expect(
      raw().prepare("SELECT month, value, status FROM unit_month WHERE measure = 'received' ORDER BY month").all(),
    ).toEqual([
      { month: '2026-02', value: 3, status: 'partial' },
      { month: '2026-03', value: 2, status: 'zero_confirmed' },
    ]);
  });
});
