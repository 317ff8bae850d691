import type { Cell, Workbook } from 'exceljs';
import type { LostPart } from '#contract/reporting/templates';
import type { ForeignFile } from '../../../ground/foreign/reader.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { zipEntries, type ZipEntry } from '../../../documents/files/zip.ts';
import { loadForeignWorkbook } from '../../../documents/workbook/foreign.ts';
import { unpacksBeyond } from '../../../documents/workbook/unpacked.ts';
import { bytesWhole, tooLarge } from '../../../documents/tables/source.ts';

/** A form to fill is small; what is larger was chosen by mistake, or to exhaust the memory. */
const largest = { file: 20_000_000, inflated: 200_000_000 } as const;

const lostParts: readonly (readonly [LostPart, RegExp])[] = [
  ['charts', /^xl\/charts\//],
  ['shapes', /^xl\/(?:diagrams|embeddings)\//],
  ['pivot_tables', /^xl\/pivot/],
  ['macros', /^xl\/vbaProject/],
  ['controls', /^xl\/(?:ctrlProps|activeX)\//],
  ['external_links', /^xl\/externalLinks\//],
];

export interface OpenedWorkbook {
  readonly workbook: Workbook;
  /** Parts that writing it again does not keep. */
  readonly lost: readonly LostPart[];
}

async function entriesOf(bytes: Uint8Array): Promise<readonly ZipEntry[]> {
  try {
    const entries = await zipEntries(bytes);
    if (await unpacksBeyond(entries, largest.inflated)) throw tooLarge();
    return entries;
  } catch (error) {
    throw error instanceof StoreFailure ? error : new StoreFailure('invalid_input', 'not_a_workbook');
  }
}

/** Opens a workbook of someone else's. `not_a_workbook`, `file_too_large` where it is none or would inflate beyond reason. */
export async function openWorkbook(file: ForeignFile): Promise<OpenedWorkbook> {
  const bytes = await bytesWhole(file, largest.file);
  const entries = await entriesOf(bytes);
  const workbook = await loadForeignWorkbook(bytes);
  if (workbook.worksheets.length === 0) throw new StoreFailure('invalid_input', 'not_a_workbook');
  return {
    workbook,
    lost: lostParts.flatMap(([part, pattern]) => (entries.some(({ name }) => pattern.test(name)) ? [part] : [])),
  };
}

export function isFormula({ value }: Cell): boolean {
  return value !== null && typeof value === 'object' && ('formula' in value || 'sharedFormula' in value);
}
