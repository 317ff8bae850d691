import type { TemplateCell, WhenMissing } from '#contract/reporting/templates';
import { fixZipTimes } from '../../../documents/files/zipTimes.ts';
import type { BookEnding } from '../../../documents/workbook/book.ts';
import type { FileSource } from '../../../documents/tables/source.ts';
import type { Snapshot } from '../locked.ts';
import { fillReader } from './fillReader.ts';
import { isDate, resolve } from './resolve.ts';

export interface Mapping {
  readonly cells: readonly TemplateCell[];
  readonly whenMissing: WhenMissing;
}

export interface FilledForm {
  readonly bytes: Uint8Array;
  readonly ending: BookEnding;
}

/**
 * Fills the funder's own workbook from a locked return and keeps the rest of it: merged cells, formulas, styles, other
 * sheets. `template_sheet_missing`, `template_cell_formula` where the mapping does not fit the workbook: nothing is made.
 */
export async function fillTemplate(file: FileSource, mapping: Mapping, snapshot: Snapshot): Promise<FilledForm> {
  const { content, ending } = await file.readers.first(fillReader, file, {
    cells: mapping.cells.map(({ sheet, cell, source }) => ({
      sheet,
      cell,
      value: resolve(snapshot, source),
      isDate: isDate(source),
    })),
    whenMissing: mapping.whenMissing,
  });
  return { bytes: await fixZipTimes(new Uint8Array(Buffer.from(content, 'base64'))), ending };
}
