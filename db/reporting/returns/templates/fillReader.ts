import type { Cell, Workbook } from 'exceljs';
import { z } from 'zod';
import { notAvailable } from '../../../documents/notAvailable.ts';
import type { TemplateCell, WhenMissing } from '#contract/reporting/templates';
import type { ForeignReader } from '../../../ground/foreign/reader.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { isFormula, openWorkbook } from './open.ts';
import type { Resolved } from './resolve.ts';

export interface FilledCell extends Pick<TemplateCell, 'sheet' | 'cell'> {
  readonly value: Resolved;
  readonly isDate: boolean;
}

/** All that the reader is given of a return: what stands in its cells. */
export interface Filling {
  readonly cells: readonly FilledCell[];
  readonly whenMissing: WhenMissing;
  readonly modified: number;
}

/** The cell that holds what is shown there. A formula is the funder's: it is never written over. */
function targetOf(workbook: Workbook, { sheet, cell }: FilledCell, index: number): Cell {
  const found = workbook.getWorksheet(sheet);
  const fields = [{ path: `cells.${index}`, code: 'custom' }];
  if (!found) throw new StoreFailure('conflict', 'template_sheet_missing', fields);
  const target = found.getCell(cell).master;
  if (isFormula(target)) throw new StoreFailure('conflict', 'template_cell_formula', fields);
  return target;
}

function write(target: Cell, { value, isDate }: FilledCell, whenMissing: WhenMissing): void {
  if (value === null) {
    target.value = whenMissing === 'symbol' ? notAvailable : null;
  } else if (isDate) {
    target.value = new Date(`${String(value)}T00:00:00Z`);
    if (!target.numFmt || target.numFmt === 'General') target.numFmt = 'yyyy-mm-dd';
  } else target.value = value;
}

/** What was computed from the empty form is removed, so that the program that opens the file computes it again. */
function forgetResult(cell: Cell): void {
  const { value } = cell;
  if (value === null || typeof value !== 'object') return;
  if ('sharedFormula' in value) cell.value = { sharedFormula: value.sharedFormula };
  else if ('formula' in value) {
    const { result, ...formula } = value;
    if (result !== undefined) cell.value = formula;
  }
}

function computeOnOpening(workbook: Workbook): void {
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => {
      row.eachCell(forgetResult);
    });
  workbook.calcProperties.fullCalcOnLoad = true;
}

/** Fills the workbook and answers with the whole of it, in base 64. */
export const fillReader: ForeignReader<Filling, string> = {
  name: 'fill',
  answer: z.base64(),
  read: async function* (file, { cells, whenMissing, modified }) {
    const { workbook } = await openWorkbook(file);
    const targets = cells.map((each, index) => targetOf(workbook, each, index));
    for (const [index, each] of cells.entries()) {
      const target = targets[index];
      if (target) write(target, each, whenMissing);
    }
    computeOnOpening(workbook);
    workbook.modified = new Date(modified);
    yield Buffer.from(await workbook.xlsx.writeBuffer()).toString('base64');
  },
};
