import { z } from 'zod';
import { templateSheet, type TemplateSheet } from '#contract/reporting/templates';
import type { ForeignReader } from '../../../ground/foreign/reader.ts';
import { gridOf, type Grid } from '../../../documents/workbook/grid.ts';
import { addressOf } from '../../../documents/workbook/sheetCells.ts';
import { openWorkbook } from './open.ts';

/** More than a form has; a sheet that goes on is cut, and says so. */
const shown = { rows: 200, columns: 40 } as const;

type ShownCell = TemplateSheet['rows'][number]['cells'][number];

/** A sheet as someone who maps it sees it: every place of a row, so that empty cells can be chosen too. */
function inspectSheet({ name, columnCount, rowCount, cellAt, textAt, spanAt }: Grid): TemplateSheet {
  const columns = Math.min(Math.max(columnCount, 1), shown.columns);
  const last = Math.min(Math.max(rowCount, 1), shown.rows);
  const cellOf = (row: number, column: number): readonly ShownCell[] => {
    const span = spanAt(row, column);
    if (!span) return [];
    const formula = cellAt(row, column)?.isFormula ?? false;
    return [{ cell: addressOf(row, column), text: textAt(row, column).slice(0, 200), formula, ...span }];
  };
  const rows = Array.from({ length: last }, (_, index) => ({
    number: index + 1,
    cells: Array.from({ length: columns }, (__, column) => cellOf(index + 1, column + 1)).flat(),
  }));
  return { name, columns, rows, cut: columnCount > columns || rowCount > last };
}

const answer = z.object({ sheets: z.array(templateSheet) });

/** Looks into the funder's workbook. */
export const templateReader: ForeignReader<null, z.infer<typeof answer>> = {
  name: 'template',
  answer,
  read: async function* (file) {
    const { sheets, is1904 } = await openWorkbook(file);
    const grids: TemplateSheet[] = [];
    for (const sheet of sheets) grids.push(inspectSheet(await gridOf(sheet, is1904, shown)));
    yield { sheets: grids };
  },
};
