import type { Worksheet } from 'exceljs';
import type { ForeignFile } from '../../ground/foreign/reader.ts';
import { loadForeignWorkbook } from '../workbook/foreign.ts';
import { cellText, type DayCount } from './cellText.ts';
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

export interface ReadWorkbook {
  /** Those that hold anything, in the workbook's order. */
  readonly sheets: readonly ReadSheet[];
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  readonly is1904: boolean;
  /** Parts that are no table. */
  readonly dropped: number;
}

/** What is no cell is not even parsed. */
const ignoreNodes = [
  'cols',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
  'mergeCells',
] as const;

function rowsOf(sheet: Worksheet, days: DayCount, limits: WorkbookLimits): readonly TableRow[] {
  const rows: TableRow[] = [];
  sheet.eachRow((row, line) => {
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      if (column > limits.columns) return;
      while (cells.length < column - 1) cells.push('');
      cells[column - 1] = cellText(cell, days);
    });
    if (cells.every((each) => each.trim() === '')) return;
    if (rows.length > limits.rows) throw tooLarge();
    rows.push({ line, cells });
  });
  return rows;
}

/** Reads a workbook's sheets as texts. Sizes are capped before anything is unpacked. */
export async function readWorkbook(source: ForeignFile, limits: WorkbookLimits): Promise<ReadWorkbook> {
  const bytes = await bytesWhole(source, limits.packed);
  const { dropped, is1904 } = await readParts(bytes, limits.unpacked);
  const workbook = await loadForeignWorkbook(bytes, ignoreNodes);
  const days = { is1904, takenFor1904: is1904 && workbook.properties.date1904 };
  const sheets = workbook.worksheets
    .map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet, days, limits) }))
    .filter(({ rows }) => rows.length > 0);
  return { sheets, is1904, dropped };
}
