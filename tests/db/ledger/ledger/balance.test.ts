import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ledgerSign, ledgerTerm, type LedgerTerm } from '#contract/ground/codes';
import { lastDayOf, monthOf } from '#contract/ground/dates';
import { first, last, ledgerStep, months, naiveStock, playLedger, type RowsOf } from '../../../support/playLedger.ts';
import { copyOfUnit, createTestStore, type TestStore } from '../../../support/store.ts';
import { times } from '../../../support/stress.ts';
import { createOfficerOfTwo } from '../../../support/twoUnits.ts';
import { stored } from '../../../support/stored.ts';

let test: TestStore;
afterEach(() => {
  test.dispose();
});

const rowsOf: RowsOf = (table) => stored(test, `SELECT * FROM ${table}`);

describe('the ledger', () => {
  it('equals a recount of the files at the end of every month, whatever was done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ledgerStep, { minLength: 40, maxLength: 70 }), async (steps) => {
        test = await createTestStore();
        try {
          const [unitId, otherUnitId] = await createOfficerOfTwo(test);
          await playLedger(test, steps, [unitId, otherUnitId]);
          const board = await test.call('backlog.board', { from: first, to: last });
          for (const unit of board.units)
            expect(unit.closing.map((value) => value ?? 0)).toEqual(
              await Promise.all(months.map((month) => naiveStock(rowsOf, lastDayOf(month), unit.unitId))),
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
    await playLedger(
      test,
      Array.from({ length: 60 }, (_, index) => ({
        what: ['log', 'log', 'open', 'move', 'court', 'bundle', 'conclude', 'split', 'again'][index % 9]!,
        a: index * 7,
        b: index * 3,
        after: 2,
      })),
      [unitId],
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
  const sums = await stored<{ term: LedgerTerm; total: number }>(
    test,
    'SELECT term, sum(amount) AS total FROM ledger_entry GROUP BY term',
  );
  for (const { term, total } of sums.filter((each) => isLedgerTerm(each.term)))
    expect([term, terms[term]]).toEqual([term, total]);
  const net = ledgerTerm.options.reduce((sum, term) => sum + ledgerSign[term] * (terms[term] ?? 0), 0);
  const stocks = await Promise.all(unitIds.map((unitId) => naiveStock(rowsOf, lastDayOf(last), unitId)));
  expect(net).toBe(stocks.reduce((sum, each) => sum + each, 0));
}

function isLedgerTerm(term: string): boolean {
  return ledgerTerm.options.some((each) => each === term);
}
