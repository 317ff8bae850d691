import type { ForeignFile } from '../../../ground/foreign/reader.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { zipEntries } from '../../../documents/files/zip.ts';
import { partsOf, type Parts } from '../../../documents/workbook/archive.ts';
import { openForeignWorkbook, type ForeignWorkbook } from '../../../documents/workbook/foreign.ts';
import { unpacksBeyond } from '../../../documents/workbook/unpacked.ts';
import { bytesWhole, tooLarge } from '../../../documents/tables/source.ts';

/** A form to fill is small; what is larger was chosen by mistake, or to exhaust the memory. */
const largest = { file: 20_000_000, inflated: 200_000_000 } as const;

async function requireWorkbook(bytes: Uint8Array): Promise<void> {
  try {
    if (await unpacksBeyond(await zipEntries(bytes), largest.inflated)) throw tooLarge();
  } catch (error) {
    throw error instanceof StoreFailure ? error : new StoreFailure('invalid_input', 'not_a_workbook');
  }
}

/** The parts of a workbook of someone else's. `not_a_workbook`, `file_too_large` where it is none or would inflate beyond reason. */
export async function readParts(file: ForeignFile): Promise<Parts> {
  const bytes = await bytesWhole(file, largest.file);
  await requireWorkbook(bytes);
  return partsOf(bytes);
}

/** Opens it to be looked at, with the same refusals. */
export async function openWorkbook(file: ForeignFile): Promise<ForeignWorkbook> {
  const bytes = await bytesWhole(file, largest.file);
  await requireWorkbook(bytes);
  const workbook = await openForeignWorkbook(bytes);
  if (workbook.sheets.length === 0) throw new StoreFailure('invalid_input', 'not_a_workbook');
  return workbook;
}
