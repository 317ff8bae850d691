import { beforeEach, describe, expect } from 'vitest';
import type { UnitId } from '#contract/ground/ids';
import { dispatch } from '../../../../db/store/dispatch.ts';
import {
  auditRowsOf,
  closingByCount,
  closingByLedger,
  contentOf,
  expectIntactAudit,
  grantOf,
  header,
  importRows,
  many,
  mappingFor,
  newJob,
  officerOfTwoUnits,
  previewRows,
  writeFile,
} from './support.ts';
import { it, test } from '../../../support/fixtures/store.ts';

let unitId: UnitId;
beforeEach(async () => {
  [unitId] = await officerOfTwoUnits(test);
});

/** The backup before a large import is a fact of its own, whatever becomes of the import. */
const auditRows = () => auditRowsOf(test).filter(({ method }) => method !== 'backups.make');
const raw = () => test.store.requireUnlocked().raw;

describe('an import that is stopped', () => {
  it('leaves nothing, wherever it is cancelled, and the rest goes on', async () => {
    await importRows(test, ['2026-01-10,public,Z,,,,,,'], mappingFor(unitId));
    const { previewId } = await previewRows(test, many(4000), mappingFor(unitId));
    const before = { content: contentOf(test), audit: auditRows() };
    for (const pieces of [1, 3]) {
      const jobId = newJob();
      let told = 0;
      const applying = dispatch(test.store, 'imports.apply', { previewId, jobId });
      while (told < pieces) {
        await new Promise((resolve) => setImmediate(resolve));
        told = raw().inTransaction
          ? Math.ceil((raw().prepare('SELECT count(*) FROM referral').pluck().get() as number) / 1000)
          : told;
      }
      test.store.cancelled.add(jobId);
      expect(await applying).toMatchObject({ ok: false, error: { code: 'cancelled' } });
      expect({ content: contentOf(test), audit: auditRows() }).toEqual(before);
    }
    expect((await test.call('imports.apply', { previewId, jobId: newJob() })).imported).toBe(4000);
    const closing = closingByLedger(raw());
    expect(closing).toEqual(closingByCount(raw(), closing.keys()));
    await expectIntactAudit(test);
  });

  it('leaves nothing when a row cannot be written', async () => {
    const { previewId } = await previewRows(test, many(1500), mappingFor(unitId));
    raw().exec(
      "CREATE TRIGGER fail BEFORE INSERT ON ledger_entry WHEN NEW.on_date = '2026-03-19' AND (SELECT count(*) FROM ledger_entry) > 1000 BEGIN SELECT RAISE(ABORT, 'x'); END",
    );
    const before = { content: contentOf(test), audit: auditRows() };
    expect(await test.refusal('imports.apply', { previewId, jobId: newJob() })).toEqual({ code: 'internal' });
    expect({ content: contentOf(test), audit: auditRows() }).toEqual(before);
    raw().exec('DROP TRIGGER fail');
    expect((await test.call('imports.apply', { previewId, jobId: newJob() })).imported).toBe(1500);
  });

  it('stops a preview too, which leaves no audit entry and no rows to apply', async () => {
    const before = auditRows();
    const jobId = newJob();
    test.store.cancelled.add(jobId);
    const file = grantOf(test, writeFile(test, [header, ...many(2000)].join('\n')));
    const input = {
      file,
      reading: { kind: 'csv', encoding: 'utf-8', separator: ',' },
      mapping: mappingFor(unitId),
      jobId,
    } as const;
    expect(await test.refusal('imports.preview', input)).toEqual({ code: 'cancelled' });
    expect(auditRows()).toEqual(before);
    expect([...test.store.memory.keys()]).toEqual([]);
  });

  it('loses all when the workspace is locked in the middle, and forgets the preview', async () => {
    const { previewId } = await previewRows(test, many(1500), mappingFor(unitId));
    const applying = dispatch(test.store, 'imports.apply', { previewId, jobId: newJob() });
    while (!raw().inTransaction) await new Promise((resolve) => setImmediate(resolve));
    await test.signInAs('officer');
    expect((await applying).ok).toBe(false);
    expect(raw().prepare('SELECT count(*) FROM referral').pluck().get()).toBe(0);
    expect(await test.refusal('imports.apply', { previewId, jobId: newJob() })).toEqual({ code: 'not_found' });
  });

  it('lets readings go on meanwhile, which see nothing of it before its end', async () => {
    const { previewId } = await previewRows(test, many(4000), mappingFor(unitId));
    const jobId = newJob();
    const seen: number[] = [];
    let total = 0;
    const look = async (): Promise<void> => {
      const sort = { column: 'receivedOn', descending: true } as const;
      const list = await test.call('referrals.list', { filter: {}, sort, from: { at: 'start' }, size: 1 });
      total = list.total.value;
      if (total === 4000) return;
      seen.push(total);
      await new Promise((resolve) => setImmediate(resolve));
      await look();
    };
    await Promise.all([test.call('imports.apply', { previewId, jobId }), look()]);
    expect(seen.length).toBeGreaterThanOrEqual(5);
    expect(new Set(seen)).toEqual(new Set([0]));
    const told = test.events.filter((event) => event.type === 'progress' && event.jobId === jobId);
    expect(told.at(-1)).toMatchObject({ phase: 'writing', done: 4000, total: 4000 });
  });
});
