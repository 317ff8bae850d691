import type { TemplateCell, WhenMissing } from '#contract/reporting/templates';
import { fixZipTimes } from '../../../documents/files/zipTimes.ts';
import type { FileSource } from '../../../documents/tables/source.ts';
import type { Snapshot } from '../locked.ts';
import { fillReader } from './fillReader.ts';
import { isDate, resolve } from './resolve.ts';

export interface Mapping {
  readonly cells: readonly TemplateCell[];
  readonly whenMissing: WhenMissing;
}

/**
 * Fills the funder's own workbook from a locked return and keeps the rest of it: merged cells, formulas, styles, other
 * sheets. `template_sheet_missing`, `template_cell_formula` where the mapping does not fit the workbook: nothing is made.
 */
export async function fillTemplate(file: FileSource, mapping: Mapping, snapshot: Snapshot): Promise<Uint8Array> {
  const filled = await file.readers.first(fillReader, file, {
    cells: mapping.cells.map(({ sheet, cell, source }) => ({
      sheet,
      cell,
      value: resolve(snapshot, source),
      isDate: isDate(source),
    })),
    whenMissing: mapping.whenMissing,
  });
  return fixZipTimes(new Uint8Array(Buffer.from(filled, 'base64')));
}
