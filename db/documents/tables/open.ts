import type { Reading, Sheets } from '#contract/documents/tables';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { serialDay } from './cellText.ts';
import { csvRows } from './csv.ts';
import { isArchive } from './detect.ts';
import { inspectCsv } from './inspectCsv.ts';
import { firstBytes, type FileSource } from './source.ts';
import type { Progress, TableRow } from './types.ts';
import { readWorkbook, type ReadWorkbook, type WorkbookLimits } from './workbook.ts';

/** A workbook is read whole, so it may be no larger than the memory allows: about 200,000 rows of ten columns. */
const limits: WorkbookLimits = {
  packed: 40 * 1024 * 1024,
  unpacked: 100 * 1024 * 1024,
  rows: 400_000,
  columns: 500,
};

export interface OpenedTable {
  readonly reading: Reading;
  readonly sheets: Sheets;
  /** Parts of the file that are no table. */
  readonly dropped: number;
  readonly rows: (progress: Progress) => AsyncIterable<TableRow>;
  /** What a count of days is in this file; null where it is none. */
  readonly serialDay: (text: string) => string | null;
}

function csvTable(source: FileSource, reading: Extract<Reading, { kind: 'csv' }>): OpenedTable {
  return {
    reading,
    sheets: [],
    dropped: 0,
    rows: (progress) => csvRows(source, reading, progress),
    serialDay: () => null,
  };
}

async function* sheetRows(workbook: ReadWorkbook, sheet: string, progress: Progress): AsyncGenerator<TableRow> {
  const rows = workbook.sheets.find(({ name }) => name === sheet)?.rows ?? [];
  const width = rows[0]?.cells.length ?? 0;
  for (const { line, cells } of rows) {
    // A sheet holds no cell where nothing was written: a row ends with its last one.
    yield await Promise.resolve({ line, cells: [...cells, ...missing(width - cells.length)] });
  }
  progress.onEnd?.(workbook.sha256);
}

const missing = (count: number): readonly string[] => Array.from({ length: Math.max(0, count) }, () => '');

/** The sheet that was chosen, or the first that holds anything. */
async function workbookTable(
  source: FileSource,
  chosen: Extract<Reading, { kind: 'xlsx' }> | undefined,
): Promise<OpenedTable> {
  const workbook = await readWorkbook(source, limits);
  const sheet = chosen?.sheet ?? workbook.sheets[0]?.name;
  if (sheet === undefined || !workbook.sheets.some(({ name }) => name === sheet))
    throw new StoreFailure('invalid_input', 'not_a_workbook', [{ path: 'sheet', code: 'not_a_workbook' }]);
  return {
    reading: { kind: 'xlsx', sheet },
    sheets: workbook.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    dropped: workbook.dropped,
    rows: (progress) => sheetRows(workbook, sheet, progress),
    serialDay: (text) => serialDay(text, workbook.is1904),
  };
}

/** Opens a file in the way that was chosen. */
export function openTable(source: FileSource, chosen: Reading): Promise<OpenedTable> {
  return chosen.kind === 'csv' ? Promise.resolve(csvTable(source, chosen)) : workbookTable(source, chosen);
}

/** Opens a file whose kind is still to be found; a choice of another kind than the file's counts for nothing. */
export async function inspectTable(
  source: FileSource,
  chosen: Reading | undefined,
  isKnownName: (name: string) => boolean,
): Promise<OpenedTable> {
  if (isArchive(await firstBytes(source))) return workbookTable(source, chosen?.kind === 'xlsx' ? chosen : undefined);
  return csvTable(source, await inspectCsv(source, chosen?.kind === 'csv' ? chosen : undefined, isKnownName));
}
