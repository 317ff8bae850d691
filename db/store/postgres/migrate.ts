import type { WorkspaceKind } from '#contract/ground/codes';
import { sql } from 'drizzle-orm';
import type { ClientBase } from 'pg';
import { must } from '../../ground/kernel/assert.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { readMigrations, requireKnown, schemaState, type Migration } from '../migrations.ts';
import { inTransaction } from './inTransaction.ts';
import { writeTx } from './session.ts';

const files = import.meta.glob<string>('../../../migrations/postgres/**/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const functions = must(files['../../../migrations/postgres/functions.sql'], 'it comes with the migrations');

export const postgresMigrations = (kind: WorkspaceKind): readonly Migration[] => readMigrations(files, kind);

/** What is still to be applied. */
async function pending(db: Pick<ReadDb, 'all'>, kind: WorkspaceKind): Promise<readonly Migration[]> {
  const known = postgresMigrations(kind);
  const applied = await db.all<{ hash: string }>(sql`SELECT hash FROM schema_migration ORDER BY position`);
  requireKnown(schemaState(applied, known));
  return known.slice(applied.length);
}

/** Makes the tables of a kind, or brings them up to date, as their owner: all of it or nothing. */
export async function migratePostgres(client: ClientBase, kind: WorkspaceKind, now: number): Promise<void> {
  const known = postgresMigrations(kind);
  await inTransaction(client, async () => {
    await client.query(
      `CREATE TABLE IF NOT EXISTS schema_migration
       (position bigint PRIMARY KEY, name text NOT NULL, hash text NOT NULL, applied_at bigint NOT NULL)`,
    );
    // Two that begin at once are one after the other.
    await client.query('LOCK TABLE schema_migration IN EXCLUSIVE MODE');
    await client.query(functions);
    for (const { name, sql: statements, hash } of await pending(writeTx(client), kind)) {
      await client.query(statements);
      const row = [known.findIndex((each) => each.hash === hash), name, hash, now];
      await client.query('INSERT INTO schema_migration VALUES ($1, $2, $3, $4)', row);
    }
  });
}

/** For who may not change the tables: an older database waits for its owner. */
export async function requireUpToDate(db: Pick<ReadDb, 'all'>, kind: WorkspaceKind): Promise<void> {
  if ((await pending(db, kind)).length > 0) throw new StoreFailure('conflict', 'server_schema_older');
}
