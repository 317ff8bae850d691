import { ledgerTerm } from '#contract/ground/codes';
import type { LedgerLine } from '#contract/statistics/backlog';
import type { Month, Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import { runStock } from '../../statistics/backlog/stock.ts';
import type { UnitCells } from '../../ledger/unitMonths/panel.ts';

export interface MonthLine {
  readonly month: Month;
  readonly line: LedgerLine;
  /** A term of this month, or of one before it since the last stated opening, was only partly counted. */
  readonly partial: boolean;
}

/**
 * The ledger's lines of a unit, month by month, up to the end of the quarter; none where nothing of it is known. A term that a reported
 * month does not name is unknown here, not zero: what a pack brings is spelled out.
 */
export function unitLines(cells: UnitCells, quarter: Quarter): readonly MonthLine[] {
  let partial = false;
  return runStock(cells, periodOf(quarter).lastMonth, 'not_reported').map((stock) => {
    const stated = cells.at('backlog_opening', stock.month);
    if (stated?.value != null) partial = stated.status === 'partial';
    partial ||= ledgerTerm.options.some((term) => cells.at(term, stock.month)?.status === 'partial');
    const { month, opening, closing, terms, restated } = stock;
    return {
      month,
      partial,
      line: { opening, terms, closing, balanced: !restated && closing !== null && closing >= 0 },
    };
  });
}
