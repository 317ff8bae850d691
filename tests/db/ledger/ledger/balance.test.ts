import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ledgerSign, ledgerTerm, type LedgerTerm } from '#contract/ground/codes';
import { addMonths, lastDayOf, monthOf, monthsBetween, type CivilDate, type Month } from '#contract/ground/dates';
import { noChildIdentified } from '../../../support/danger.ts';
import { copyOfUnit, createTestStore, type TestStore } from '../../../support/store.ts';
import { times } from '../../../support/stress.ts';
import { createOfficerOfTwo } from '../../../support/twoUnits.ts';

let test: TestStore;
afterEach(() => {
  test.dispose();
});

const first = '2026-01' as Month;
const last = '2026-10' as Month;
const months = monthsBetween(first, last);
const day = (offset: number): CivilDate => {
  const month = addMonths(first, Math.min(9, Math.floor(offset / 28)));
  return `${month}-${String((offset % 28) + 1).padStart(2, '0')}` as CivilDate;
};

/** Anything an officer may do, on files chosen by number; what the rules refuse is simply refused. */
const step = fc.record({
  what: fc.constantFrom(
    'log',
    'move',
    'reopen',
    'bundle',
    'split',
    'open',
    'proactive',
    'wait',
    'court',
    'conclude',
    'again',
    'rule',
    'link',
    'unlink',
    'send',
    'sendFile',
    'answer',
    'undo',
  ),
  a: fc.nat(7),
  b: fc.nat(30),
  after: fc.nat(6),
});
interface Step {
  readonly what: string;
  readonly a: number;
  readonly b: number;
  readonly after: number;
}

/** Plays the steps through the real dispatch; time only goes forward. */
async function play(steps: readonly Step[], unitId: never, otherUnitId: never = unitId): Promise<void> {
  const referrals: string[] = [];
  const files: string[] = [];
  const transfers: { readonly id: string; readonly kind: 'referral' | 'file' }[] = [];
  let offset = 0;
  const pick = (list: readonly string[], index: number): never => list[index % Math.max(1, list.length)] as never;
  const receive = async (on: CivilDate) => {
    const { id } = await test.call('referrals.log', { unitId, source: 'ncecc', receivedOn: on });
    await test.call('referrals.decideDanger', noChildIdentified(id));
    return id;
  };
  const versionOf = async (id: never): Promise<number> =>
    (await test.call('referrals.get', { referralId: id })).referral.version;
  const fileVersion = async (id: never): Promise<number> =>
    (await test.call('investigations.get', { investigationId: id })).investigation.version;
  for (const { what, a, b, after } of steps) {
    offset = Math.min(offset + after, 279);
    const on = day(offset);
    try {
      if (what === 'log') referrals.push(await receive(on));
      else if (what === 'proactive' || what === 'open') {
        const referralIds = what === 'open' ? [...new Set([pick(referrals, a), pick(referrals, b)])] : [];
        files.push((await test.call('investigations.open', { unitId, openedOn: on, referralIds, lead: null })).id);
      } else if (what === 'move' || what === 'reopen') {
        const to =
          what === 'reopen' ? 'received' : (['concluded', 'not_viable', 'transferred_out', 'triaged'] as const)[b % 4]!;
        const referralId = pick(referrals, a);
        await test.call('referrals.move', { referralId, version: await versionOf(referralId), to, on });
      } else if (what === 'undo') {
        const referralId = pick(referrals, a);
        await test.call('referrals.undo', { referrals: [{ referralId, version: await versionOf(referralId) }] });
      } else if (what === 'bundle')
        await test.call('referrals.bundle', { headId: pick(referrals, a), referralIds: [pick(referrals, b)], on });
      else if (what === 'split') await test.call('referrals.split', { referralId: pick(referrals, a), on });
      else if (what === 'rule') {
        const backlogDefinition = b % 2 === 0 ? 'include_court' : 'exclude_court';
        await test.call('countingRules.save', {
          unitId,
          validFrom: on,
          backlogDefinition,
          statement: { en: 'x', fr: 'x' },
        });
      } else if (what === 'link')
        await test.call('links.linkReferral', { investigationId: pick(files, a), referralId: pick(referrals, b), on });
      else if (what === 'unlink')
        await test.call('links.unlinkReferral', {
          investigationId: pick(files, a),
          referralId: pick(referrals, b),
          on,
        });
      else if (what === 'send' || what === 'sendFile') {
        const isFile = what === 'sendFile';
        const outside = b % 4 === 0;
        const { id } = await test.call('transfers.propose', {
          referralId: isFile ? null : pick(referrals, a),
          investigationId: isFile ? pick(files, a) : null,
          toUnitId: outside ? null : otherUnitId,
          toService: outside ? 'Elsewhere' : null,
          on,
          message: null,
        });
        transfers.push({ id, kind: isFile ? 'file' : 'referral' });
      } else if (what === 'answer') {
        const sent = transfers[a % Math.max(1, transfers.length)];
        const decided = { transferId: (sent?.id ?? '') as never, version: 1, on };
        if (b % 3 === 0) await test.call('transfers.refuse', { ...decided, reason: 'Not ours' });
        else {
          const { receivedId } = await test.call('transfers.accept', decided);
          if (receivedId !== null) (sent?.kind === 'file' ? files : referrals).push(receivedId);
        }
      } else {
        const investigationId = pick(files, a);
        const version = await fileVersion(investigationId);
        if (what === 'conclude') await test.call('investigations.conclude', { investigationId, version, on });
        else if (what === 'again') await test.call('investigations.reopen', { investigationId, version, on });
        else
          await test.call('investigations.wait', {
            investigationId,
            version,
            since: on,
            state: what === 'court' ? 'crown_or_court' : 'lab',
          });
      }
    } catch (error) {
      if (!(error instanceof Error && /conflict|invalid_input|not_found/.test(error.message))) throw error;
    }
  }
}

