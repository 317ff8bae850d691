import { ledgerSign, ledgerTerm, type LedgerTerm } from '#contract/ground/codes';
import type { RollupSource } from '#contract/reporting/rollup';
import { sumWhole } from '#contract/ground/amounts';
import { panelOf } from '../../../ledger/unitMonths/panel.ts';
import { runStock } from '../../../statistics/backlog/stock.ts';
import { periodOf } from '#contract/ground/period';
import type { PackPayload } from '../../packs/format.ts';

type Figures = NonNullable<RollupSource['says']>['figures'];

/** What a form says month by month: who imports it sees the balance before it counts. */
export function figuresOfForm({ panel, units, quarter }: PackPayload): Figures {
  const [unit] = units;
  if (!unit) return [];
  const cells = panelOf(panel.map((each) => ({ ...each, packId: null }))).of(unit.id);
  const isTerm = (measure: string): boolean => ledgerTerm.options.some((each) => each === measure);
  return runStock(cells, periodOf(quarter).lastMonth, 'not_reported').map(({ month, opening, closing, terms }) => {
    const own = panel.filter((each) => each.month === month);
    const others = own.filter(({ measure }) => !isTerm(measure) && measure !== 'backlog_opening');
    const sum = (isIn: boolean): number | null =>
      sumWhole(ledgerTerm.options.filter((term) => entersBy(term) === isIn).map((term) => terms[term]));
    return {
      month,
      status: statusOf(own),
      opening,
      into: sum(true),
      out: sum(false),
      closing,
      known: others.filter(({ value }) => value !== null).length,
      asked: others.length,
    };
  });
}

/** A month without any value is not available, and is not complete. */
function statusOf(cells: PackPayload['panel']): Figures[number]['status'] {
  if (cells.every(({ value }) => value === null)) return 'not_available';
  return cells.some(({ status }) => status === 'partial') ? 'partial' : 'complete';
}

/** What is reclassified carries its own sign and is added to what comes in. */
const entersBy = (term: LedgerTerm): boolean => ledgerSign[term] > 0;
