import { createHash } from 'node:crypto';
import type { Migration } from '../../db/store/migrations.ts';

/** In both engines: a column, filled from the rows that are there. */
export const initials = `ALTER TABLE "user" ADD COLUMN initial text; UPDATE "user" SET initial = substr(login, 1, 1);`;

/** As the next Vigie would work, whose migrations are one more than those of today. */
export async function withNextMigration<T>(
  known: readonly Migration[],
  sql: string,
  work: () => Promise<T>,
): Promise<T> {
  const all = known as Migration[];
  all.push({ name: '9999_next.sql', sql, hash: createHash('sha256').update(sql).digest('hex') });
  try {
    return await work();
  } finally {
    all.pop();
  }
}
