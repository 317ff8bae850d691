import { notAvailable } from '../../../documents/notAvailable.ts';
import type { Cell, Workbook } from 'exceljs';
import type { TemplateCell, WhenMissing } from '#contract/reporting/templates';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { fixZipTimes } from '../../../documents/files/zipTimes.ts';
import type { Snapshot } from '../locked.ts';
import type { FileSource } from '../../../documents/tables/source.ts';
import { isFormula, openWorkbook } from './open.ts';
import { isDate, resolve } from './resolve.ts';

export interface Mapping {
  readonly cells: readonly TemplateCell[];
  readonly whenMissing: WhenMissing;
}

/** The cell that holds what is shown there. A formula is the funder's: it is never written over. */
function targetOf(workbook: Workbook, { sheet, cell }: TemplateCell, index: number): Cell {
  const found = workbook.getWorksheet(sheet);
  const fields = [{ path: `cells.${index}`, code: 'custom' }];
  if (!found) throw new StoreFailure('conflict', 'template_sheet_missing', fields);
  const target = found.getCell(cell).master;
  if (isFormula(target)) throw new StoreFailure('conflict', 'template_cell_formula', fields);
  return target;
}

function write(target: Cell, snapshot: Snapshot, { source }: TemplateCell, whenMissing: WhenMissing): void {
  const value = resolve(snapshot, source);
  if (value === null) {
    target.value = whenMissing === 'symbol' ? notAvailable : null;
  } else if (isDate(source)) {
    target.value = new Date(`${String(value)}T00:00:00Z`);
    if (!target.numFmt || target.numFmt === 'General') target.numFmt = 'yyyy-mm-dd';
  } else target.value = value;
}

/** What was computed from the empty form is gone: whoever opens the file computes it anew. */
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

/**
 * Fills the funder's own workbook from a locked return and keeps the rest of it: merged cells, formulas, styles, other
 * sheets. `template_sheet_missing`, `template_cell_formula` where the mapping does not fit the workbook: nothing is made.
 */
export async function fillTemplate(file: FileSource, mapping: Mapping, snapshot: Snapshot): Promise<Uint8Array> {
  const { workbook } = await openWorkbook(file);
  const targets = mapping.cells.map((each, index) => targetOf(workbook, each, index));
  for (const [index, each] of mapping.cells.entries()) {
    const target = targets[index];
    if (target) write(target, snapshot, each, mapping.whenMissing);
  }
  computeOnOpening(workbook);
  workbook.modified = new Date(snapshot.locked.lockedAt);
  return fixZipTimes(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
