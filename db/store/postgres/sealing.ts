import {
  Column,
  getTableColumns,
  getTableName,
  is,
  Param,
  Placeholder,
  SQL,
  StringChunk,
  type BuildQueryConfig,
  type QueryWithTypings,
  type Table,
} from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { TextColumn } from '../../ground/schema/common/columns.ts';
import { bindingKey, identityOf, seal } from './server/encryption/rows.ts';
import { isCell, openCell, sealText, type ColumnKeys } from './server/encryption/values.ts';
import { keyOf, roomTables } from './server/tables.ts';

/** A column that the server has encrypted, and by which columns its row is known. */
interface Mark {
  readonly table: string;
  readonly column: string;
  readonly protection: 'sealed' | 'keyed';
  readonly key: readonly string[];
}

/** By the name of the table, the columns of its key by which values are bound to their rows. */
const bindingKeys = new Map(
  roomTables.map((table) => [getTableName(table), bindingKey(keyOf(table).map(({ name }) => name))]),
);
const boundTo = (table: Table): readonly string[] => bindingKeys.get(getTableName(table)) ?? [];

function markOf(column: unknown): Mark | undefined {
  if (!(column instanceof TextColumn) || column.protection === 'clear') return undefined;
  const { original, name, protection } = column;
  return { table: getTableName(original), column: name, protection, key: boundTo(original) };
}

/** Whether a server's statement can sort by it. */
export const isSealed = (column: unknown): boolean => markOf(column) !== undefined;

function keep(keys: ColumnKeys, { protection, table, column }: Mark, row: string, value: unknown): unknown {
  return typeof value === 'string' ? seal(keys, protection, { table, column, row }, value) : value;
}

/** What the builder says of a value's kind to a driver that asks: of a sealed one, and of any other. */
const [sealedKind, openKind] = ['json', 'none'] as const;

/** A statement whose values are sealed as it is written out, each as its column says. */
class SealedStatement extends SQL {
  readonly #keys: ColumnKeys;

  constructor(statement: SQL, keys: ColumnKeys) {
    super(statement.queryChunks);
    this.#keys = keys;
  }

  override toQuery(config: BuildQueryConfig): QueryWithTypings {
    const marks: Mark[] = [];
    const prepareTyping = (encoder: unknown) => {
      const found = markOf(encoder);
      if (found) marks.push(found);
      return found ? sealedKind : openKind;
    };
    const { params, typings, ...query } = super.toQuery({ ...config, prepareTyping });
    const sealed = params.map((value, index) => {
      const found = typings?.[index] === sealedKind ? marks.shift() : undefined;
      return found ? keep(this.#keys, found, '*', value) : value;
    });
    return { ...query, params: sealed };
  }
}

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

const joinedByAnd: ReadonlySet<string> = new Set(['', '(', ' and ', ')']);

/** The columns that a condition of `eq`, or of several joined by `and`, holds equal to a value; of any other it is not known. */
function pinned(condition: unknown): readonly (readonly [column: string, value: unknown])[] {
  if (!is(condition, SQL)) return [];
  const words = condition.queryChunks.flatMap((chunk) => (is(chunk, StringChunk) ? chunk.value : []));
  const parts = condition.queryChunks.filter((chunk) => !is(chunk, StringChunk));
  if (words.every((word) => joinedByAnd.has(word))) return parts.flatMap(pinned);
  const [column, value] = parts;
  const isEqual = words.join('') === ' = ' && is(column, Column) && is(value, Param);
  return isEqual ? [[column.name, value.value]] : [];
}

/** What a session on a server writes and reads in the words of the workspace, while the server has them sealed. */
export class Sealing {
  readonly keys: ColumnKeys;

  constructor(keys: ColumnKeys) {
    this.keys = keys;
  }

  /** The rest of what a statement names, where it is written out: a value that is compared is equal to itself alone. */
  compared(statement: SQL): SQL {
    return new SealedStatement(statement, this.keys);
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
    const found = new Map(pinned(where));
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

const paramOf = (value: unknown): unknown => (is(value, Param) ? value.value : undefined);

function mapValues(values: Readonly<Record<string, unknown>>, change: (value: unknown, name: string) => unknown) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value, name)]));
}
