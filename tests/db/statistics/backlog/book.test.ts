import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, lastDayOf, monthsBetween, type CivilDate, type Month } from '#contract/ground/dates';
import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import { copyOfUnit, type TestStore, today } from '../../../support/store.ts';
import { times } from '../../../support/stress.ts';
import { historyOf } from './history.ts';

const first = '2026-01' as Month;
const months = monthsBetween(first, addMonths(first, 9));

const step = fc.record({
  what: fc.constantFrom('receive', 'move', 'bundle', 'split', 'open', 'wait', 'conclude', 'reopen', 'rule'),
  a: fc.nat(9),
  b: fc.nat(9),
  after: fc.nat(12),
  /** Asks for the figures after this step, so that the next change meets figures that were kept. */
  asks: fc.boolean(),
  /** Locks and signs in again: the next figures come from the book that the store keeps. */
  forgets: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does what a step says where the rules allow it. */
async function take({ what, a, b }: Step, on: string, history: ReturnType<typeof historyOf>, ids: Ids): Promise<void> {
  const referral = ids.referrals[a % Math.max(1, ids.referrals.length)]!;
  const other = ids.referrals[b % Math.max(1, ids.referrals.length)]!;
  const file = ids.files[a % Math.max(1, ids.files.length)]!;
  const work = {
    receive: async () => ids.referrals.push(await history.receive(on, b % 2 === 0 ? 'ncecc' : 'public')),
    move: () =>
      history.move(referral, on, (['concluded', 'not_viable', 'received', 'transferred_out'] as const)[b % 4]),
    bundle: () => history.bundle(referral, [other], on),
    split: () => history.split(referral, on),
    open: async () => ids.files.push(await history.open(on, b === 0 ? [] : [...new Set([referral, other])])),
    wait: () => history.wait(file, on, b % 2 === 0 ? 'crown_or_court' : 'lab'),
    conclude: () => history.conclude(file, on),
    reopen: () => history.reopen(file, on),
    rule: () => history.rule(on, b % 2 === 0 ? 'include_court' : 'exclude_court'),
  }[what];
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Error && /conflict|invalid_input|not_found/.test(error.message))) throw error;
  }
}

interface Ids {
  readonly referrals: ReferralId[];
  readonly files: InvestigationId[];
}

async function figures(test: TestStore) {
  const ages = [];
  for (const month of months) ages.push(await test.call('backlog.ageing', { on: lastDayOf(month) }));
  const curves = await test.call('backlog.survival', { on: today, from: first, by: 'source' });
  const list = await test.call('backlog.agedFiles', { on: today, offset: 0, size: 200 });
  return { ages, curves, list };
}

/** The book is written once the call that read it is answered. */
async function untilKept(test: TestStore): Promise<void> {
  const { raw } = test.store.requireUnlocked();
  await expect.poll(() => raw.prepare('SELECT count(*) FROM backlog_book').pluck().get(), { timeout: 5000 }).toBe(1);
  await test.store.queue.run(() => Promise.resolve());
}

const dayAfter = (offset: number): CivilDate =>
  new Date(Date.UTC(2026, 0, 1 + Math.min(offset, 300))).toISOString().slice(0, 10) as CivilDate;

describe('the book of files', () => {
  it('comes from the store at the next sign-in, for the same units alone', async () => {
    const { test, unitId } = await copyOfUnit();
    try {
      await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-01-05' });
      expect((await test.call('backlog.ageing', { on: today })).files).toBe(1);
      await untilKept(test);
      const { raw } = test.store.requireUnlocked();
      const forget = (sql: string) => {
        raw.exec(sql);
        test.store.memory.clear();
      };
      // Nothing but the book can tell two files: the ledger has one.
      forget(
        "INSERT INTO backlog_block SELECT scope, kind, 'a', last, stays, ids FROM backlog_block WHERE length(stays) > 0",
      );
      expect((await test.call('backlog.ageing', { on: today })).files).toBe(2);
      forget("UPDATE backlog_book SET scope = 'other units'");
      expect((await test.call('backlog.ageing', { on: today })).files).toBe(1);
    } finally {
      test.dispose();
    }
  });

  it('is forgotten with any file that is', async () => {
    const { test, unitId } = await copyOfUnit();
    try {
      const { id } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: '2026-01-05' });
      await test.call('backlog.ageing', { on: today });
      await untilKept(test);
      const { raw } = test.store.requireUnlocked();
      raw.prepare('DELETE FROM referral WHERE id = ?').run(id);
      expect(raw.prepare('SELECT count(*) FROM backlog_block').pluck().get()).toBe(0);
      expect(raw.prepare('SELECT count(*) FROM backlog_book').pluck().get()).toBe(0);
    } finally {
      test.dispose();
    }
  });

  it('agrees with the ledger on every month’s end, and with a first reading after every change', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 60 }), async (steps) => {
        const { test, unitId } = await copyOfUnit();
        try {
          const history = historyOf(test, unitId);
          const ids: Ids = { referrals: [], files: [] };
          let offset = 0;
          for (const each of steps) {
            offset += each.after;
            await take(each, dayAfter(offset), history, ids);
            if (each.asks) await test.call('backlog.ageing', { on: today });
            if (each.forgets) await test.signInAs('officer');
          }
          const held = await figures(test);
          await untilKept(test);
          await test.signInAs('officer');
          const kept = await figures(test);
          expect(kept).toEqual(held);
          test.store.requireUnlocked().raw.exec('DELETE FROM backlog_book');
          await test.signInAs('officer');
          expect(kept).toEqual(await figures(test));
          const board = await test.call('backlog.board', { from: first, to: months.at(-1)! });
          expect(kept.ages.map((each) => each.files)).toEqual(board.units[0]!.closing.map((value) => value ?? 0));
          expect(kept.ages.every(({ declared }) => declared === 0)).toBe(true);
        } finally {
          test.dispose();
        }
      }),
      { numRuns: times(2, 8), endOnFailure: true },
    );
  }, 60_000);
});
