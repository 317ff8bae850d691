import type { ForeignFile } from '../../ground/foreign/reader.ts';
import { cellText } from '../workbook/cellText.ts';
import { openForeignWorkbook, type ForeignSheet } from '../workbook/foreign.ts';
import type { ReadCell } from '../workbook/sheetRows.ts';
import { bytesWhole, tooLarge } from './source.ts';
import type { TableRow } from './types.ts';
import { readParts } from './workbookParts.ts';

export interface WorkbookLimits {
  readonly packed: number;
  readonly unpacked: number;
  readonly rows: number;
  readonly columns: number;
}

interface ReadSheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

interface Wanted {
  /** The first that holds anything where it is left out. */
  readonly sheet?: string | undefined;
  readonly mostRows?: number;
}

interface ReadWorkbook {
  /** Those that hold anything, in the workbook's order, with the count of their rows. */
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  /** Null where no sheet is wanted that holds anything. */
  readonly read: ReadSheet | null;
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  readonly is1904: boolean;
  /** Parts that are no table. */
  readonly dropped: number;
}

/** Rows of a sheet that hold anything, up to as many as are wanted; the others are counted. */
async function rowsOf(
  sheet: ForeignSheet,
  is1904: boolean,
  limits: WorkbookLimits,
  most: number,
): Promise<{ readonly rows: readonly TableRow[]; readonly count: number }> {
  const rows: TableRow[] = [];
  let count = 0;
  await sheet.read({
    row: (line, found) => {
      const cells = textsOf(found, is1904, limits.columns);
      if (cells.every((each) => each.trim() === '')) return;
      count += 1;
      if (count > limits.rows) throw tooLarge();
      if (rows.length < most) rows.push({ line, cells });
    },
  });
  return { rows, count };
}

function textsOf(found: readonly ReadCell[], is1904: boolean, columns: number): readonly string[] {
  const cells: string[] = [];
  for (const cell of found) {
    if (cell.column > columns) continue;
    while (cells.length < cell.column - 1) cells.push('');
    cells[cell.column - 1] = cellText(cell, is1904);
  }
  return cells;
}

/**
 * Reads a workbook's sheets as texts: of the one that is wanted, or the first that holds anything, its rows; of the others how many there are.
 * Sizes are capped before anything is unpacked.
 */
export async function readWorkbook(
  source: ForeignFile,
  limits: WorkbookLimits,
  { sheet: wanted, mostRows = Infinity }: Wanted = {},
): Promise<ReadWorkbook> {
  const bytes = await bytesWhole(source, limits.packed);
  const dropped = await readParts(bytes, limits.unpacked);
  const { sheets, is1904 } = await openForeignWorkbook(bytes);
  const counts: { name: string; rows: number }[] = [];
  let read: ReadSheet | null = null;
  for (const sheet of sheets) {
    const isWanted = read === null && (wanted === undefined || wanted === sheet.name);
    const { rows, count } = await rowsOf(sheet, is1904, limits, isWanted ? mostRows : 0);
    if (count === 0) continue;
    counts.push({ name: sheet.name, rows: count });
    if (isWanted) read = { name: sheet.name, rows };
  }
  return { sheets: counts, read, is1904, dropped };
}
