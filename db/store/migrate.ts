import { createHash } from 'node:crypto';
import type { WorkspaceKind } from '#contract/ground/codes';
import { StoreFailure } from '../ground/kernel/failure.ts';
import type { RawDatabase } from './connection.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

const files = import.meta.glob<string>('../../migrations/*/*.sql', { query: '?raw', import: 'default', eager: true });

export function migrationsOf(kind: WorkspaceKind): readonly Migration[] {
  return Object.entries(files)
    .filter(([path]) => path.includes(`/${kind}/`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, sql]) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      sql,
      hash: createHash('sha256').update(sql).digest('hex'),
    }));
}

interface Applied {
  readonly position: number;
  readonly name: string;
  readonly hash: string;
}

/** What has been applied, checked: a file from a newer Vigie or with an unknown migration is refused untouched. */
export function appliedMigrations(raw: RawDatabase, known: readonly Migration[]): readonly Applied[] {
  const exists = raw.prepare("SELECT 1 FROM sqlite_master WHERE name = 'schema_migration'").get();
  if (!exists) return [];
  const applied = raw.prepare('SELECT position, name, hash FROM schema_migration ORDER BY position').all() as Applied[];
  if (applied.length > known.length) throw new StoreFailure('newer_schema');
  for (const [index, each] of applied.entries()) {
    if (known[index]?.hash !== each.hash) throw new StoreFailure('newer_schema', 'migration_unknown');
  }
  return applied;
}

export function pendingMigrations(raw: RawDatabase, known: readonly Migration[]): readonly Migration[] {
  return known.slice(appliedMigrations(raw, known).length);
}

/** What was derived from rows that a migration may have changed is derived anew. */
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
    raw.transaction(() => {
      raw.exec(migration.sql);
      forgetDerived(raw);
      record.run(known.indexOf(migration), migration.name, migration.hash, now);
    })();
  }
}
