import { and, asc, desc, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { WindowFrom } from '#contract/ground/common';
import type { CivilDate } from '#contract/ground/dates';
import type { ReadDb } from './database.ts';
import { StoreFailure } from './failure.ts';

/** A list sorted by one column and then by id, read in windows by key: the millionth row costs what the first does. */
export interface Keyset {
  readonly column: SQLWrapper;
  readonly id: SQLiteColumn;
  readonly descending: boolean;
  /** Place of a day among the keys; absent: the keys are days. */
  readonly keyOfDay?: (day: CivilDate, end: 'first' | 'last') => number;
}

type Key = string | number;

export function encodeCursor(key: Key, id: string): string {
  return JSON.stringify([key, id]);
}

const isKey = (value: unknown): value is Key => typeof value === 'string' || typeof value === 'number';

function decodeCursor(cursor: string): readonly [Key, string] {
  try {
    const parsed: unknown = JSON.parse(cursor);
    if (Array.isArray(parsed) && isKey(parsed[0]) && typeof parsed[1] === 'string') return [parsed[0], parsed[1]];
  } catch {
    // Falls through: a cursor that is no JSON is as wrong as one of another shape.
  }
  throw new StoreFailure('invalid_input', undefined, [{ path: 'from.cursor', code: 'invalid' }]);
}

export interface WindowQuery {
  readonly where: SQL | undefined;
  readonly orderBy: readonly SQL[];
  /** Rows come against the list's order and are turned round after reading. */
  readonly reversed: boolean;
}

/** A window at the end of the list or before a row is read backwards. */
export function windowQuery(keyset: Keyset, from: WindowFrom, filter: SQL | undefined): WindowQuery {
  const reversed = from.at === 'end' || from.at === 'before';
  const down = keyset.descending !== reversed;
  const orderBy = down ? [desc(keyset.column), desc(keyset.id)] : [asc(keyset.column), asc(keyset.id)];
  return { where: and(filter, boundary(keyset, from, down)), orderBy, reversed };
}

/** The end of the day from which the list goes on. */
function dayKey({ keyOfDay }: Keyset, date: CivilDate, down: boolean): string | number {
  return keyOfDay?.(date, down ? 'last' : 'first') ?? date;
}

function boundary(keyset: Keyset, from: WindowFrom, down: boolean): SQL | undefined {
  switch (from.at) {
    case 'start':
    case 'end':
      return undefined;
    case 'date': {
      const key = dayKey(keyset, from.date, down);
      return down ? sql`${keyset.column} <= ${key}` : sql`${keyset.column} >= ${key}`;
    }
    case 'after':
    case 'before': {
      const [key, id] = decodeCursor(from.cursor);
      return down
        ? sql`(${keyset.column}, ${keyset.id}) < (${key}, ${id})`
        : sql`(${keyset.column}, ${keyset.id}) > (${key}, ${id})`;
    }
  }
}

export interface WindowEnds {
  readonly before: string | null;
  readonly after: string | null;
}

/** `rows` were asked for with one more than `size`, so that a further window is known without counting. */
export function cutWindow<T>(
  rows: readonly T[],
  size: number,
  from: WindowFrom,
  reversed: boolean,
  cursorOf: (row: T) => string,
): WindowEnds & { readonly rows: T[] } {
  const more = rows.length > size;
  const kept = rows.slice(0, size);
  const ordered = reversed ? kept.reverse() : kept;
  const first = ordered[0];
  const last = ordered.at(-1);
  const hasBefore = reversed ? more : from.at !== 'start';
  const hasAfter = reversed ? from.at !== 'end' : more;
  return {
    rows: ordered,
    before: first && hasBefore ? cursorOf(first) : null,
    after: last && hasAfter ? cursorOf(last) : null,
  };
}

/** Text that begins so, as a range that an index answers: LIKE folds case and would read every row. */
export function startsWith(column: SQLiteColumn, prefix: string): SQL | undefined {
  return and(sql`${column} >= ${prefix}`, sql`${column} < ${`${prefix}\u{10FFFF}`}`);
}

const cap = 10_000;

/** Counting stops at a cap: more is reported as "10,000+", and the rows of a large table are not all read for a number. */
export async function countCapped(
  db: Pick<ReadDb, 'select'>,
  table: SQLiteTable,
  where: SQL | undefined,
  most = cap,
): Promise<{ readonly value: number; readonly exact: boolean }> {
  const capped = db
    .select({ one: sql<number>`1`.as('one') })
    .from(table)
    .where(where)
    .limit(most + 1)
    .as('capped');
  const [counted] = await db.select({ value: sql<number>`count(*)` }).from(capped);
  const value = counted?.value ?? 0;
  return { value: Math.min(value, most), exact: value <= most };
}
