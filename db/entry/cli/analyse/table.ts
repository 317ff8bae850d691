import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { bytesTried, triedBy } from '../../../documents/foreign/tried.ts';
import { fileAt } from '../../../documents/tables/source.ts';
import type { ForeignReaders } from '../../../ground/foreign/readers.ts';
import { csvErrorCode } from '../../../documents/tables/csvError.ts';
import { findSeparator, isMarkup } from '../../../documents/tables/detect.ts';
import { InputFailure } from '../outcome.ts';
import { decoded, mebibyte, textOf } from '../textFile.ts';
import type { Table } from './method.ts';

const largestTable = 50 * mebibyte;

/** A record of a delimited text, and the line on which it ends. */
type Line = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** The first of the text's records, or all. */
function linesOf(text: string, first = -1): readonly Line[] {
  const delimiter = findSeparator(text.slice(0, 64 * 1024)) ?? ',';
  const options = { delimiter, trim: true, skip_empty_lines: true, info: true, to: first } as const;
  return parse(text, options) as unknown as readonly Line[];
}

/** Where the record after so many begins: what is not closed there runs to the end of the file. */
function lineAfter(text: string, records: number): number {
  const before = records === 0 ? 0 : (linesOf(text, records).at(-1)?.info.lines ?? 0);
  const rest = text.split(/\r\n|\n|\r/).slice(before);
  const filled = rest.findIndex((line) => line.trim() !== '');
  return before + Math.max(0, filled) + 1;
}

/** All records are as long as the first. */
function recordsOf(text: string, path: string): readonly Line[] {
  if (isMarkup(text)) throw new InputFailure('analyse.notTable', { path });
  try {
    return linesOf(text);
  } catch (error) {
    const code = csvErrorCode(error);
    if (code === null) throw error;
    const { lines, records } = error as { readonly lines?: number; readonly records?: number };
    if (code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH')
      throw new InputFailure('analyse.raggedLine', { path, line: String(lines ?? '?') });
    if (lines === undefined || records === undefined) throw new InputFailure('analyse.notTable', { path });
    const line = code === 'CSV_QUOTE_NOT_CLOSED' ? lineAfter(text, records) : lines;
    throw new InputFailure('analyse.badQuote', { path, line: String(line) });
  }
}

/**
 * A CSV file with a header, separated by commas, semicolons or tabs. Lines end as they like and empty ones do not count; every row has as
 * many cells as the header, and no two columns have the same name. InputFailure otherwise.
 */
export function readTable(path: string): Table {
  return tableOf(textOf(path, largestTable), path);
}

function tableOf(text: string, path: string): Table {
  const [header, ...rows] = recordsOf(text, path);
  const columns = header?.record;
  if (columns === undefined || rows.length === 0) throw new InputFailure('analyse.noRows', { path });
  const seen = new Set<string>();
  const twice = columns.find((name) => seen.size === seen.add(name).size);
  if (twice !== undefined) throw new InputFailure('analyse.duplicateColumn', { path, column: twice });
  return {
    columns,
    rows: rows.map(({ record }) => Object.fromEntries(columns.map((name, index) => [name, record[index] ?? '']))),
    lines: rows.map(({ info }) => info.lines),
  };
}

/** What the file wants to say of itself is said where its path is known: here it is only shown to be small enough to read. */
export const analyseTried = triedBy('analyse', largestTable, (bytes) => {
  try {
    tableOf(decoded(bytes, ''), '');
  } catch (error) {
    if (!(error instanceof InputFailure)) throw error;
  }
});

/** Reads the table where it can do no harm. One that is too large, or is no file, is refused by its path when it is read. */
export async function tryTable(path: string, readers: ForeignReaders): Promise<void> {
  const source = fileAt(resolve(path), readers);
  const size = await source.size().catch(() => null);
  if (size !== null && size <= largestTable) await bytesTried(source, analyseTried);
}
