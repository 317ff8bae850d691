import type { Reading } from '#contract/documents/tables';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { hidesBinary } from './detect.ts';
import { inspectTable, type OpenedTable } from './open.ts';
import type { FileSource } from './source.ts';
import type { TableRow } from './types.ts';

const sampleRows = 200;
const sampleLength = 80;

/** Read as the preview will read them. */
async function firstRows(table: OpenedTable): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of table.rows({})) rows.push(row);
  return rows;
}

function columnsOf(header: readonly string[], rows: readonly (readonly string[])[]) {
  return header.map((name, column) => ({
    name: name.trim(),
    samples: rows
      .map((cells) => (cells[column] ?? '').trim())
      .filter((each) => each !== '' && !hidesBinary(each))
      .slice(0, 3)
      .map((each) => each.slice(0, sampleLength)),
  }));
}

export interface Head {
  readonly table: OpenedTable;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly columns: { readonly name: string; readonly samples: string[] }[];
  /** Which of the lines that hold anything names the columns, from 0, and the first of those lines. */
  readonly headerRow: number;
  readonly firstLines: { readonly line: number; readonly text: string }[];
}

const shownLines = 20;

const lineText = ({ line, cells }: TableRow) => ({
  line,
  text: cells
    .map((each) => each.trim())
    .filter((each) => each !== '' && !hidesBinary(each))
    .join(' · ')
    .slice(0, 160),
});

/** The first rows of a file, read as the preview will read them. */
export async function readHead(
  source: FileSource,
  reading: Reading | undefined,
  isKnownName: (name: string) => boolean,
  findHeader: (rows: readonly (readonly string[])[]) => number = () => 0,
): Promise<Head> {
  const table = await inspectTable(source, reading, isKnownName, sampleRows + 1);
  const found = await firstRows(table);
  const headerRow = findHeader(found.map(({ cells }) => cells));
  const [header, ...rows] = found.slice(headerRow).map(({ cells }) => cells);
  if (!header || header.length > 500) throw new StoreFailure('invalid_input', 'not_a_csv');
  if (header.some(hidesBinary)) throw new StoreFailure('invalid_input', 'contains_binary');
  const firstLines = found.slice(0, shownLines).map(lineText);
  return { table, header, rows, columns: columnsOf(header, rows), headerRow, firstLines };
}