type Row = Record<string, string | number | null>;

/** A count that knows nothing of ledgers: is this file in the backlog at the end of this day? */
function naiveStock(end: CivilDate, unitId: string): number {
  const { raw } = test.store.requireUnlocked();
  const all = (sql: string): Row[] => raw.prepare(sql).all() as Row[];
  const rules = all('SELECT valid_from, backlog_definition, unit_id FROM counting_rule ORDER BY valid_from').filter(
    (rule) => rule.unit_id === unitId,
  );
  const includesCourt =
    rules.filter((rule) => String(rule.valid_from) <= end).at(-1)?.backlog_definition === 'include_court';
  const eventsOf = (table: string, key: string, id: unknown): Row[] =>
    raw.prepare(`SELECT * FROM ${table} WHERE ${key} = ? AND on_date <= ? ORDER BY position`).all(id, end) as Row[];
  const open = all('SELECT * FROM referral')
    .filter((row) => row.unit_id === unitId)
    .filter((row) => String(row.received_on) <= end)
    .filter((row) =>
      ['received', 'triaged', 'assigned'].includes(
        String(eventsOf('referral_event', 'referral_id', row.id).at(-1)?.to_state ?? 'received'),
      ),
    );
  const files = all('SELECT * FROM investigation')
    .filter((row) => row.unit_id === unitId)
    .filter((row) => String(row.opened_on) <= end)
    .filter((row) => {
      const lastEvent = eventsOf('investigation_event', 'investigation_id', row.id).at(-1);
      return (
        !['concluded', 'transferred'].includes(String(lastEvent?.kind)) &&
        (includesCourt || lastEvent?.waiting !== 'crown_or_court')
      );
    });
  return open.length + files.length;
}

describe('the ledger', () => {
  it('equals a recount of the files at the end of every month, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 70 }), async (steps) => {
        test = await createTestStore();
        try {
          const [unitId, otherUnitId] = await createOfficerOfTwo(test);
          await play(steps, unitId as never, otherUnitId as never);
          const board = await test.call('backlog.board', { from: first, to: last });
          for (const unit of board.units)
            expect(unit.closing.map((value) => value ?? 0)).toEqual(
              months.map((month) => naiveStock(lastDayOf(month), unit.unitId)),
            );
          await expectLedgersAgree(board.total.terms, [unitId, otherUnitId]);
        } finally {
          test.dispose();
        }
      }),
      // To make 60 acts smaller takes longer than the test may: the seed plays them again.
      { numRuns: times(4, 14), endOnFailure: true },
    );
    test = await createTestStore();
  }, 240_000);

  it('opens every figure as a list that adds up to it', async () => {
    const made = await copyOfUnit();
    test = made.test;
    const { unitId } = made;
    await play(
      Array.from({ length: 60 }, (_, index) => ({
        what: ['log', 'log', 'open', 'move', 'court', 'bundle', 'conclude', 'split', 'again'][index % 9]!,
        a: index * 7,
        b: index * 3,
        after: 2,
      })),
      unitId as never,
    );
    const board = await test.call('backlog.board', { from: first, to: last });
    for (const term of ledgerTerm.options) {
      const { files } = await test.call('backlog.files', { term, from: first, to: last, offset: 0, size: 200 });
      expect([term, files.reduce((sum, file) => sum + file.delta, 0)]).toEqual([term, board.total.terms[term]]);
      expect(files.every((file) => file.number !== '' && monthOf(file.on) >= first)).toBe(true);
    }
    expect(board.total.balanced).toBe(true);
  });
});

/** The months' sums equal the entries behind them, and the signed terms give the closing. */
async function expectLedgersAgree(terms: Record<LedgerTerm, number | null>, unitIds: readonly string[]): Promise<void> {
  const { raw } = test.store.requireUnlocked();
  const sums = raw.prepare('SELECT term, sum(amount) AS total FROM ledger_entry GROUP BY term').all() as {
    term: LedgerTerm;
    total: number;
  }[];
  for (const { term, total } of sums.filter((each) => isLedgerTerm(each.term)))
    expect([term, terms[term]]).toEqual([term, total]);
  const net = ledgerTerm.options.reduce((sum, term) => sum + ledgerSign[term] * (terms[term] ?? 0), 0);
  expect(net).toBe(unitIds.reduce((sum, unitId) => sum + naiveStock(lastDayOf(last), unitId), 0));
  return Promise.resolve();
}

function isLedgerTerm(term: string): boolean {
  return ledgerTerm.options.some((each) => each === term);
}
