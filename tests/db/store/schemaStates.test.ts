import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { workspaceKind } from '#contract/ground/codes';
import type { RawDatabase } from '../../../db/store/connection.ts';
import { migrate, migrationsOf, pendingMigrations, type Migration } from '../../../db/store/migrate.ts';

const fixtures = resolve(import.meta.dirname, '../../fixtures/schemaStates');
const stateSchema = z.array(z.object({ kind: workspaceKind, files: z.array(z.string()).min(1) }));
const states = stateSchema.parse(JSON.parse(readFileSync(join(fixtures, 'states.json'), 'utf8')));

/** A file as it was when the state was current: one of today's, or one that was edited since, from the fixtures. */
function fileOf(kind: (typeof states)[number]['kind'], file: string): Migration {
  const known = migrationsOf(kind).find(({ name }) => name === file);
  if (known) return known;
  const sql = readFileSync(join(fixtures, file), 'utf8');
  return { name: basename(file), sql, hash: createHash('sha256').update(sql).digest('hex') };
}

/** The migration runner of that time wrote the same table. */
function build(raw: RawDatabase, files: readonly Migration[]): void {
  raw.exec(
    'CREATE TABLE schema_migration (position INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
  );
  for (const [position, { name, sql, hash }] of files.entries()) {
    raw.exec(sql);
    raw.prepare('INSERT INTO schema_migration VALUES (?, ?, ?, 1)').run(position, name, hash);
  }
}

function keepRows(raw: RawDatabase, kind: string): void {
  raw.exec(`INSERT INTO setting VALUES ('marking', 1, '"PROTECTED B"');
    INSERT INTO user (id, login, display_name) VALUES ('o', 'officer', 'Officer');
    INSERT INTO unit_month (unit_id, measure, month, value, status, source)
      VALUES ('u', 'overtime', '2026-05', 12.5, 'complete', 'declared'), ('u', 'fte', '2026-04', 3, 'partial', 'declared')`);
  if (kind === 'unit')
    raw.exec(`INSERT INTO referral (id, unit_id, number, source, received_on, state, state_on, open, summary, entered_at, entered_by)
      VALUES ('r', 'u', '2026-00001', 'ncecc', '2026-01-05', 'new', '2026-01-06', 1, 'uploaded clip', 5, 'o')`);
}

function rowsOf(raw: RawDatabase, kind: string): unknown {
  const all = (sql: string) => raw.prepare(sql).raw().all();
  return {
    settings: all('SELECT key, value FROM setting'),
    users: all('SELECT id, login, display_name FROM user'),
    months: all('SELECT unit_id, measure, month, value, status, source FROM unit_month ORDER BY measure'),
    referrals: kind === 'unit' && all('SELECT id, number, received_on, summary FROM referral'),
  };
}

const schemaOf = (raw: RawDatabase): unknown =>
  raw
    .prepare('SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name')
    .raw()
    .all()
    .map((row) => (row as string[]).map((text) => text.replace(/\s+/g, ' ')));

const newestSchema = (kind: (typeof states)[number]['kind']): unknown => {
  const raw = new Database(':memory:');
  migrate(raw, migrationsOf(kind), 1);
  const schema = schemaOf(raw);
  raw.close();
  return schema;
};
const newest = { unit: newestSchema('unit'), coordination: newestSchema('coordination') };

it('counts the states that workspaces may be in', () => {
  expect(states.filter(({ kind }) => kind === 'unit').length).toBe(26);
  expect(states.filter(({ kind }) => kind === 'coordination').length).toBe(13);
});

it.each(states.map((state, index) => ({ ...state, number: index + 1, last: state.files.at(-1) })))(
  'state $number, $kind up to $last, is brought up to date with its rows',
  ({ kind, files }) => {
    const known = migrationsOf(kind);
    const raw = new Database(':memory:');
    try {
      build(
        raw,
        files.map((file) => fileOf(kind, file)),
      );
      keepRows(raw, kind);
      const before = rowsOf(raw, kind);
      migrate(raw, known, 1);
      expect(rowsOf(raw, kind)).toEqual(before);
      expect(pendingMigrations(raw, known)).toEqual([]);
      expect(raw.prepare('SELECT position, name, hash FROM schema_migration ORDER BY position').all()).toEqual(
        known.map(({ name, hash }, position) => ({ position, name, hash })),
      );
      expect(schemaOf(raw)).toEqual(newest[kind]);
      if (kind === 'unit')
        expect(raw.prepare("SELECT rowid FROM search_text WHERE search_text MATCH 'clip'").all()).toHaveLength(1);
    } finally {
      raw.close();
    }
  },
);
