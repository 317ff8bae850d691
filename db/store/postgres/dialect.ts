import { Column, is, sql, SQL } from 'drizzle-orm';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import type { SQLiteInsertConfig } from 'drizzle-orm/sqlite-core/query-builders/insert';

/** A number that stands for itself, beside no column that would say what it is, is text to PostgreSQL. */
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

/** SQLite's dialect of the builder as PostgreSQL understands it: the same tables and handlers serve both engines. */
export class PostgresDialect extends SQLiteAsyncDialect {
  override escapeParam(index: number, value?: unknown): string {
    return `$${String(index + 1)}${castOf(value)}`;
  }

  override buildInsertQuery({ onConflict, ...insert }: SQLiteInsertConfig): SQL {
    const named = onConflict?.map(({ queryChunks: [words, target, ...rest] }) =>
      target === undefined ? new SQL([words]) : new SQL([words, targetByName(target), ...rest]),
    );
    return super.buildInsertQuery({ ...insert, ...(named && { onConflict: named }) });
  }
}
