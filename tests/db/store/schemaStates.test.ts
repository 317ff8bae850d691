import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { RawDatabase } from '../../../db/store/sqlite/connection.ts';
import { migrate, migrationsOf, pendingMigrations } from '../../../db/store/sqlite/migrate.ts';
import { buildState, keepRows, keptRows, schemaStates as states } from '../../support/schemaStates.ts';

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
      buildState(raw, { kind, files });
      keepRows(raw, kind);
      const before = keptRows(raw, kind);
      migrate(raw, known, 1);
      expect(keptRows(raw, kind)).toEqual(before);
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
