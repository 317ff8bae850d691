import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { WriteTx } from '../../../../db/ground/kernel/database.ts';
import { recordsOf } from '../../../../db/store/engineRecords.ts';
import type { Engine, Turn } from '../../../../db/store/engine.ts';
import { officeFaults } from '../../../support/officeFaults.ts';
import { ledgerStep, LedgerPlay, playLedger, type RowsOf } from '../../../support/playLedger.ts';
import { newOffice, one, other, type Office } from '../../../support/desks.ts';
import { postgresMissing } from '../../../support/postgres.ts';
import type { TestStore } from '../../../support/store.ts';
import { times } from '../../../support/stress.ts';

const day = '2026-03-02' as CivilDate;

describe.skipIf(postgresMissing !== '')(`units on PostgreSQL ${postgresMissing}`.trim(), () => {
  let office: Office;
  let rowsOf: RowsOf;
  beforeEach(async () => {
    office = await newOffice();
    ({ rowsOf } = office);
  });
  afterEach(() => office.close());

  async function desk(login: string, unitIds: UnitId[], takesTurns = true): Promise<TestStore> {
    const made = await office.desk(login, unitIds);
    const { engine } = made.store.requireUnlocked();
    const { transact } = engine;
    const none = { unitIds: [], workspace: false };
    if (!takesTurns)
      Object.assign(engine, {
        transact: <T>(_turn: Turn, work: (tx: WriteTx) => Promise<T>) =>
          transact.call(engine, none, work) as Promise<T>,
      });
    return made;
  }

  it('keep their ledgers, numbers and audit whole under eight writers at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(ledgerStep, { minLength: 15, maxLength: 25 }), { minLength: 8, maxLength: 8 }),
        async (plays) => {
          const made = new LedgerPlay();
          const start = { what: 'log', a: 0, b: 0, after: 0 };
          const desks: TestStore[] = [];
          for (const index of plays.keys())
            desks.push(await desk(`officer${String(index)}`, index < 4 ? [one] : index < 6 ? [one, other] : [other]));
          await Promise.all(
            plays.map((steps, index) =>
              playLedger(desks[index]!, [start, ...steps], index > 5 ? [other, one] : [one, other], made),
            ),
          );
          // Each holds connections, of which a server has few.
          for (const { store } of desks) store.close();
          expect(made.referrals.length).toBeGreaterThanOrEqual(8);
          expect((await rowsOf('audit_entry')).length).toBeGreaterThan(20);
          expect(await officeFaults(rowsOf)).toEqual([]);
        },
      ),
      { numRuns: times(1, 10), endOnFailure: true },
    );
  });

  /** Two edit one referral at the same moment: the second begins while the first is not yet committed. */
  async function editTwice(takesTurns: boolean): Promise<PromiseSettledResult<unknown>[]> {
    const [mine, yours] = [await desk('mine', [one], takesTurns), await desk('yours', [one], takesTurns)];
    const { id } = await mine.call('referrals.log', { unitId: one, source: 'ncecc', receivedOn: day });
    // A person who signed in knows where the chain ends, though they may not read its entries.
    expect(await recordsOf(mine.store.requireUnlocked().tx).lastLink()).toMatchObject({ sequence: 1 });
    const edit = { referralId: id, version: 1, externalNumber: null, priorityReceived: null };
    const { engine } = mine.store.requireUnlocked();
    const { end } = engine;
    let second: Promise<unknown> = Promise.resolve();
    const waiting: Engine['end'] = async (...last) => {
      second = yours.call('referrals.edit', { ...edit, summary: 'yours' });
      await untilWaiting();
      return end.apply(engine, last);
    };
    Object.assign(engine, { end: waiting });
    const first = mine.call('referrals.edit', { ...edit, summary: 'mine' });
    return Promise.allSettled([first, first.then(() => second)]);
  }

  it('decide a transfer once the sender’s own writer has ended', async () => {
    const [sender, receiver] = [await desk('sender', [one]), await desk('receiver', [other])];
    const { id: referralId } = await sender.call('referrals.log', { unitId: one, source: 'ncecc', receivedOn: day });
    const sent = { referralId, investigationId: null, toUnitId: other, toService: null, on: day, message: null };
    const { id: transferId } = await sender.call('transfers.propose', sent);
    const { engine } = sender.store.requireUnlocked();
    let decided: Promise<unknown> = Promise.resolve();
    await engine.transact({ unitIds: [one], workspace: false }, async () => {
      decided = receiver.call('transfers.accept', { transferId, version: 1, on: day });
      await untilWaiting();
    });
    expect(await decided).toMatchObject({ receivedId: expect.any(String) as string });
    expect(await rowsOf('referral')).toHaveLength(2);
  });

  /** Until a transaction waits for another one's lock. */
  async function untilWaiting(): Promise<void> {
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await office.database.run(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  const done = { status: 'fulfilled', value: { version: 2 } };

  it('tell the second of two who edit one record at once', async () => {
    const conflict = { status: 'rejected', reason: { failure: { reason: 'version_conflict' } } };
    expect(await editTwice(true)).toMatchObject([done, conflict]);
    expect(await rowsOf('referral')).toMatchObject([{ summary: 'mine' }]);
  });

  it('would lose the first edit without turns, and say that it was saved', async () => {
    expect(await editTwice(false)).toMatchObject([done, done]);
    expect(await rowsOf('referral')).toMatchObject([{ summary: 'yours' }]);
  });
});
