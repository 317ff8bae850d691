import { cellText } from './cellText.ts';
import type { ForeignSheet } from './foreign.ts';
import { placeOf, type CellAddress } from './sheetCells.ts';
import type { ReadCell } from './sheetRows.ts';

export interface Span {
  readonly across: number;
  readonly down: number;
}

/** The corner of a sheet that is looked at, cell by cell. */
export interface Grid {
  readonly name: string;
  /** Of the whole sheet, merged cells included. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cellAt: (row: number, column: number) => ReadCell | undefined;
  readonly textAt: (row: number, column: number) => string;
  /** What the first of merged cells covers of the corner; null for those that it covers. */
  readonly spanAt: (row: number, column: number) => Span | null;
}

/** One number for a place of a sheet. */
const keyOf = (row: number, column: number): number => row * 16_384 + column;

const single: Span = { across: 1, down: 1 };

/** The cells of a corner that merged ranges cover. A range that meets another is none, as Excel says. */
class Merged {
  rows = 0;
  columns = 0;
  private readonly first = new Map<number, Span>();
  private readonly covered = new Set<number>();
  private readonly most: { readonly rows: number; readonly columns: number };

  constructor(most: { readonly rows: number; readonly columns: number }) {
    this.most = most;
  }

  add(range: string): void {
    const [from, to] = range.split(':').map(placeOf);
    if (!from || !to || to.row < from.row || to.column < from.column) return;
    this.rows = Math.max(this.rows, to.row);
    this.columns = Math.max(this.columns, to.column);
    const key = keyOf(from.row, from.column);
    if (from.row > this.most.rows || from.column > this.most.columns || this.covered.has(key)) return;
    const last = { row: Math.min(to.row, this.most.rows), column: Math.min(to.column, this.most.columns) };
    this.first.set(key, { across: last.column - from.column + 1, down: last.row - from.row + 1 });
    this.cover(from, last);
  }

  private cover(from: CellAddress, last: CellAddress): void {
    for (let row = from.row; row <= last.row; row += 1)
      for (let column = from.column; column <= last.column; column += 1) this.covered.add(keyOf(row, column));
  }

  spanAt(row: number, column: number): Span | null {
    const key = keyOf(row, column);
    return this.first.get(key) ?? (this.covered.has(key) ? null : single);
  }
}

/** Reads a sheet and keeps no more of it than a corner of so many rows and columns. */
export async function gridOf(
  sheet: ForeignSheet,
  is1904: boolean,
  most: { readonly rows: number; readonly columns: number },
): Promise<Grid> {
  const kept = new Map<number, ReadonlyMap<number, ReadCell>>();
  const merged = new Merged(most);
  let rowCount = 0;
  let columnCount = 0;
  await sheet.read({
    row: (line, cells) => {
      rowCount = Math.max(rowCount, line);
      for (const { column } of cells) columnCount = Math.max(columnCount, column);
      if (line > most.rows) return;
      const inside = cells.filter(({ column }) => column <= most.columns);
      kept.set(line, new Map(inside.map((cell) => [cell.column, cell])));
    },
    merged: (range) => {
      merged.add(range);
    },
  });
  const cellAt = (row: number, column: number): ReadCell | undefined => kept.get(row)?.get(column);
  return {
    name: sheet.name,
    rowCount: Math.max(rowCount, merged.rows),
    columnCount: Math.max(columnCount, merged.columns),
    cellAt,
    textAt: (row, column) => {
      const cell = cellAt(row, column);
      return cell ? cellText(cell, is1904) : '';
    },
    spanAt: (row, column) => merged.spanAt(row, column),
  };
}
