import type { Grid } from '../../../documents/workbook/grid.ts';
import { addressOf } from '../../../documents/workbook/sheetCells.ts';
import { isCount, type NumberRule } from '../../packs/counts.ts';

export function textAt({ cellAt }: Grid, row: number, column: number): string {
  const cell = cellAt(row, column);
  return cell?.kind === 'text' || cell?.kind === 'number' ? String(cell.value ?? '').trim() : '';
}

/** Null for a blank; undefined for what is no such number. A formula counts as what it came to. */
export function numberAt({ cellAt }: Grid, row: number, column: number, rule: NumberRule): number | null | undefined {
  const { kind, value = null } = cellAt(row, column) ?? {};
  if (value === null || value === '') return null;
  if (kind !== 'number' || typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return isCount(value, rule) ? value : undefined;
}

export const cellName = ({ name }: Grid, row: number, column: number): string => `${name}!${addressOf(row, column)}`;
