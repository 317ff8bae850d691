import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerTerm, type LedgerTerm } from '#contract/ground/codes';
import { monthOf, monthsBetween, type CivilDate, type Month } from '#contract/ground/dates';
import { runStock, type StockMonth } from '../../../../db/statistics/backlog/stock.ts';
import { countCourt } from '../../../../db/statistics/estimate/courtDefinition.ts';
import {
  investigationEntries,
  type Definitions,
  type InvestigationHistory,
} from '../../../../db/ledger/ledger/rules.ts';
import { ledgerCells } from '../../../support/ledgerCells.ts';

const [first, last] = ['2025-01', '2025-12'] as [Month, Month];
const months = monthsBetween(first, last);
const include: Definitions = [{ from: '2020-01-01' as CivilDate, definition: 'include_court' }];

const on = (position: number): CivilDate =>
  `2025-${String((position % 12) + 1).padStart(2, '0')}-${String(1 + (position % 28)).padStart(2, '0')}` as CivilDate;

/** A file of any course: opened, moved about, concluded, reopened. */
const history: fc.Arbitrary<InvestigationHistory> = fc
  .tuple(fc.nat({ max: 5 }), fc.array(fc.constantFrom('court', 'active', 'concluded', 'reopened'), { maxLength: 7 }))
  .map(([opened, steps]) => {
    let isOpen = true;
    const events: InvestigationHistory['events'][number][] = [];
    steps.forEach((step, index) => {
      const at = on(Math.min(11, opened + index));
      if (step === 'concluded' ? !isOpen : step === 'reopened' ? isOpen : !isOpen) return;
      isOpen = step !== 'concluded';
      if (step === 'concluded' || step === 'reopened') events.push({ on: at, kind: step, waiting: null });
      else events.push({ on: at, kind: 'waiting', waiting: step === 'court' ? 'crown_or_court' : 'active' });
    });
    return { openedOn: on(opened), origin: 'proactive', events };
  });

type Counts = ReadonlyMap<string, number>;

function count(histories: readonly InvestigationHistory[], definitions: Definitions): Counts {
  const counts = new Map<string, number>();
  for (const entry of histories.flatMap((each) => investigationEntries(each, definitions))) {
    const key = `${monthOf(entry.on)} ${entry.term}`;
    counts.set(key, (counts.get(key) ?? 0) + entry.amount);
  }
  return counts;
}

function stockOf(counts: Counts): readonly StockMonth[] {
  const terms = (month: Month): Partial<Record<LedgerTerm, number>> =>
    Object.fromEntries(ledgerTerm.options.map((term) => [term, counts.get(`${month} ${term}`) ?? 0]));
  const recorded = months.map((month) => ({ month, terms: terms(month), opening: month === first ? 0 : null }));
  return runStock(ledgerCells(recorded), last, 'nothing_happened');
}

const atCourt = (counts: Counts): number[] => months.map((month) => counts.get(`${month} concluded_at_court`) ?? 0);
const flowsOf = (stock: readonly StockMonth[]) => stock.map(({ terms, closing }) => ({ ...terms, closing }));

describe('a backlog told again with the files before Crown or court in it', () => {
  it('is what would have been counted by that rule from the first day, whatever the files went through', () => {
    fc.assert(
      fc.property(fc.array(history, { maxLength: 12 }), (histories) => {
        const counts = count(histories, []);
        const told = countCourt(stockOf(counts), atCourt(counts));
        expect(flowsOf(told)).toEqual(flowsOf(stockOf(count(histories, include))));
      }),
      { numRuns: 300, seed: 12 },
    );
  });

  it('takes the fewest files there at first that leave no month below zero', () => {
    const quiet = { received: 2, concluded: 1, to_court: 0, returned: 1 };
    const recorded = months.map((month) => ({ month, terms: quiet, opening: month === first ? 20 : null }));
    const stock = runStock(ledgerCells(recorded), last, 'nothing_happened');
    const told = countCourt(
      stock,
      months.map(() => 1),
    );
    // Each month one comes back and one is concluded there: 24 were there before the year began, none at its end.
    expect(told.map(({ closing }, t) => (closing ?? 0) - (stock[t]!.closing ?? 0))).toEqual(
      months.map((_, t) => 22 - 2 * t),
    );
    expect(told[0]!.terms).toMatchObject({ received: 2, concluded: 2, to_court: 0, returned: 0 });
  });

  it('knows no conclusions of a month in which those at court are not recorded', () => {
    const recorded = months.map((month) => ({ month, terms: { received: 2, to_court: 1 }, opening: null }));
    const told = countCourt(
      runStock(ledgerCells(recorded), last, 'nothing_happened'),
      months.map((_, t) => (t === 3 ? null : 0)),
    );
    expect(told.map(({ terms }) => terms.concluded)).toEqual(months.map((_, t) => (t === 3 ? null : 0)));
  });
});
