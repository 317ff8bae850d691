import { sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/** One of these ids, however many: a list of parameters has a limit. */
export function isAmong(column: SQLiteColumn, ids: readonly (string | number)[]): SQL {
  // PostgreSQL gives text, whatever was in the list.
  const value = column.getSQLType() === 'integer' ? sql`CAST(value AS bigint)` : sql`value`;
  return sql`${column} IN (SELECT ${value} FROM json_each(${JSON.stringify(ids)}))`;
}

/** An id where the code does not know of what kind it is: a file is a referral or an investigation. */
export const anyId = (id: string): SQL => sql`${id}`;
