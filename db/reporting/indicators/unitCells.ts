import type { Measure } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import type { PanelCell } from '../../ledger/unitMonths/panel.ts';

/** One unit's part of the panel, looked up by measure and month. */
export interface UnitCells {
  readonly unitId: string;
  readonly at: (measure: Measure, month: Month) => PanelCell | undefined;
  readonly all: readonly PanelCell[];
  readonly firstMonth: Month | null;
}

export function cellsByUnit(cells: readonly PanelCell[], unitIds: readonly string[]): readonly UnitCells[] {
  const grouped = new Map<string, PanelCell[]>(unitIds.map((unitId) => [unitId, []]));
  for (const cell of cells) grouped.get(cell.unitId)?.push(cell);
  return [...grouped].map(([unitId, all]) => {
    const index = new Map(all.map((cell) => [`${cell.measure} ${cell.month}`, cell]));
    const firstMonth = all.reduce<Month | null>(
      (first, { month }) => (first === null || month < first ? month : first),
      null,
    );
    return { unitId, all, firstMonth, at: (measure, month) => index.get(`${measure} ${month}`) };
  });
}
