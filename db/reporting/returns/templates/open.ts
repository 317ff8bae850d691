import type { ForeignFile } from '../../../ground/foreign/reader.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { partsOf, type Parts } from '../../../documents/workbook/archive.ts';
import { openForeignWorkbook, type ForeignWorkbook } from '../../../documents/workbook/foreign.ts';
import { workbookEntries } from '../../../documents/tables/workbookEntries.ts';
import { bytesWhole } from '../../../documents/tables/source.ts';

/** A form to fill is small; what is larger was chosen by mistake, or to exhaust the memory. */
const largest = { file: 20_000_000, inflated: 200_000_000 } as const;

/** The parts of a workbook of someone else's. What is none, or would inflate beyond reason, is refused by what it is. */
export async function readParts(file: ForeignFile): Promise<Parts> {
  const bytes = await bytesWhole(file, largest.file);
  await workbookEntries(bytes, largest.inflated);
  return partsOf(bytes);
}

/** Opens it to be looked at, with the same refusals. */
export async function openWorkbook(file: ForeignFile): Promise<ForeignWorkbook> {
  const bytes = await bytesWhole(file, largest.file);
  await workbookEntries(bytes, largest.inflated);
  const workbook = await openForeignWorkbook(bytes);
  if (workbook.sheets.length === 0) throw new StoreFailure('invalid_input', 'not_a_workbook');
  return workbook;
}
