import type { Reading } from '#contract/documents/tables';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { hidesBinary } from './detect.ts';
import { inspectTable, type OpenedTable } from './open.ts';
import type { FileSource } from './source.ts';

const sampleRows = 200;
const sampleLength = 80;

/** Read as the preview will read them. */
async function firstRows(table: OpenedTable): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const { cells } of table.rows({})) rows.push(cells);
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
}

/** The first rows of a file, read as the preview will read them. */
export async function readHead(
  source: FileSource,
  reading: Reading | undefined,
  isKnownName: (name: string) => boolean,
): Promise<Head> {
  const table = await inspectTable(source, reading, isKnownName, sampleRows + 1);
  const [header, ...rows] = await firstRows(table);
  if (!header || header.length > 500) throw new StoreFailure('invalid_input', 'not_a_csv');
  if (header.some(hidesBinary)) throw new StoreFailure('invalid_input', 'contains_binary');
  return { table, header, rows, columns: columnsOf(header, rows) };
}
