import type { Measure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import { panelOf, type PanelCell, type UnitCells } from '../../db/ledger/unitMonths/panel.ts';

interface LedgerMonth {
  readonly month: Month;
  readonly opening: number | null;
  readonly terms: Readonly<Partial<Record<Measure, number | null>>>;
}

/** The cells of a ledger that is written by month. */
export function ledgerCells(months: readonly LedgerMonth[]): UnitCells {
  const cells = months.flatMap(({ month, opening, terms }) =>
    Object.entries({ ...terms, ...(opening !== null && { backlog_opening: opening }) }).map(
      ([measure, value]): PanelCell => ({
        unitId: 'U01',
        month,
        measure: measure as Measure,
        value,
        status: value === null ? 'not_available' : 'complete',
        source: 'counted',
        packId: null,
      }),
    ),
  );
  return panelOf(cells).of('U01');
}
