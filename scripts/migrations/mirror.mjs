// A table of SQLite as the same table of PostgreSQL: from it alone the statements that make the tables are generated.
import { Column, is } from 'drizzle-orm';
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
} from 'drizzle-orm/pg-core';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';

const bytes = customType({ dataType: () => 'bytea' });

/** By the type that SQLite has: the few that mean the same in both engines. Booleans stay 0 and 1. */
const typeOf = {
  text: (name) => text(name),
  integer: (name) => bigint(name, { mode: 'number' }),
  real: (name) => doublePrecision(name),
  blob: (name) => bytes(name),
};

function columnOf(column) {
  const make = typeOf[column.getSQLType()];
  if (!make) throw new Error(`${column.name}: no type of PostgreSQL for ${column.getSQLType()}`);
  let built = make(column.name);
  if (column.notNull) built = built.notNull();
  if (column.primary) built = built.primaryKey();
  return column.default === undefined ? built : built.default(column.mapToDriverValue(column.default));
}

const named = (own, columns) => columns.flatMap(({ name }) => own[name] ?? []);

function indexOf(own, { config: { name, unique, columns, where } }) {
  const on = columns.map((each) => (is(each, Column) ? own[each.name] : each));
  const made = (unique ? uniqueIndex : index)(name).on(...on);
  return where ? made.where(where) : made;
}

/** @param {Map<string, object>} made tables by name: those that refer to one another are made once */
function tableOf(table, made) {
  const { name, columns, indexes, primaryKeys, foreignKeys, uniqueConstraints, checks } = getTableConfig(table);
  const known = made.get(name);
  if (known) return known;
  if (uniqueConstraints.length + checks.length > 0)
    throw new Error(`${name}: constraints are unique indexes, and rules of the application`);
  const built = pgTable(name, Object.fromEntries(columns.map((each) => [each.name, columnOf(each)])), (own) => [
    ...primaryKeys.map((key) => primaryKey({ columns: named(own, key.columns) })),
    ...indexes.map((each) => indexOf(own, each)),
    ...foreignKeys.map((key) => {
      const { columns: from, foreignTable, foreignColumns } = key.reference();
      return foreignKey({
        columns: named(own, from),
        foreignColumns: named(tableOf(foreignTable, made), foreignColumns),
      });
    }),
  ]);
  made.set(name, built);
  return built;
}

/** Every table among what the files of the schema export. @param {unknown[]} exported */
export function mirrored(exported) {
  const made = new Map();
  for (const each of exported) if (is(each, SQLiteTable)) tableOf(each, made);
  return Object.fromEntries(made);
}
