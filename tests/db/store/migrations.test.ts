import Database from 'better-sqlite3';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workspaceKind } from '#contract/ground/codes';
import { isFound } from '../../../db/ground/schema/common/columns.ts';
import { tablesOf } from '../../../db/store/postgres/server/tables.ts';
import { migrate, migrationsOf, pendingMigrations } from '../../../db/store/sqlite/migrate.ts';
import { editedMigrations, isFrozen, recordHashes } from '../../../scripts/migrations/frozen.mjs';
import {
  firstMigration,
  lastSnapshot,
  nextMigration,
  refuseDrops,
  sets,
  writeMigrations,
} from '../../../scripts/migrations/generate.mjs';

const root = resolve(import.meta.dirname, '../../..');

/** Of each set, what is not as `npm run db:generate` leaves it. */
async function notAsGenerated(): Promise<readonly string[]> {
  if (isFrozen(root)) return editedMigrations(root);
  const edited: string[] = [];
  for (const set of sets) {
    const folder = join(root, set.folder);
    const { sql } = await firstMigration(set, folder);
    const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
    if (String(names) !== '0000_first.sql' || readFileSync(join(folder, '0000_first.sql'), 'utf8') !== sql)
      edited.push(set.folder);
  }
  return edited;
}

describe('the files of migrations', () => {
  it('index the columns that say how they are found, and index them again when these change', () => {
    const found = tablesOf('unit').flatMap((table) => {
      const columns = Object.values(getTableColumns(table)).filter(
        (column) => isFound(column, 'byWord') || isFound(column, 'byPart'),
      );
      return columns.map(({ name }) => `${getTableName(table)}.${name}`);
    });
    expect(found.length).toBeGreaterThan(9);
    const text = readFileSync(join(root, 'migrations/unit/0000_first.sql'), 'utf8');
    const places = (triggers: RegExp, columns: RegExp) =>
      [...text.matchAll(triggers)].flatMap(([, table = '', named = '']) =>
        [...named.matchAll(columns)].map(([, column = '']) => `${table}.${column}`),
      );
    const [added, again, changed] = [
      places(/TRIGGER `\w+_searched` AFTER INSERT ON `(\w+)`(.+?)END;/gs, /new\.`(\w+)`/g),
      places(/TRIGGER `\w+_again` AFTER UPDATE OF [^;]+? ON `(\w+)`(.+?)END;/gs, /new\.`(\w+)`/g),
      places(/TRIGGER `([a-z]+)_\w+_again` AFTER UPDATE OF (.+?) ON/g, /`(\w+)`/g),
    ].map((all) => [...new Set(all)].filter((place) => !/\.(id|unit_id)$/.test(place)).sort());
    expect([added, again, changed]).toEqual([found.sort(), found, found]);
  });

  it('are edited by nobody', async () => {
    const rule = isFrozen(root)
      ? 'Formats are frozen since the tag v0.1.0: a migration is never edited, the next one is added by npm run db:generate.'
      : 'Formats freeze at the tag v0.1.0: until then the first migration is made again by npm run db:generate, and no other is added.';
    expect(await notAsGenerated(), rule).toEqual([]);
  });

  it.each(sets)('leave nothing of the tables out: $folder', async (set) => {
    const { statements } = await nextMigration(set, lastSnapshot(join(root, set.folder)));
    expect(statements).toEqual([]);
  });

  it('are not written where a table would go, with its rows', () => {
    expect(() => refuseDrops(['DROP TABLE "note" CASCADE;'])).toThrow('DROP TABLE "note"');
    expect(refuseDrops(['ALTER TABLE "note" ADD COLUMN "x" text;'])).toHaveLength(1);
  });

  describe('in a copy', () => {
    let copy: string;
    beforeEach(() => {
      copy = mkdtempSync(join(tmpdir(), 'vigie-migrations-'));
      cpSync(join(root, 'migrations'), join(copy, 'migrations'), { recursive: true });
    });
    afterEach(() => {
      rmSync(copy, { recursive: true, force: true });
    });
    const of = (folder: string, file: string): string => join(copy, folder, file);
    const read = (folder: string, file: string): string => readFileSync(of(folder, file), 'utf8');

    /** As the tables were before the column of a note's place was added. */
    function forgetColumn(folder: string): void {
      const snapshot = JSON.parse(read(folder, 'snapshot.json')) as {
        tables: Record<string, { columns: Record<string, unknown> }>;
      };
      const tables = Object.entries(snapshot.tables).filter(([name]) => /(^|\.)setting$/.test(name));
      expect(tables).toHaveLength(1);
      for (const [, { columns }] of tables) delete columns['version'];
      writeFileSync(of(folder, 'snapshot.json'), JSON.stringify(snapshot));
    }

    it('are made again until they are frozen, with what was written by hand', async () => {
      rmSync(join(copy, 'migrations/frozen.json'), { force: true });
      const byHand = '-- By hand:\nCREATE TABLE later (a TEXT) STRICT;\n';
      for (const { folder } of sets) writeFileSync(of(folder, '0000_first.sql'), `nothing\n${byHand}`);
      await writeMigrations('later', copy);
      for (const { folder } of sets) {
        expect(read(folder, '0000_first.sql')).toMatch(/^CREATE TABLE/);
        expect(read(folder, '0000_first.sql').endsWith(byHand)).toBe(true);
        expect(readdirSync(join(copy, folder)).sort()).toEqual(['0000_first.sql', 'snapshot.json']);
      }
    });

    it('are followed by the next one once they are frozen, and one that is edited is named', async () => {
      recordHashes(copy);
      const before = sets.map(({ folder }) => read(folder, '0000_first.sql'));
      for (const { folder } of sets) forgetColumn(folder);
      await writeMigrations('later', copy);
      expect(sets.map(({ folder }) => read(folder, '0000_first.sql'))).toEqual(before);
      for (const { folder } of sets) expect(read(folder, '0001_later.sql')).toMatch(/^ALTER TABLE .setting. ADD/);
      expect(editedMigrations(copy)).toEqual([]);
      await writeMigrations('nothing', copy);
      expect(sets.flatMap(({ folder }) => readdirSync(join(copy, folder)))).not.toContain('0002_nothing.sql');
      writeFileSync(of('migrations/unit', '0001_later.sql'), '-- another\n');
      writeFileSync(of('migrations/postgres/unit', '0002_aside.sql'), '-- by nobody\n');
      const edited = ['migrations/postgres/unit/0002_aside.sql', 'migrations/unit/0001_later.sql'];
      expect(editedMigrations(copy)).toEqual(edited);
      // Not by being recorded again either.
      recordHashes(copy);
      expect(editedMigrations(copy)).toEqual(edited.slice(1));
    });
  });
});

describe.each(workspaceKind.options)('the migrations of a %s workspace', (kind) => {
  const known = migrationsOf(kind);
  let raw: InstanceType<typeof Database>;
  beforeEach(() => {
    raw = new Database(':memory:');
    migrate(raw, known, 0);
  });
  afterEach(() => {
    raw.close();
  });

  it('make strict tables only', () => {
    const lax = raw
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
      .pluck()
      .all();
    expect(lax.filter((name) => !String(name).startsWith('sqlite_'))).toEqual([]);
  });

  it('hold no case table in a coordination workspace', () => {
    const cases = raw
      .prepare(
        "SELECT name FROM sqlite_master WHERE name IN ('referral', 'investigation', 'charge', 'arrest', 'ledger_entry')",
      )
      .pluck()
      .all();
    expect(cases.length).toBe(kind === 'unit' ? 5 : 0);
  });

  it('are refused where one is not ours', () => {
    raw.exec("UPDATE schema_migration SET hash = 'other' WHERE position = 0");
    expect(() => pendingMigrations(raw, known)).toThrow('newer_schema: migration_unknown');
  });
});
