import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { workspaceKind } from '#contract/ground/codes';
import type { RawDatabase } from '../../db/store/sqlite/connection.ts';
import type { Migration } from '../../db/store/migrations.ts';
import { migrationsOf } from '../../db/store/sqlite/migrate.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/schemaStates');
const stateSchema = z.array(z.object({ kind: workspaceKind, files: z.array(z.string()).min(1) }));

/** Every state that a workspace may be in: the migrations that made it, in their order. */
export const schemaStates = stateSchema.parse(JSON.parse(readFileSync(join(fixtures, 'states.json'), 'utf8')));
export type SchemaState = (typeof schemaStates)[number];

/** A file as it was when the state was current: one of today's, or one that was edited since, from the fixtures. */
function fileOf(kind: SchemaState['kind'], file: string): Migration {
  const known = migrationsOf(kind).find(({ name }) => name === file);
  if (known) return known;
  const sql = readFileSync(join(fixtures, file), 'utf8');
  return { name: basename(file), sql, hash: createHash('sha256').update(sql).digest('hex') };
}

/** The migration runner of that time wrote the same table. */
export function buildState(raw: RawDatabase, { kind, files }: SchemaState): void {
  raw.exec(
    'CREATE TABLE schema_migration (position INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
  );
  for (const [position, file] of files.entries()) {
    const { name, sql, hash } = fileOf(kind, file);
    raw.exec(sql);
    raw.prepare('INSERT INTO schema_migration VALUES (?, ?, ?, 1)').run(position, name, hash);
  }
}

/** Rows that every state has a place for. */
export function keepRows(raw: RawDatabase, kind: SchemaState['kind']): void {
  raw.exec(`INSERT INTO setting VALUES ('marking', 1, '"PROTECTED B"');
    INSERT INTO user (id, login, display_name) VALUES ('o', 'officer', 'Officer');
    INSERT INTO unit_month (unit_id, measure, month, value, status, source)
      VALUES ('u', 'overtime', '2026-05', 12.5, 'complete', 'declared'), ('u', 'fte', '2026-04', 3, 'partial', 'declared')`);
  if (kind === 'unit')
    raw.exec(`INSERT INTO referral (id, unit_id, number, source, received_on, state, state_on, open, summary, entered_at, entered_by)
      VALUES ('r', 'u', '2026-00001', 'ncecc', '2026-01-05', 'new', '2026-01-06', 1, 'uploaded clip', 5, 'o')`);
}

/** The same rows, however they lie today. */
export function keptRows(raw: RawDatabase, kind: SchemaState['kind']): unknown {
  const all = (sql: string) => raw.prepare(sql).raw().all();
  return {
    settings: all("SELECT key, value FROM setting WHERE key IN ('marking', 'workspace') ORDER BY key"),
    users: all('SELECT id, login, display_name FROM user'),
    months: all('SELECT unit_id, measure, month, value, status, source FROM unit_month ORDER BY measure'),
    referrals: kind === 'unit' && all('SELECT id, number, received_on, summary FROM referral'),
  };
}
