import type { WorkspaceKind } from '#contract/ground/codes';
import type { ClientBase } from 'pg';
import { must } from '../../ground/kernel/assert.ts';
import { readMigrations, requireKnown, schemaState, type Migration } from '../migrations.ts';
import { inTransaction } from './inTransaction.ts';

const files = import.meta.glob<string>('../../../migrations/postgres/**/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const functions = must(files['../../../migrations/postgres/functions.sql'], 'it comes with the migrations');

const migrations = readMigrations(files);

export const postgresMigrations = (kind: WorkspaceKind): readonly Migration[] => migrations[kind];

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
    const { rows } = await client.query<{ hash: string }>('SELECT hash FROM schema_migration ORDER BY position');
    requireKnown(schemaState(rows, known));
    for (const [position, { name, sql, hash }] of [...known.entries()].slice(rows.length)) {
      await client.query(sql);
      await client.query('INSERT INTO schema_migration VALUES ($1, $2, $3, $4)', [position, name, hash, now]);
    }
  });
}
