import type { WorkspaceKind } from '#contract/ground/codes';
import { readMigrations, requireKnown, schemaState, type Migration } from '../migrations.ts';
import type { RawDatabase } from './connection.ts';

const files = import.meta.glob<string>('../../../migrations/*/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const migrations = readMigrations(files);

export const migrationsOf = (kind: WorkspaceKind): readonly Migration[] => migrations[kind];

/** What has been applied, in its order: nothing where the file has not the schema's mark. */
function readApplied(raw: RawDatabase): readonly Pick<Migration, 'hash'>[] {
  const exists = raw.prepare("SELECT 1 FROM sqlite_master WHERE name = 'schema_migration'").get();
  return exists
    ? (raw.prepare('SELECT hash FROM schema_migration ORDER BY position').all() as Pick<Migration, 'hash'>[])
    : [];
}

/** Every file that Vigie made has applied its first migration. */
export function hasSchemaMark(raw: RawDatabase): boolean {
  return readApplied(raw).length > 0;
}

export function pendingMigrations(raw: RawDatabase, known: readonly Migration[]): readonly Migration[] {
  const applied = readApplied(raw);
  requireKnown(schemaState(applied, known));
  return known.slice(applied.length);
}

/** What was derived from rows that a migration may have changed is derived again. */
function forgetDerived(raw: RawDatabase): void {
  if (raw.prepare("SELECT 1 FROM sqlite_master WHERE name = 'backlog_book'").get())
    raw.exec('DELETE FROM backlog_book');
}

/** Applies each in a transaction of its own. The caller has made and verified a backup where there was something to lose. */
export function migrate(raw: RawDatabase, known: readonly Migration[], now: number): void {
  raw.exec(
    `CREATE TABLE IF NOT EXISTS schema_migration
     (position INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT`,
  );
  const record = raw.prepare('INSERT INTO schema_migration (position, name, hash, applied_at) VALUES (?, ?, ?, ?)');
  for (const migration of pendingMigrations(raw, known)) {
    const { name, sql, hash } = migration;
    raw.transaction(() => {
      raw.exec(sql);
      forgetDerived(raw);
      record.run(known.indexOf(migration), name, hash, now);
    })();
  }
}
