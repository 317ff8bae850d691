import type { ForeignFile } from '../../ground/foreign/reader.ts';
import { cellText } from '../workbook/cellText.ts';
import { openForeignWorkbook, type ForeignSheet } from '../workbook/foreign.ts';
import type { ReadCell } from '../workbook/sheetRows.ts';
import { lineKey, searchedLines } from './lineKey.ts';
import { MergedDown } from './mergedDown.ts';
import { bytesWhole, tooLarge } from './source.ts';
import type { TableRow } from './types.ts';
import { readParts } from './workbookParts.ts';

export interface WorkbookLimits {
  readonly packed: number;
  readonly unpacked: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
}

interface Wanted {
  /** The first that holds anything where they are left out. */
  readonly sheets?: readonly string[] | undefined;
  readonly mostRows?: number;
  /** Merged cells give what they say to each of their rows, where amounts would count twice; times of the day stay. */
  readonly isRegister?: boolean;
}

interface ReadWorkbook {
  /** Those that hold anything, in the workbook's order, with the count of their rows and the keys of their first lines. */
  readonly sheets: readonly { readonly name: string; readonly rows: number; readonly lines: readonly string[] }[];
  /** Those that are wanted and hold anything. */
  readonly read: readonly ReadSheet[];
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
  { most, isRegister }: { readonly most: number; readonly isRegister: boolean },
): Promise<{ readonly rows: readonly TableRow[]; readonly count: number }> {
  const rows: TableRow[] = [];
  const merged = new MergedDown();
  const textOf = (cell: ReadCell) => cellText(cell, is1904, isRegister);
  let count = 0;
  await sheet.read({
    merged: (range) => {
      if (isRegister) merged.add(range);
    },
    row: (line, found, colours) => {
      const cells = textsOf(found, limits.columns, textOf);
      if (cells.every((each) => each.trim() === '')) return;
      count += 1;
      if (count > limits.rows) throw tooLarge();
      if (rows.length < most) rows.push({ line, cells, ...(colours.size > 0 && { colours: [...colours].sort() }) });
    },
  });
  return { rows: merged.carried(rows), count };
}

function textsOf(found: readonly ReadCell[], columns: number, textOf: (cell: ReadCell) => string): readonly string[] {
  const cells: string[] = [];
  for (const cell of found) {
    if (cell.column > columns) continue;
    while (cells.length < cell.column - 1) cells.push('');
    cells[cell.column - 1] = textOf(cell);
  }
  return cells;
}

/**
 * Reads a workbook's sheets as texts: of those that are wanted, or the first that holds anything, their rows; of the others how many there are.
 * Sizes are capped before anything is unpacked.
 */
export async function readWorkbook(
  source: ForeignFile,
  limits: WorkbookLimits,
  { sheets: wanted, mostRows = Infinity, isRegister = false }: Wanted = {},
): Promise<ReadWorkbook> {
  const bytes = await bytesWhole(source, limits.packed);
  const dropped = await readParts(bytes, limits.unpacked);
  const { sheets, is1904 } = await openForeignWorkbook(bytes);
  const counted: ReadWorkbook['sheets'][number][] = [];
  const read: ReadSheet[] = [];
  for (const sheet of sheets) {
    const { name } = sheet;
    const isWanted = wanted === undefined ? read.length === 0 : wanted.includes(name);
    const most = isWanted ? Math.max(mostRows, searchedLines) : searchedLines;
    const { rows, count } = await rowsOf(sheet, is1904, limits, { most, isRegister });
    if (count === 0) continue;
    const lines = rows.slice(0, searchedLines).map(({ cells }) => lineKey(cells));
    counted.push({ name, rows: count, lines });
    if (isWanted) read.push({ name, rows });
  }
  return { sheets: counted, read, is1904, dropped };
}
