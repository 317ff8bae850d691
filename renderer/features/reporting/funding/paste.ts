import type { CellProblem } from '#contract/reporting/fundingCells';
import type { FundingColumn } from '#contract/reporting/fundingColumns';
import type { Place } from '../../../ui/grid/range.ts';
import { readRow, readTyped, rowIdsFrom, withText, type Draft, type Sheet, type SheetRow } from './draft.ts';

/** One cell of a pasted block that is not blank. */
export interface PastedCell {
  readonly row: number;
  readonly rowId: string;
  /** Null where the block reaches beyond the last column. */
  readonly column: FundingColumn | null;
  readonly text: string;
  readonly before: string;
  readonly verdict: 'changes' | 'same' | 'refused';
  readonly problem: CellProblem | 'outside' | null;
}

type Shown = (row: SheetRow | undefined, column: FundingColumn) => string;

/**
 * What a block would change from a cell on, cell by cell; nothing is changed yet. A blank in the block leaves the cell as it
 * is: blank is never zero, and never an erasure. Rows beyond the last become new ones.
 */
export function previewPaste(
  sheet: Sheet,
  rows: readonly SheetRow[],
  columns: readonly FundingColumn[],
  from: Place,
  block: readonly (readonly string[])[],
  shown: Shown,
): readonly PastedCell[] {
  const ids = rowIdsFrom(rows, from.row, block.length);
  return block.flatMap((line, down) =>
    line.flatMap((pasted, across): readonly PastedCell[] => {
      const text = pasted.trim();
      if (text === '') return [];
      const column = columns[from.column + across] ?? null;
      const row = rows[from.row + down];
      const before = column === null ? '' : shown(row, column);
      const place = { row: from.row + down, rowId: ids[down] ?? '', column, text, before };
      return [{ ...place, ...judged(sheet, row, column, text) }];
    }),
  );
}

function judged(
  sheet: Sheet,
  row: SheetRow | undefined,
  column: FundingColumn | null,
  text: string,
): Pick<PastedCell, 'verdict' | 'problem'> {
  if (column === null) return { verdict: 'refused', problem: 'outside' };
  const reading = readTyped(column, text, sheet.units);
  if ('problem' in reading) return { verdict: 'refused', problem: reading.problem };
  const held = row === undefined ? null : (readRow(sheet, row).cells[column.key] ?? null);
  return { verdict: reading.value === held ? 'same' : 'changes', problem: null };
}

/** Writes to the draft the cells that the preview accepted. */
export function withPasted(draft: Draft, sheet: Sheet, cells: readonly PastedCell[]): Draft {
  return cells.reduce(
    (next, { verdict, column, rowId, text }) =>
      verdict === 'changes' && column !== null ? withText(next, sheet, rowId, column, text) : next,
    draft,
  );
}
