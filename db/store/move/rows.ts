import { createHmac } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { protectionOf } from '../../ground/schema/common/columns.ts';
import { keyOf } from '../postgres/server/tables.ts';

/** A row by the properties of its table's object, in their order. */
export type Row = Readonly<Record<string, unknown>>;

const rowsAtOnce = 500;
/** SQLite takes 32,766 values in a statement, and PostgreSQL 65,535. */
const valuesAtOnce = 20_000;

/** By what a table's rows are read some at a time: each value is of few rows, and has an index. */
function readBy(table: SQLiteTable): readonly SQLiteColumn[] {
  const { columns, name } = getTableConfig(table);
  const key = keyOf(table);
  const found = key.length > 0 ? key : columns.filter((column) => column.name === withoutKey[name]);
  if (found.length === 0) throw new Error(`${name}: it has no key`);
  // A server sorts what it has sealed in no order of ours: few rows have such a key, and are read at once.
  return found.some((column) => protectionOf(column) === 'sealed') ? [] : found;
}

const withoutKey: Readonly<Record<string, string>> = { audit_value: 'sequence', ledger_entry: 'file_id' };

type Place = readonly unknown[];

const tuple = (values: readonly SQL[]): SQL => sql`(${sql.join([...values], sql`, `)})`;

/** The rows of a table in the order of its key, some at a time, as a handler would read them. */
export async function* pagesOf(
  db: Pick<ReadDb, 'select' | 'selectDistinct'>,
  table: SQLiteTable,
): AsyncGenerator<readonly Row[]> {
  const columns = readBy(table);
  if (columns.length === 0) {
    const rows: readonly Row[] = await db.select().from(table);
    if (rows.length > 0) yield rows;
    return;
  }
  const size = Math.max(1, Math.min(rowsAtOnce, Math.floor(valuesAtOnce / getTableConfig(table).columns.length)));
  const own = tuple(columns.map((column) => sql`${column}`));
  const at = (place: Place): SQL => tuple(columns.map((column, index) => sql`${sql.param(place[index], column)}`));
  const fields = Object.fromEntries(columns.map((column, index) => [String(index), column]));
  let last: Place | undefined;
  for (;;) {
    const after = last && sql`${own} > ${at(last)}`;
    const places = (
      await db
        .selectDistinct(fields)
        .from(table)
        .where(after)
        .orderBy(...columns)
        .limit(size)
    ).map((row) => columns.map((_column, index) => row[String(index)]));
    last = places.at(-1);
    if (!last) return;
    const rows: readonly Row[] = await db
      .select()
      .from(table)
      .where(after ? sql`${after} AND ${own} <= ${at(last)}` : sql`${own} <= ${at(last)}`)
      .orderBy(...columns);
    yield rows;
  }
}

const modulus = 1n << 256n;

/** Of the rows of a table, whatever their order: equal where they are the same ones, in whichever engine. */
export class TableDigest {
  rows = 0;
  readonly #key: Buffer;
  #sum = 0n;

  /** @param key without which nobody can try what a row may have been */
  constructor(key: Buffer) {
    this.#key = key;
  }

  add(row: Row): void {
    const hash = createHmac('sha256', this.#key).update(JSON.stringify(row)).digest('hex');
    this.#sum = (this.#sum + BigInt(`0x${hash}`)) % modulus;
    this.rows += 1;
  }

  get text(): string {
    return this.#sum.toString(16).padStart(64, '0');
  }
}
