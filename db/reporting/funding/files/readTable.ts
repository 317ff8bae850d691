import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { ForeignFile, ForeignReader } from '../../../ground/foreign/reader.ts';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { csvErrorCode } from '../../../documents/tables/csvError.ts';
import { findSeparator, isArchive, isMarkup, requireText } from '../../../documents/tables/detect.ts';
import { bytesWhole, tooLarge, type FileSource } from '../../../documents/tables/source.ts';
import type { TableRow } from '../../../documents/tables/types.ts';
import { readWorkbook } from '../../../documents/tables/workbook.ts';

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
    throw csvErrorCode(error) !== null ? new StoreFailure('invalid_input', 'not_a_csv') : error;
  }
}

/** The first sheet that holds anything. */
async function fromWorkbook(file: ForeignFile) {
  const { read, dropped } = await readWorkbook(file, {
    packed: largestFile,
    unpacked: 60 * 1024 * 1024,
    rows: mostRows,
    columns: mostColumns,
  });
  return { rows: read[0]?.rows ?? [], dropped };
}

async function readFile(file: ForeignFile): Promise<z.infer<typeof answer>> {
  const bytes = await bytesWhole(file, largestFile);
  const read = isArchive(bytes) ? await fromWorkbook(file) : { rows: fromCsv(bytes), dropped: 0 };
  const rows = read.rows.filter(({ cells }) => !isBlank(cells));
  if (rows.length === 0) throw new StoreFailure('invalid_input', 'not_a_csv');
  if (rows.length > mostRows) throw tooLarge();
  return { rows: rows.map(({ line, cells }) => ({ line, cells: [...cells] })), dropped: read.dropped };
}

const answer = z.object({
  rows: z.array(z.object({ line: z.int().min(1), cells: z.array(z.string()) })).max(mostRows),
  dropped: z.int(),
});

export const fundingReader: ForeignReader<null, z.infer<typeof answer>> = {
  name: 'funding table',
  answer,
  read: async function* (file) {
    yield await readFile(file);
  },
};

/** Reads a CSV file or a workbook as texts. Sizes are capped before anything is unpacked. */
export async function readTable(source: FileSource): Promise<FileTable> {
  let sha256 = '';
  const read = await source.readers.first(fundingReader, source, null, {
    onEnd: (hash) => {
      sha256 = hash;
    },
  });
  return { ...read, sha256 };
}
