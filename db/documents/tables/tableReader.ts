import { z } from 'zod';
import { reading as readingSchema, sheets as sheetsSchema, type Reading } from '#contract/documents/tables';
import type { ForeignFile, ForeignReader } from '../../ground/foreign/reader.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { csvRows } from './csv.ts';
import { isArchive, isCompound } from './detect.ts';
import { inspectCsv } from './inspectCsv.ts';
import { firstBytes } from './source.ts';
import type { TableRow } from './types.ts';
import { readWorkbook, type ReadSheet, type WorkbookLimits } from './workbook.ts';

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
  sheets: z.array(sheetsSchema.element.extend({ lines: z.array(z.string()) })),
  /** Parts of the file that are no table. */
  dropped: z.int(),
  /** Days are counted from 1904. */
  is1904: z.boolean(),
  /** The first line of a text that nothing divides: one column can still be a list of dates, if its name says so. */
  undivided: z.string().nullable(),
});

const rows = z.object({
  kind: z.literal('rows'),
  rows: z.array(
    z.object({
      line: z.int().min(1),
      cells: z.array(z.string()),
      sheet: z.string().optional(),
      colours: z.array(z.string()).optional(),
    }),
  ),
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

/** The sheets that were chosen, or the first that holds anything. */
async function openWorkbook(file: ForeignFile, { chosen, mostRows }: Options): Promise<Opened> {
  const names = chosen?.kind === 'xlsx' ? [chosen.sheet, ...(chosen.also ?? [])] : undefined;
  const wanted = { sheets: names, mostRows: mostRows ?? Infinity, isRegister: true };
  const { read, sheets, dropped, is1904 } = await readWorkbook(file, limits, wanted);
  const [first, ...others] = read;
  if (first === undefined || (names !== undefined && read.length < new Set(names).size))
    throw new StoreFailure('invalid_input', 'not_a_workbook', [{ path: 'sheet', code: 'not_a_workbook' }]);
  const also = others.length > 0 ? { also: others.map(({ name }) => name) } : {};
  return {
    head: {
      reading: { kind: 'xlsx', sheet: first.name, ...also },
      sheets: sheets.map((each) => ({ ...each, lines: [...each.lines] })),
      ...{ dropped, is1904, undivided: null },
    },
    rows: others.length === 0 ? paddedRows(first.rows, widthOf(first.rows)) : rowsOfSheets(read),
  };
}

/** All as wide as the widest: a sheet whose rows say more than its columns leaves those of the others as they are. */
function* rowsOfSheets(sheets: readonly ReadSheet[]): Generator<TableRow> {
  const width = Math.max(...sheets.map(({ rows }) => widthOf(rows)));
  for (const { name, rows } of sheets) for (const row of paddedRows(rows, width)) yield { ...row, sheet: name };
}

/** Titles may come before the names of the columns, and are far narrower. */
function widthOf(rows: readonly TableRow[]): number {
  const first = rows[0]?.cells.length ?? 0;
  const widest = Math.max(0, ...rows.slice(0, 20).map(({ cells }) => cells.length));
  return first * 2 > widest ? first : widest;
}

/** A sheet holds no cell where nothing was written: a row ends with its last one. */
function* paddedRows(rows: readonly TableRow[], width: number): Generator<TableRow> {
  for (const row of rows) yield { ...row, cells: [...row.cells, ...missing(width - row.cells.length)] };
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
    for await (const { cells, colours, ...row } of opened.rows) {
      held.push({ ...row, cells: [...cells], ...(colours && { colours: [...colours] }) });
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
