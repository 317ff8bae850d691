import { getTableColumns, sql, type Column } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { WriteTx } from './database.ts';

/** As drizzle gives a value to SQLite, or the column's default where the row has none. */
function given(column: Column, value: unknown = column.default ?? null): unknown {
  return value === null ? null : column.mapToDriverValue(value);
}

/** Inserts by one statement, prepared once: building and parsing a text for each batch of rows takes longer than writing them. */
export async function insertAll<T extends SQLiteTable>(
  tx: WriteTx,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  const columns = Object.entries<Column>(getTableColumns(table));
  // A placeholder of its own, for one that belongs to a column would turn null into the column's type.
  const values = Object.fromEntries(columns.map(([name]) => [name, sql`${sql.placeholder(name)}`]));
  const insert = tx
    .insert(table)
    .values(values as T['$inferInsert'])
    .prepare();
  for (const row of rows as readonly Readonly<Record<string, unknown>>[])
    await insert.run(Object.fromEntries(columns.map(([name, column]) => [name, given(column, row[name])])));
}
