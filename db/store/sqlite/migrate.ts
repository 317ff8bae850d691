import type { WorkspaceKind } from '#contract/ground/codes';
import { readMigrations, requireKnown, schemaState, type Migration } from '../migrations.ts';
import type { RawDatabase } from './connection.ts';
import { earlierStates, type EarlierState } from './earlierStates.ts';

const files = import.meta.glob<string>('../../../migrations/*/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Asked for at each sign-in: their hashes are computed once. */
const migrations = new Map<WorkspaceKind, readonly Migration[]>();

export function migrationsOf(kind: WorkspaceKind): readonly Migration[] {
  const known = migrations.get(kind) ?? readMigrations(files, kind);
  migrations.set(kind, known);
  return known;
}

interface Applied {
  readonly position: number;
  readonly name: string;
  readonly hash: string;
}

/** What has been applied, in its order; null where the file has not the schema's mark. */
function readApplied(raw: RawDatabase): readonly Applied[] | null {
  const exists = raw.prepare("SELECT 1 FROM sqlite_master WHERE name = 'schema_migration'").get();
  if (!exists) return null;
  return raw.prepare('SELECT position, name, hash FROM schema_migration ORDER BY position').all() as Applied[];
}

/** Every file that Vigie made has applied its first migration. */
export function hasSchemaMark(raw: RawDatabase): boolean {
  return (readApplied(raw) ?? []).length > 0;
}

function earlierState(applied: readonly Applied[], known: readonly Migration[]): EarlierState | undefined {
  const hashOf = (each: string): string => known.find(({ name }) => name === each)?.hash ?? each;
  return earlierStates.find(
    (state) =>
      state.reaches <= known.length &&
      state.applied.length === applied.length &&
      state.applied.every((each, position) => hashOf(each) === applied[position]?.hash),
  );
}

export function pendingMigrations(raw: RawDatabase, known: readonly Migration[]): readonly Migration[] {
  const applied = readApplied(raw) ?? [];
  const earlier = earlierState(applied, known);
  if (earlier) {
    const runs = earlier.runs.flatMap((name) => known.filter((each) => each.name === name));
    return [...runs, ...known.slice(earlier.reaches)];
  }
  requireKnown(schemaState(applied, known));
  return known.slice(applied.length);
}

/** What was derived from rows that a migration may have changed is derived again. */
function forgetDerived(raw: RawDatabase): void {
  if (raw.prepare("SELECT 1 FROM sqlite_master WHERE name = 'backlog_book'").get())
    raw.exec('DELETE FROM backlog_book');
}

/** Brings a workspace of an earlier state to a known one, in one transaction with its new list of migrations. */
function leaveEarlierState(raw: RawDatabase, known: readonly Migration[], now: number): void {
  const earlier = earlierState(readApplied(raw) ?? [], known);
  if (!earlier) return;
  const record = recordIn(raw, known, now);
  raw.transaction(() => {
    raw.exec(earlier.sql);
    for (const { name, sql } of known) if (earlier.runs.includes(name)) raw.exec(sql);
    raw.exec('DELETE FROM schema_migration');
    known.slice(0, earlier.reaches).forEach(record);
  })();
}

function recordIn(raw: RawDatabase, known: readonly Migration[], now: number): (migration: Migration) => void {
  const insert = raw.prepare('INSERT INTO schema_migration (position, name, hash, applied_at) VALUES (?, ?, ?, ?)');
  return (migration) => void insert.run(known.indexOf(migration), migration.name, migration.hash, now);
}

/** Applies each in a transaction of its own. The caller has made and verified a backup where there was something to lose. */
export function migrate(raw: RawDatabase, known: readonly Migration[], now: number): void {
  raw.exec(
    `CREATE TABLE IF NOT EXISTS schema_migration
     (position INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT`,
  );
  leaveEarlierState(raw, known, now);
  const record = recordIn(raw, known, now);
  for (const migration of pendingMigrations(raw, known)) {
    raw.transaction(() => {
      raw.exec(migration.sql);
      forgetDerived(raw);
      record(migration);
    })();
  }
}
