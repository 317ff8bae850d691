import { Column, getTableColumns, is, Param, Placeholder, SQL, StringChunk, type Table } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { protectionOf } from '../../ground/schema/common/columns.ts';
import { bindingKey, identityOf, seal } from './server/encryption/rows.ts';
import { isCell, openCell, sealText, type ColumnKeys } from './server/encryption/values.ts';
import { keyOf, roomTables } from './server/tables.ts';

/** What the server keeps of a column, and by which columns its row is known. */
interface Mark {
  readonly table: string;
  readonly column: string;
  readonly protection: 'sealed' | 'keyed';
  readonly key: readonly string[];
}
const mark = Symbol('what the server keeps of the column');
/** An alias of a table passes on what its columns carry. */
const markOf = (column: unknown): Mark | undefined =>
  is(column, Column) ? (column as Column & { readonly [mark]?: Mark })[mark] : undefined;

/** Whether a server's statement can sort by it. */
export const isSealed = (column: unknown): boolean => markOf(column) !== undefined;

/** Of the statement that is being written: values pass through the columns of both engines. */
let writing: ColumnKeys | null = null;

function keep(keys: ColumnKeys, { protection, table, column }: Mark, row: string, value: unknown): unknown {
  return typeof value === 'string' ? seal(keys, protection, { table, column, row }, value) : value;
}

function markColumns(table: SQLiteTable): void {
  const { name, columns } = getTableConfig(table);
  const key = bindingKey(keyOf(table).map((each) => each.name));
  for (const column of columns) {
    const protection = protectionOf(column);
    if (protection === 'clear') continue;
    const found: Mark = { table: name, column: column.name, protection, key };
    const plain = column.mapToDriverValue.bind(column);
    const mapToDriverValue = (value: unknown): unknown =>
      writing && !is(value, SQL) ? keep(writing, found, '*', plain(value)) : plain(value);
    Object.assign(column, { [mark]: found, mapToDriverValue });
  }
}

for (const table of roomTables) markColumns(table);

type Values = Readonly<Record<string, Param | SQL>>;

/** By the names of the columns. */
function named(table: Table, values: Values): ReadonlyMap<string, Param | SQL> {
  const columns = getTableColumns(table) as Readonly<Record<string, SQLiteColumn>>;
  return new Map(Object.entries(values).map(([property, value]) => [columns[property]?.name ?? property, value]));
}

/** A value for a row that is known: it opens in that row alone. */
function bound<T>(keys: ColumnKeys, value: T, row: string): T {
  const found = is(value, Param) ? markOf(value.encoder) : undefined;
  if (!is(value, Param) || !found || value.value === null || value.value === undefined) return value;
  if (is(value.value, Placeholder)) throw new Error(`${found.column}: a value is sealed as its statement is written`);
  return new Param(keep(keys, found, row, value.encoder.mapToDriverValue(value.value))) as T;
}

/** The same anywhere within a part of a statement. */
function boundWithin(keys: ColumnKeys, chunk: unknown, row: string): unknown {
  if (is(chunk, SQL)) return new SQL(chunk.queryChunks.map((each) => boundWithin(keys, each, row) as typeof each));
  return bound(keys, chunk, row);
}

/** What a condition says of columns that must be equal to a value, where all of it must hold. */
function pinned(condition: unknown, found: Map<string, unknown>): Map<string, unknown> {
  if (!is(condition, SQL)) return found;
  const chunks = condition.queryChunks;
  const isLoose = chunks.some((chunk) => is(chunk, StringChunk) && / (or|not) |^not /i.test(chunk.value.join('')));
  if (isLoose) return found;
  for (const [index, chunk] of chunks.entries()) {
    pinned(chunk, found);
    const [equals, value] = [chunks[index + 1], chunks[index + 2]];
    if (is(chunk, Column) && is(equals, StringChunk) && equals.value.join('') === ' = ' && is(value, Param))
      found.set(chunk.name, value.value);
  }
  return found;
}

/** What a session on a server writes and reads in the words of the workspace, while the server has them sealed. */
export class Sealing {
  readonly keys: ColumnKeys;

  constructor(keys: ColumnKeys) {
    this.keys = keys;
  }

  /** The rest of what a statement names, where it is written out: a value that is compared is equal to itself alone. */
  within<T>(write: () => T): T {
    writing = this.keys;
    try {
      return write();
    } finally {
      writing = null;
    }
  }

  /** Rows that are added, and what an existing one gets in their place. */
  inserted<T extends Values>(table: Table, values: readonly T[], onConflict: SQL[] | undefined) {
    const key = boundTo(table);
    const rows = values.map((value) => {
      const columns = named(table, value);
      const row = identityOf(key.map((column) => paramOf(columns.get(column))));
      return { row, value: mapValues(value, (each) => bound(this.keys, each, row)) as T };
    });
    const [only, ...others] = rows;
    const row = only && others.length === 0 ? only.row : '*';
    return {
      values: rows.map(({ value }) => value),
      onConflict: onConflict?.map((each) => boundWithin(this.keys, each, row) as SQL),
    };
  }

  updated<T extends Readonly<Record<string, unknown>>>(table: Table, set: T, where: SQL | undefined): T {
    const found = pinned(where, new Map());
    const row = identityOf(boundTo(table).map((column) => found.get(column)));
    return mapValues(set, (each) => bound(this.keys, each, row)) as T;
  }

  /** A value of the audit, which is bound to its entry by the entry's own hash of it. */
  audited<T extends { readonly salt: string; readonly value: string }>(row: T): T {
    const place = { table: 'audit_value', row: '*' };
    const sealed = (column: 'salt' | 'value') => sealText(this.keys, { ...place, column }, row[column]);
    return { ...row, salt: sealed('salt'), value: sealed('value') };
  }

  /** Opens rows as the driver gives them. `fields` are what the builder put there, where it did. */
  reader(fields: readonly unknown[] | undefined): (row: unknown) => unknown {
    const openers = fields?.map((field) => this.#openerOf(field, fields));
    return (row) => {
      if (Array.isArray(row))
        return row.map((value: unknown, index) => {
          const open = openers?.[index];
          return open ? open(value, row) : this.#open(value);
        });
      return row !== null && typeof row === 'object'
        ? mapValues(row as Record<string, unknown>, (value) => this.#open(value))
        : row;
    };
  }

  #open(value: unknown): unknown {
    return typeof value === 'string' && isCell(value) ? openCell(this.keys, value) : value;
  }

  /** By the key of the row that a value is read from, where the statement reads it too; null for what may be of any place. */
  #openerOf(field: unknown, fields: readonly unknown[]): Opener | null {
    if (!is(field, Column)) return null;
    const found = markOf(field);
    if (!found) return (value) => value;
    const key = found.key.map((name) =>
      fields.findIndex((each) => is(each, Column) && each.table === field.table && each.name === name),
    );
    return (value, row) => {
      if (typeof value !== 'string') return value;
      const identity = identityOf(key.map((at) => row[at]));
      return openCell(this.keys, value, { ...found, ...(identity !== '*' && { row: identity }) });
    };
  }
}

type Opener = (value: unknown, row: readonly unknown[]) => unknown;

/** The columns of its key by which values of the table are bound to their rows. */
function boundTo(table: Table): readonly string[] {
  const columns = Object.values(getTableColumns(table));
  return columns.map(markOf).find((found) => found !== undefined)?.key ?? [];
}

const paramOf = (value: unknown): unknown => (is(value, Param) ? value.value : undefined);

function mapValues(values: Readonly<Record<string, unknown>>, change: (value: unknown, name: string) => unknown) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]));
}
