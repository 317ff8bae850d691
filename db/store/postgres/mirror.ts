import { Column, is, type SQL } from 'drizzle-orm';
import {
  bigint,
  customType,
  doublePrecision,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  type AnyPgColumn,
  type PgTable,
} from 'drizzle-orm/pg-core';
import { getTableConfig, SQLiteTable, type AnySQLiteColumn, type Index } from 'drizzle-orm/sqlite-core';

const bytes = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** By the type that SQLite has: the few that mean the same in both engines. Booleans stay 0 and 1. */
const typeOf: Readonly<Record<string, (name: string) => ReturnType<typeof text>>> = {
  text: (name) => text(name),
  integer: (name) => bigint(name, { mode: 'number' }) as never,
  real: (name) => doublePrecision(name) as never,
  blob: (name) => bytes(name) as never,
};

function defaultOf(column: AnySQLiteColumn): unknown {
  return column.default === undefined ? undefined : column.mapToDriverValue(column.default);
}

function columnOf(column: AnySQLiteColumn) {
  const make = typeOf[column.getSQLType()];
  if (!make) throw new Error(`${column.name}: no type of PostgreSQL for ${column.getSQLType()}`);
  let built = make(column.name);
  if (column.notNull) built = built.notNull();
  if (column.primary) built = built.primaryKey();
  const given = defaultOf(column);
  return given === undefined ? built : built.default(given as string);
}

type Columns = Record<string, AnyPgColumn>;

/** A table of SQLite as the same table of PostgreSQL: from it alone the statements that make the tables are generated. */
class Mirror {
  readonly #made = new Map<string, PgTable>();

  of(table: SQLiteTable): PgTable {
    const { name, columns, indexes, primaryKeys, foreignKeys, uniqueConstraints, checks } = getTableConfig(table);
    const known = this.#made.get(name);
    if (known) return known;
    if (uniqueConstraints.length + checks.length > 0)
      throw new Error(`${name}: constraints are unique indexes, and rules of the application`);
    const made = pgTable(
      name,
      Object.fromEntries(columns.map((each) => [each.name, columnOf(each)])),
      (own: Columns) => [
        ...primaryKeys.map((key) => primaryKey({ columns: named(own, key.columns) as never })),
        ...indexes.map((each) => indexOf(own, each)),
        ...foreignKeys.map((key) => {
          const { columns: from, foreignTable, foreignColumns } = key.reference();
          const others = this.of(foreignTable) as unknown as Columns;
          return foreignKey({ columns: named(own, from), foreignColumns: named(others, foreignColumns) } as never);
        }),
      ],
    );
    this.#made.set(name, made);
    return made;
  }
}

function named(own: Columns, columns: readonly { readonly name: string }[]): AnyPgColumn[] {
  return columns.flatMap(({ name }) => own[name] ?? []);
}

function indexOf(own: Columns, { config: { name, unique, columns, where } }: Index) {
  const first = (unique ? uniqueIndex : index)(name);
  const on = columns.map((each) => (is(each, Column) ? own[each.name] : each) as AnyPgColumn | SQL);
  const made = first.on(...(on as [AnyPgColumn]));
  return where ? made.where(where) : made;
}

/** Every table among what the files of the schema export. */
export function mirrored(exported: readonly unknown[]): Readonly<Record<string, PgTable>> {
  const mirror = new Mirror();
  const tables = exported.filter((each) => is(each, SQLiteTable));
  return Object.fromEntries(tables.map((table) => [getTableConfig(table).name, mirror.of(table)]));
}
