import type { Grid } from '../../../documents/workbook/grid.ts';
import { addressOf } from '../../../documents/workbook/sheetCells.ts';
import { isCount, type NumberRule } from '../../packs/counts.ts';
import { largestForm, problem, type KitProblem } from './problem.ts';

export function textAt({ cellAt }: Grid, row: number, column: number): string {
  const cell = cellAt(row, column);
  return cell?.kind === 'text' || cell?.kind === 'number' ? String(cell.value ?? '').trim() : '';
}

/** A formula without a saved result: it reads as a blank, but the unit did write something. */
const hasNoResult = ({ cellAt }: Grid, row: number, column: number): boolean => {
  const cell = cellAt(row, column);
  return cell?.isFormula === true && (cell.value === null || cell.value === '');
};

/** Null for a blank; undefined for what is no such number. A formula counts as what it came to. */
export function numberAt(grid: Grid, row: number, column: number, rule: NumberRule): number | null | undefined {
  if (hasNoResult(grid, row, column)) return undefined;
  const { kind, value = null } = grid.cellAt(row, column) ?? {};
  if (value === null || value === '') return null;
  if (kind !== 'number' || typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return isCount(value, rule) ? value : undefined;
}

export const cellName = ({ name }: Grid, row: number, column: number): string => `${name}!${addressOf(row, column)}`;

/** Those of the cells that hold a formula: of each the result that was saved is read. */
export const formulasIn = (grid: Grid, cells: readonly (readonly [row: number, column: number])[]): string[] =>
  cells
    .filter(([row, column]) => grid.cellAt(row, column)?.isFormula === true)
    .map(([row, column]) => cellName(grid, row, column));

/** Why a cell's number was not accepted. */
export const numberProblem = (grid: Grid, row: number, column: number): KitProblem =>
  problem(hasNoResult(grid, row, column) ? 'kit_no_result' : 'kit_bad_cell', cellName(grid, row, column));

/** The row of each code in a sheet whose first column holds them, and the cells where a code is repeated: which of its rows counts is not known. */
export function rowsByCode(sheet: Grid): { readonly rows: ReadonlyMap<string, number>; readonly twice: KitProblem[] } {
  const rows = new Map<string, number>();
  const twice: KitProblem[] = [];
  const last = Math.min(sheet.rowCount, largestForm.rows);
  for (let row = 1; row <= last; row += 1) {
    const code = textAt(sheet, row, 1);
    if (rows.has(code)) twice.push(problem('kit_invalid', cellName(sheet, row, 1)));
    if (code !== '') rows.set(code, row);
  }
  return { rows, twice };
}
