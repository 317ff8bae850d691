import { sql } from 'drizzle-orm';
import type { ReadDb } from './database.ts';
import { version } from '../../../package.json';
import { must } from './assert.ts';

export const applicationVersion = version;

/** The last migration of the open workspace, printed on what leaves it. */
export async function schemaVersion(db: Pick<ReadDb, 'get'>): Promise<string> {
  const last = await db.get<{ name: string } | undefined>(
    sql`SELECT name FROM schema_migration ORDER BY position DESC LIMIT 1`,
  );
  return must(last, 'an open workspace has its migrations').name.replace(/\.sql$/, '');
}
