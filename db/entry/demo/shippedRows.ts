import type { RawDatabase } from '../../store/sqlite/connection.ts';

/** A table by its columns: values of one column are alike, and a third smaller when compressed. */
export interface ShippedTable {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly (readonly unknown[])[];
}

/** What migrations write themselves, and what the index of words is made of again. */
const notShipped = new Set(['schema_migration', 'search_identifier_place']);

function tablesIn(raw: RawDatabase): readonly string[] {
  const all = raw.pragma('main.table_list') as { readonly name: string; readonly type: string }[];
  return all
    .filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_') && !notShipped.has(name))
    .map(({ name }) => name)
    .toSorted();
}

const quoted = (name: string): string => `"${name}"`;

/** Every row of a store, in the order in which it was written. */
export function* readTables(raw: RawDatabase): Generator<ShippedTable> {
  for (const table of tablesIn(raw)) {
    const columns = (raw.pragma(`table_info(${quoted(table)})`) as { readonly name: string }[]).map(({ name }) => name);
    const rows = raw
      .prepare(`SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)}`)
      .raw()
      .all() as unknown[][];
    if (rows.some((row) => row.some((value) => Buffer.isBuffer(value))))
      throw new Error(`${table}: bytes are not text`);
    if (rows.length > 0) yield { table, columns, values: columns.map((_name, place) => rows.map((row) => row[place])) };
  }
}

const rowsAtOnce = 2000;

/** Puts the rows in place of those that migrations made. Yields from time to time how many were written. */
export function* writeTable(raw: RawDatabase, { table, columns, values }: ShippedTable): Generator<number> {
  raw.exec(`DELETE FROM ${quoted(table)}`);
  const insert = raw.prepare(
    `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const count = values[0]?.length ?? 0;
  for (let row = 0; row < count; row += 1) {
    insert.run(values.map((column) => column[row]));
    if ((row + 1) % rowsAtOnce === 0) yield rowsAtOnce;
  }
  yield count % rowsAtOnce;
}
