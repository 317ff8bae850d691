import Database from 'better-sqlite3';
import type { WorkspaceKind } from '#contract/ground/codes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, migrationsOf } from '../../../../db/store/sqlite/migrate.ts';
import { migratePostgres } from '../../../../db/store/postgres/migrate.ts';
import { newDatabase, postgresMissing, type TestDatabase } from '../../../support/postgres.ts';

const kinds: readonly WorkspaceKind[] = ['unit', 'coordination'];

interface Table {
  /** By name: the type, and whether there may be none. */
  readonly columns: Readonly<Record<string, string>>;
  readonly primaryKey: readonly string[];
  /** By name: whether unique, the columns in order, and the condition. */
  readonly indexes: Readonly<Record<string, string>>;
  readonly foreignKeys: readonly string[];
}
type Schema = Readonly<Record<string, Table>>;

const typeNames: Readonly<Record<string, string>> = {
  TEXT: 'text',
  INTEGER: 'bigint',
  REAL: 'double precision',
  BLOB: 'bytea',
};
const condition = (sql: string | null): string => /\bWHERE\s+(.*)$/i.exec(sql ?? '')?.[1]?.replace(/[()`"]/g, '') ?? '';
const record = <T>(entries: readonly (readonly [string, T])[]) => Object.fromEntries(entries);

interface SqliteColumn {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
  readonly pk: number;
}

function sqliteSchema(kind: WorkspaceKind): Schema {
  const raw = new Database(':memory:');
  migrate(raw, migrationsOf(kind), 1);
  const all = <T>(sql: string, ...given: string[]) => raw.prepare(sql).all(...given) as T[];
  // What only the search of SQLite has is a module of its own.
  const names = all<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND (name NOT LIKE 'search\\_%' ESCAPE '\\' OR name = 'search_entry')",
  );
  const tables = names.map(({ name }): [string, Table] => {
    const columns = all<SqliteColumn>('SELECT * FROM pragma_table_info(?)', name);
    const indexes = all<{ name: string; unique: 0 | 1; sql: string | null }>(
      'SELECT list.name, list."unique", made.sql FROM pragma_index_list(?) list JOIN sqlite_master made USING (name) WHERE origin = \'c\'',
      name,
    );
    const keyed = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
    return [
      name,
      {
        columns: record(
          columns.map((each) => [
            each.name,
            `${typeNames[each.type.toUpperCase()] ?? each.type}${each.notnull === 1 || each.pk > 0 ? ' not null' : ''}`,
          ]),
        ),
        primaryKey: keyed.map((each) => each.name),
        indexes: record(
          indexes.map((each) => {
            const on = all<{ name: string }>('SELECT name FROM pragma_index_info(?) ORDER BY seqno', each.name);
            return [
              each.name,
              `${each.unique === 1 ? 'unique ' : ''}${on.map((column) => column.name).join(' ')} ${condition(each.sql)}`,
            ];
          }),
        ),
        foreignKeys: all<{ key: string }>(
          'SELECT "from" || \' \' || "table" || \' \' || "to" AS key FROM pragma_foreign_key_list(?)',
          name,
        )
          .map(({ key }) => key)
          .sort(),
      },
    ];
  });
  raw.close();
  return record(tables);
}

/** One row for each part of a table, read from PostgreSQL's own catalogue. */
const catalogue = `
  SELECT c.relname AS table, 'column' AS part, a.attname AS name,
    format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END AS what, a.attnum::int AS place
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
  UNION ALL
  SELECT c.relname, CASE WHEN i.indisprimary THEN 'primary key' ELSE 'index' END, x.relname,
    CASE WHEN i.indisunique AND NOT i.indisprimary THEN 'unique ' ELSE '' END ||
    (SELECT string_agg(pg_get_indexdef(i.indexrelid, k, true), ' ' ORDER BY k) FROM generate_series(1, i.indnkeyatts) k) ||
    CASE WHEN i.indisprimary THEN '' ELSE ' ' || coalesce(translate(pg_get_expr(i.indpred, i.indrelid), '()"', ''), '') END, 0
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
  WHERE c.relnamespace = 'public'::regnamespace
  UNION ALL
  SELECT c.relname, 'foreign key', f.conname, concat_ws(' ',
    (SELECT attname FROM pg_attribute WHERE attrelid = f.conrelid AND attnum = f.conkey[k]), g.relname,
    (SELECT attname FROM pg_attribute WHERE attrelid = f.confrelid AND attnum = f.confkey[k])), k::int
  FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class g ON g.oid = f.confrelid,
    generate_subscripts(f.conkey, 1) k
  WHERE f.contype = 'f' AND c.relnamespace = 'public'::regnamespace`;

interface Part {
  readonly table: string;
  readonly part: 'column' | 'primary key' | 'index' | 'foreign key';
  readonly name: string;
  readonly what: string;
}

async function postgresSchema(database: TestDatabase): Promise<Schema> {
  const parts = (await database.run(catalogue)) as unknown as Part[];
  const unquoted = parts.map((each) => ({ ...each, what: each.what.replaceAll('"', '') }));
  const tables = [...new Set(parts.map(({ table }) => table))].map((table): [string, Table] => {
    const of = (part: Part['part']) => unquoted.filter((each) => each.table === table && each.part === part);
    const named = (part: Part['part']) => record(of(part).map(({ name, what }) => [name, what]));
    return [
      table,
      {
        columns: named('column'),
        primaryKey: of('primary key').flatMap(({ what }) => what.split(' ')),
        indexes: named('index'),
        foreignKeys: of('foreign key')
          .map(({ what }) => what)
          .sort(),
      },
    ];
  });
  return record(tables);
}

describe.skipIf(postgresMissing !== '')(`the tables of both engines ${postgresMissing}`.trim(), () => {
  const databases = new Map<WorkspaceKind, TestDatabase>();
  beforeAll(async () => {
    for (const kind of kinds) {
      const database = await newDatabase();
      databases.set(kind, database);
      await migratePostgres(await database.connect(), kind, 1);
    }
  });
  afterAll(() => Promise.all([...databases.values()].map((database) => database.drop())));

  it.each(kinds)('have the same columns, keys and indexes: %s', async (kind) => {
    const sqlite = sqliteSchema(kind);
    expect(Object.keys(sqlite).length).toBeGreaterThan(40);
    const postgres = await postgresSchema(databases.get(kind) as TestDatabase);
    expect(Object.keys(postgres).sort()).toEqual(Object.keys(sqlite).sort());
    for (const [name, table] of Object.entries(sqlite)) expect(postgres[name], name).toEqual(table);
  });

  it('are made once, and refused where another Vigie made more', async () => {
    const database = databases.get('unit') as TestDatabase;
    const client = await database.connect();
    await migratePostgres(client, 'unit', 2);
    expect(await database.run('SELECT applied_at FROM schema_migration WHERE position = 0')).toEqual([
      { applied_at: '1' },
    ]);
    await database.run("INSERT INTO schema_migration VALUES (99, '0099_later.sql', 'h', 2)");
    await expect(migratePostgres(client, 'unit', 3)).rejects.toMatchObject({ code: 'newer_schema' });
    await database.run('DELETE FROM schema_migration WHERE position = 99');
    await database.run("UPDATE schema_migration SET hash = 'another'");
    await expect(migratePostgres(client, 'unit', 3)).rejects.toMatchObject({ reason: 'migration_unknown' });
  });
});
