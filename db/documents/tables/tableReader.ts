import { z } from 'zod';
import { reading as readingSchema, sheets as sheetsSchema, type Reading } from '#contract/documents/tables';
import type { ForeignFile, ForeignReader } from '../../ground/foreign/reader.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { csvRows } from './csv.ts';
import { isArchive, isCompound } from './detect.ts';
import { inspectCsv } from './inspectCsv.ts';
import { firstBytes } from './source.ts';
import type { TableRow } from './types.ts';
import { readWorkbook, type WorkbookLimits } from './workbook.ts';

/** A workbook is read whole, so it may be no larger than the memory allows: about 200,000 rows of ten columns. */
const limits: WorkbookLimits = {
  packed: 40 * 1024 * 1024,
  unpacked: 100 * 1024 * 1024,
  rows: 400_000,
  columns: 500,
};

const head = z.object({
  kind: z.literal('head'),
  reading: readingSchema,
  sheets: sheetsSchema,
  /** Parts of the file that are no table. */
  dropped: z.int(),
  /** Days are counted from 1904. */
  is1904: z.boolean(),
  /** The first line of a text that nothing divides: one column can still be a list of dates, if its name says so. */
  undivided: z.string().nullable(),
});

const rows = z.object({
  kind: z.literal('rows'),
  rows: z.array(z.object({ line: z.int().min(1), cells: z.array(z.string()) })),
});

type Head = Omit<z.infer<typeof head>, 'kind'>;
type Answer = z.infer<typeof head> | z.infer<typeof rows>;

interface Options {
  readonly chosen: Reading | null;
  /** The kind is still to be found: a choice of another kind than the file's counts for nothing. */
  readonly isInspected: boolean;
  /** Null for all of them. */
  readonly mostRows: number | null;
}

interface Opened {
  readonly head: Head;
  readonly rows: AsyncIterable<TableRow> | Iterable<TableRow>;
}

/** The sheet that was chosen, or the first that holds anything. */
async function openWorkbook(file: ForeignFile, { chosen, mostRows }: Options): Promise<Opened> {
  const sheet = chosen?.kind === 'xlsx' ? chosen.sheet : undefined;
  const { read, sheets, dropped, is1904 } = await readWorkbook(file, limits, { sheet, mostRows: mostRows ?? Infinity });
  if (read === null)
    throw new StoreFailure('invalid_input', 'not_a_workbook', [{ path: 'sheet', code: 'not_a_workbook' }]);
  const first = read.rows[0]?.cells.length ?? 0;
  const widest = Math.max(0, ...read.rows.slice(0, 20).map(({ cells }) => cells.length));
  // Titles may come before the names of the columns, and are far narrower.
  const width = first * 2 > widest ? first : widest;
  return {
    head: { reading: { kind: 'xlsx', sheet: read.name }, sheets: [...sheets], dropped, is1904, undivided: null },
    // A sheet holds no cell where nothing was written: a row ends with its last one.
    rows: paddedRows(read.rows, width),
  };
}

function* paddedRows(rows: readonly TableRow[], width: number): Generator<TableRow> {
  for (const { line, cells } of rows) yield { line, cells: [...cells, ...missing(width - cells.length)] };
}

const missing = (count: number): readonly string[] => Array.from({ length: Math.max(0, count) }, () => '');

async function openCsv(file: ForeignFile, { chosen, isInspected }: Options): Promise<Opened> {
  const csv = chosen?.kind === 'csv' ? chosen : undefined;
  const { reading, undivided } = csv && !isInspected ? { reading: csv, undivided: null } : await inspectCsv(file, csv);
  return { head: { reading, sheets: [], dropped: 0, is1904: false, undivided }, rows: csvRows(file, reading) };
}

async function open(file: ForeignFile, options: Options): Promise<Opened> {
  const { chosen, isInspected } = options;
  const start = await firstBytes(file);
  const isWorkbook = isInspected ? isArchive(start) || isCompound(start) : chosen?.kind === 'xlsx';
  return isWorkbook ? openWorkbook(file, options) : openCsv(file, options);
}

/** Characters of one answer. */
const batch = 256 * 1024;

/** First how the file is read, then its rows, many in one answer. */
export const tableReader: ForeignReader<Options, Answer> = {
  name: 'table',
  answer: z.discriminatedUnion('kind', [head, rows]),
  read: async function* (file, options) {
    let left = options.mostRows ?? Infinity;
    const opened = await open(file, options);
    yield { kind: 'head', ...opened.head };
    let held: z.infer<typeof rows>['rows'] = [];
    let length = 0;
    for await (const { line, cells } of opened.rows) {
      held.push({ line, cells: [...cells] });
      left -= 1;
      if (left === 0) break;
      for (const cell of cells) length += cell.length + 4;
      if (length < batch) continue;
      yield { kind: 'rows', rows: held };
      held = [];
      length = 0;
    }
    yield { kind: 'rows', rows: held };
  },
};
