import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { CellValue, Worksheet } from 'exceljs';
import { findSeparator, isMarkup, requireText } from '../../imports/detect.ts';
import { StoreFailure } from '../../kernel/failure.ts';
import { sha256 } from '../../kernel/signing.ts';
import { checkWorkbook } from './zipParts.ts';

/** One row of a file as texts, with its line from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface FileTable {
  readonly rows: readonly TableRow[];
  readonly sha256: string;
  /** Parts of a workbook that are no table. */
  readonly dropped: number;
}

const largestFile = 10 * 1024 * 1024;
const mostRows = 5000;
const mostColumns = 200;

const isBlank = (cells: readonly string[]): boolean => cells.every((each) => each.trim() === '');

/** An export guards a text that would run as a formula with an apostrophe, and one that begins so already with one more. */
const unguarded = (cell: string): string => cell.replace(/^'('*[=+\-@\t\r])/, '$1');

function fromCsv(bytes: Buffer): readonly TableRow[] {
  requireText(bytes, true);
  const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
  if (isMarkup(text)) throw new StoreFailure('invalid_input', 'not_a_csv');
  const options = { relax_column_count: true, relax_quotes: true, info: true } as const;
  try {
    const records = parse(text, { ...options, delimiter: findSeparator(text) ?? ',' }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record.map(unguarded) }));
  } catch (error) {
    // Its messages hold the file's text and go no further.
    throw error instanceof CsvError ? new StoreFailure('invalid_input', 'not_a_csv') : error;
  }
}

/** A number as a spreadsheet shows it: fifteen digits, so that a sum of tenths is the tenth that it should be. */
const numberText = (value: number): string => String(Number(value.toPrecision(15)));

/** What a cell shows; of a formula its value as it was last computed. */
function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((each) => each.text).join('');
  if ('hyperlink' in value) return value.text;
  if ('error' in value) return value.error;
  return textOf(value.result ?? null);
}

function rowsOf(sheet: Worksheet): readonly TableRow[] {
  const rows: TableRow[] = [];
  sheet.eachRow((row, line) => {
    if (rows.length > mostRows) return;
    const cells = Array.from({ length: Math.min(row.cellCount, mostColumns) }, (_, index) =>
      textOf(row.getCell(index + 1).value),
    );
    if (!isBlank(cells)) rows.push({ line, cells });
  });
  return rows;
}

async function fromWorkbook(bytes: Buffer): Promise<readonly TableRow[]> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  } catch {
    throw new StoreFailure('invalid_input', 'not_a_workbook');
  }
  return workbook.worksheets.map(rowsOf).find((rows) => rows.length > 0) ?? [];
}

/** Reads a CSV file or the first sheet of a workbook that holds anything, as texts. Sizes are capped before anything is unpacked. */
export async function readTable(path: string): Promise<FileTable> {
  if ((await stat(path)).size > largestFile) throw new StoreFailure('invalid_input', 'file_too_large');
  const bytes = await readFile(path);
  const isZip = bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
  const dropped = isZip ? checkWorkbook(bytes) : 0;
  const rows = (isZip ? await fromWorkbook(bytes) : fromCsv(bytes)).filter(({ cells }) => !isBlank(cells));
  if (rows.length === 0) throw new StoreFailure('invalid_input', 'not_a_csv');
  if (rows.length > mostRows) throw new StoreFailure('invalid_input', 'file_too_large');
  return { rows, sha256: sha256(bytes), dropped };
}
