import type { WorkspaceKind } from '#contract/ground/codes';
import type { ClientBase } from 'pg';
import { must } from '../../ground/kernel/assert.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { readMigrations, type Migration } from '../sqlite/migrate.ts';

const files = import.meta.glob<string>('../../../migrations/postgres/**/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const functions = must(files['../../../migrations/postgres/functions.sql'], 'it comes with the migrations');

export const postgresMigrations = (kind: WorkspaceKind): readonly Migration[] => readMigrations(files, kind);

/** A database of a newer Vigie, or with a migration that nobody knows, is refused untouched. */
async function pending(client: ClientBase, known: readonly Migration[]): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ hash: string }>('SELECT hash FROM schema_migration ORDER BY position');
  if (rows.length > known.length) throw new StoreFailure('newer_schema');
  if (rows.some(({ hash }, position) => known[position]?.hash !== hash))
    throw new StoreFailure('newer_schema', 'migration_unknown');
  return known.slice(rows.length);
}

/** Makes the tables of a kind, or brings them up to date, as their owner: all of it or nothing. */
export async function migratePostgres(client: ClientBase, kind: WorkspaceKind, now: number): Promise<void> {
  const known = postgresMigrations(kind);
  await client.query('BEGIN');
  try {
    await client.query(
      `CREATE TABLE IF NOT EXISTS schema_migration
       (position bigint PRIMARY KEY, name text NOT NULL, hash text NOT NULL, applied_at bigint NOT NULL)`,
    );
    // Two that begin at once are one after the other.
    await client.query('LOCK TABLE schema_migration IN EXCLUSIVE MODE');
    await client.query(functions);
    for (const migration of await pending(client, known)) {
      await client.query(migration.sql);
      const row = [known.indexOf(migration), migration.name, migration.hash, now];
      await client.query('INSERT INTO schema_migration VALUES ($1, $2, $3, $4)', row);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
