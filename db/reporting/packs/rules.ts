import { ledgerTerm, outcomeMeasure, staffingMeasure, type Measure } from '#contract/ground/codes';
import { quarterMonths, type Month, type Quarter } from '#contract/ground/dates';
import type { UnitCells } from '../../ledger/unitMonths/panel.ts';

/** What a month must have for a quarter to be whole; the opening balance is given once and is asked for by the ledger. */
export const askedMeasures: readonly Measure[] = [
  ...ledgerTerm.options,
  ...outcomeMeasure.options,
  ...staffingMeasure.options,
];

export interface Gap {
  readonly month: Month;
  readonly measure: Measure;
}

/** The months of a unit's quarter that a pack would leave blank: named, never filled. */
export function gapsOf({ at }: UnitCells, quarter: Quarter): readonly Gap[] {
  return quarterMonths(quarter).flatMap((month) =>
    askedMeasures.filter((measure) => at(measure, month)?.value == null).map((measure) => ({ month, measure })),
  );
}

/** One order for the same cells, so that the same panel gives the same bytes. */
export function sortCells<C extends { readonly unitId: string; readonly measure: string; readonly month: string }>(
  cells: readonly C[],
): readonly C[] {
  const key = (cell: C): string => `${cell.unitId} ${cell.measure} ${cell.month}`;
  return [...cells].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** More than any export's time: what nothing signs comes before all that is signed. */
const beforeSigned = 1e15;

/** By which packs that cover the same month are ordered: the time of the export, and a form before any signed pack. */
export function rankOf({ kind, exportedAt }: { readonly kind: string; readonly exportedAt: number }): number {
  return kind === 'kit' ? exportedAt - beforeSigned : exportedAt;
}

/** Later export wins, month by month: a cell from a pack that was exported after this one stays. */
export function takesPlaceOf(
  rank: number,
  heldPackId: string | null,
  rankOfPack: ReadonlyMap<string, number>,
): boolean {
  return heldPackId === null || (rankOfPack.get(heldPackId) ?? 0) < rank;
}
