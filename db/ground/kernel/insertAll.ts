import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { WriteTx } from './database.ts';

/** Few enough rows that no statement passes SQLite's limit of parameters. */
const batch = 400;

export async function insertAll<T extends SQLiteTable>(
  tx: WriteTx,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += batch) await tx.insert(table).values(rows.slice(from, from + batch));
}
