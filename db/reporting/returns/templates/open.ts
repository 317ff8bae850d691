import type { Cell, Workbook } from 'exceljs';
import type { LostPart } from '#contract/reporting/templates';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { inflatesBeyond, zipEntries, type ZipEntry } from '../../../documents/files/zip.ts';
import { bytesWhole, tooLarge, type FileSource } from '../../../documents/tables/source.ts';

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
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
  /** Parts that writing it again does not keep. */
  readonly lost: readonly LostPart[];
}

async function entriesOf(bytes: Uint8Array): Promise<readonly ZipEntry[]> {
  try {
    const entries = await zipEntries(bytes);
    if (await inflatesBeyond(entries, largest.inflated)) throw tooLarge();
    return entries;
  } catch (error) {
    throw error instanceof StoreFailure ? error : new StoreFailure('invalid_input', 'not_a_workbook');
  }
}

/** Opens a workbook of someone else's. `not_a_workbook`, `file_too_large` where it is none or would inflate beyond reason. */
export async function openWorkbook(file: FileSource): Promise<OpenedWorkbook> {
  const bytes = await bytesWhole(file, largest.file);
  const entries = await entriesOf(bytes);
  // Loaded only when a workbook is opened: it is large, and the store must start fast.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(bytes as never);
  } catch {
    throw new StoreFailure('invalid_input', 'not_a_workbook');
  }
  if (workbook.worksheets.length === 0) throw new StoreFailure('invalid_input', 'not_a_workbook');
  return {
    bytes,
    workbook,
    lost: lostParts.flatMap(([part, pattern]) => (entries.some(({ name }) => pattern.test(name)) ? [part] : [])),
  };
}

export function isFormula({ value }: Cell): boolean {
  return value !== null && typeof value === 'object' && ('formula' in value || 'sharedFormula' in value);
}
