import { Column, is, sql, SQL, StringChunk, type QueryWithTypings } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import type { SQLiteInsertConfig } from 'drizzle-orm/sqlite-core/query-builders/insert';
import type { SQLiteUpdateConfig } from 'drizzle-orm/sqlite-core/query-builders/update';
import { isSealed, type Sealing } from './sealing.ts';
import type { SQLiteSelectConfig } from 'drizzle-orm/sqlite-core/query-builders/select.types';

/** PostgreSQL takes a parameter for text unless a column next to it gives its type: a number says its own. */
function castOf(value: unknown): string {
  if (typeof value !== 'number') return '';
  if (!Number.isInteger(value)) return '::float8';
  return Math.abs(value) < 2 ** 31 ? '::int4' : '::int8';
}

/** PostgreSQL takes the columns of a conflict's target by their names alone. */
function targetByName(chunk: SQL['queryChunks'][number]): SQL['queryChunks'][number] {
  if (is(chunk, SQL)) return new SQL(chunk.queryChunks.map(targetByName));
  if (!Array.isArray(chunk)) return chunk;
  return (chunk as unknown[]).map((each) => (is(each, Column) ? sql.identifier(each.name) : each)) as typeof chunk;
}

type Term = NonNullable<SQLiteSelectConfig['orderBy']>[number];

/** The column or expression by which a term orders rows, without its direction. */
function sorted(term: unknown): unknown {
  if (!is(term, SQL)) return term;
  const [only, ...others] = term.queryChunks.filter((chunk) => !is(chunk, StringChunk));
  return others.length > 0 ? term : sorted(only);
}

function isDescending(term: Term): boolean {
  const end = is(term, SQL) ? term.queryChunks.at(-1) : undefined;
  return is(end, StringChunk) && end.value.join('').endsWith(' desc');
}

/** In SQLite nulls come first, and last in descending order. A column without nulls is ordered as it is, so that its index serves. */
function missingInPlace(term: Term, mayBeMissing: boolean): Term {
  const column = sorted(term);
  if (is(column, Column) && column.notNull && !mayBeMissing) return term;
  return sql`${term} nulls ${sql.raw(isDescending(term) ? 'last' : 'first')}`;
}

/** SQLite's dialect of the builder as PostgreSQL understands it: the same tables and handlers serve both engines. */
export class PostgresDialect extends SQLiteAsyncDialect {
  readonly #sealing: Sealing | undefined;

  /** @param sealing absent where nothing of what is written or read is sealed */
  constructor(sealing?: Sealing) {
    super();
    this.#sealing = sealing;
  }

  override sqlToQuery(statement: SQL, invokedBy?: 'indexes'): QueryWithTypings {
    return super.sqlToQuery(this.#sealing?.compared(statement) ?? statement, invokedBy);
  }

  override buildUpdateQuery({ table, set, where, ...update }: SQLiteUpdateConfig): SQL {
    const sealed = this.#sealing?.updated(table, set, where) ?? set;
    return super.buildUpdateQuery({ table, set: sealed, where, ...update });
  }

  override escapeParam(index: number, value?: unknown): string {
    return `$${String(index + 1)}${castOf(value)}`;
  }

  override buildInsertQuery({ onConflict: given, values: rows, ...insert }: SQLiteInsertConfig): SQL {
    const sealed = this.#sealing && Array.isArray(rows) ? this.#sealing.inserted(insert.table, rows, given) : undefined;
    const { onConflict, values } = sealed ?? { onConflict: given, values: rows };
    const named = onConflict?.map(({ queryChunks: [words, target, ...rest] }) =>
      target === undefined ? new SQL([words]) : new SQL([words, targetByName(target), ...rest]),
    );
    return super.buildInsertQuery({ ...insert, values, ...(named && { onConflict: named }) });
  }

  override buildSelectQuery({ orderBy, ...select }: SQLiteSelectConfig): SQL {
    const unsortable = this.#sealing && orderBy?.map(sorted).find(isSealed);
    if (is(unsortable, Column)) throw new Error(`${unsortable.name}: a server cannot sort by what is sealed`);
    // In a row that an outer join adds, each column of the other table is missing.
    const mayBeMissing = (select.joins ?? []).some(({ joinType }) => joinType !== 'inner');
    return super.buildSelectQuery({
      ...select,
      ...(orderBy && { orderBy: orderBy.map((term) => missingInPlace(term, mayBeMissing)) }),
    });
  }
}
