import { createRequire } from 'node:module';
import type { Workbook, WorkbookModel } from 'exceljs';
import { spendThread } from '../../ground/foreign/spend.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { areaOf } from './areas.ts';

/** As many as a sheet has. */
const mostColumns = 16_384;
/** Cells that exceljs may make one by one for one rule, and for all that is merged in a sheet: some whole rows. */
const mostRuled = 1000;
const mostMerged = 200_000;

const require = createRequire(import.meta.url);

/** The part of exceljs, without types, that reads what may be typed into cells. */
interface RulesReader {
  readonly model: Record<string, unknown>;
  _address: string;
  readonly _dataValidation: unknown;
  parseClose: (this: RulesReader, name: string) => boolean;
}

/** A rule for whole columns is ordinary; exceljs would copy it to each of their cells. It writes ranges back as they are named. */
function keepRulesByRange(): void {
  const { prototype } = require('exceljs/lib/xlsx/xform/sheet/data-validations-xform.js') as { prototype: RulesReader };
  const { parseClose } = prototype;
  if (parseClose.name === 'closeRule') return;
  prototype.parseClose = function closeRule(name) {
    if (name !== 'dataValidation') return parseClose.call(this, name);
    const areas = this._address.split(/\s+/).map((range) => ({ range, area: areaOf(range) }));
    for (const { area } of areas) if (area && area.cells > mostRuled) this.model[area.name] = this._dataValidation;
    const small = areas.filter(({ area }) => area === null || area.cells <= mostRuled).map(({ range }) => range);
    this._address = small.join(' ');
    return small.length === 0 ? true : parseClose.call(this, name);
  };
}

/** What a sheet says of itself, without columns that no sheet has. Refused where merged cells would be made without end. */
function limitSheets(model: WorkbookModel): void {
  for (const sheet of model.worksheets as unknown as SheetModel[]) {
    sheet.cols = (sheet.cols ?? [])
      .filter(({ min }) => min <= mostColumns)
      .map((column) => ({ ...column, max: Math.min(column.max, mostColumns) }));
    const merged = (sheet.mergeCells ?? []).reduce((sum, range) => sum + (areaOf(range)?.cells ?? 0), 0);
    if (merged > mostMerged) throw new StoreFailure('invalid_input', 'file_too_complex');
  }
}

interface SheetModel {
  cols?: readonly { readonly min: number; readonly max: number }[] | null;
  readonly mergeCells?: readonly string[] | null;
}

/** Every cell of a named range would be made, only to be put together again: what was read is what is written. */
function keepNames(workbook: Workbook): void {
  let names: WorkbookModel['definedNames'] = [];
  Object.defineProperty(workbook.definedNames, 'model', {
    get: () => names,
    set: (read: WorkbookModel['definedNames']) => {
      names = read.filter(({ ranges }) => ranges.length > 0);
    },
  });
}

/**
 * A workbook of someone else's, in the process that reads such files. What stands in a few bytes and would be a cell for each place of a sheet
 * is kept as it is written, cut to what a sheet has, or refused. `not_a_workbook` where it cannot be read.
 */
export async function loadForeignWorkbook(bytes: Buffer, ignoreNodes: readonly string[] = []): Promise<Workbook> {
  // Loaded only when a workbook is opened: it is large.
  const { default: exceljs } = await import('exceljs');
  spendThread();
  keepRulesByRange();
  const workbook = new exceljs.Workbook();
  keepNames(workbook);
  const made = Object.getOwnPropertyDescriptor(exceljs.Workbook.prototype, 'model');
  Object.defineProperty(workbook, 'model', {
    get: () => made?.get?.call(workbook) as WorkbookModel,
    set: (model: WorkbookModel) => {
      limitSheets(model);
      made?.set?.call(workbook, model);
    },
  });
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer, { ignoreNodes: [...ignoreNodes] });
    return workbook;
  } catch (error) {
    throw error instanceof StoreFailure ? error : new StoreFailure('invalid_input', 'not_a_workbook');
  }
}
