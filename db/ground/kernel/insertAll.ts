import { getTableColumns, sql, type Column } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { WriteTx } from './database.ts';

type Row = Readonly<Record<string, unknown>>;

/** As drizzle gives a value to SQLite, or the column's default where the row has none. */
function given(column: Column, value: unknown = column.default ?? null): unknown {
  return value === null ? null : column.mapToDriverValue(value);
}

/** Rows that are written to a table one after the other; some may wait until the end. */
export interface Inserts<T extends SQLiteTable> {
  readonly add: (row: T['$inferInsert']) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** By one statement, prepared once: building and parsing a text for each batch of rows takes longer than writing them. */
function prepared<T extends SQLiteTable>(tx: WriteTx, table: T, names: readonly string[]): Inserts<T> {
  const all = getTableColumns(table) as Readonly<Record<string, Column>>;
  const columns = Object.entries(all).filter(([name]) => names.includes(name));
  // A placeholder of its own, for one that belongs to a column would turn null into the column's type.
  const values = Object.fromEntries(columns.map(([name]) => [name, sql`${sql.placeholder(name)}`]));
  const insert = tx
    .insert(table)
    .values(values as T['$inferInsert'])
    .prepare();
  return {
    add: async (row) => {
      await insert.run(Object.fromEntries(columns.map(([name, column]) => [name, given(column, (row as Row)[name])])));
    },
    end: () => Promise.resolve(),
  };
}

/** Many rows by one statement: each would be a way to the server and back. */
function gathered<T extends SQLiteTable>(tx: WriteTx, table: T, rowsAtOnce: number): Inserts<T> {
  let rows: T['$inferInsert'][] = [];
  const end = async (): Promise<void> => {
    const some = rows;
    rows = [];
    if (some.length > 0) await tx.insert(table).values(some);
  };
  return {
    add: async (row) => {
      rows.push(row);
      if (rows.length === rowsAtOnce) await end();
    },
    end,
  };
}

/** @param names of the columns that the rows have; all unless they are given */
export function insertsInto<T extends SQLiteTable>(
  tx: WriteTx,
  table: T,
  names: readonly (keyof T['$inferInsert'] & string)[] = Object.keys(getTableColumns(table)),
): Inserts<T> {
  return tx.rowsAtOnce === 1 ? prepared(tx, table, names) : gathered(tx, table, tx.rowsAtOnce);
}

export async function insertAll<T extends SQLiteTable>(
  tx: WriteTx,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const inserts = insertsInto(tx, table);
  for (const row of rows) await inserts.add(row);
  await inserts.end();
}
