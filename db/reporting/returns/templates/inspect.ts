import type { Cell, Worksheet } from 'exceljs';
import { z } from 'zod';
import { templateSheet, type TemplateSheet } from '#contract/reporting/templates';
import type { ForeignReader } from '../../../ground/foreign/reader.ts';
import { isFormula, openWorkbook } from './open.ts';

/** More than a form has; a sheet that goes on is cut, and says so. */
const shown = { rows: 200, columns: 40 } as const;

type ShownCell = TemplateSheet['rows'][number]['cells'][number];

/** What a merged range covers, from its first cell. */
function spanOf(sheet: Worksheet, cell: Cell): { readonly across: number; readonly down: number } {
  const [top, left] = [Number(cell.row), Number(cell.col)];
  const isPart = (row: number, column: number): boolean => sheet.getCell(row, column).master.address === cell.address;
  let across = 1;
  while (isPart(top, left + across)) across += 1;
  let down = 1;
  while (isPart(top + down, left)) down += 1;
  return { across, down };
}

function shownCell(sheet: Worksheet, cell: Cell): ShownCell {
  const span = cell.isMerged ? spanOf(sheet, cell) : { across: 1, down: 1 };
  return { cell: cell.address, text: cell.text.slice(0, 200), formula: isFormula(cell), ...span };
}

/** A sheet as someone who maps it sees it: every place of a row, so that empty cells can be chosen too. */
function inspectSheet(sheet: Worksheet): TemplateSheet {
  // Looking at a cell makes it: the sheet is measured first.
  const { columnCount, rowCount } = sheet;
  const columns = Math.min(Math.max(columnCount, 1), shown.columns);
  const last = Math.min(Math.max(rowCount, 1), shown.rows);
  const rows = Array.from({ length: last }, (_, index) => {
    const number = index + 1;
    const cells = Array.from({ length: columns }, (__, column) => sheet.getCell(number, column + 1))
      .filter((cell) => cell.master.address === cell.address)
      .map((cell) => shownCell(sheet, cell));
    return { number, cells };
  });
  return { name: sheet.name, columns, rows, cut: columnCount > columns || rowCount > last };
}

const answer = z.object({ sheets: z.array(templateSheet) });

/** Looks into the funder's workbook. */
export const templateReader: ForeignReader<null, z.infer<typeof answer>> = {
  name: 'template',
  answer,
  read: async function* (file) {
    const workbook = await openWorkbook(file);
    yield { sheets: workbook.worksheets.map(inspectSheet) };
  },
};
