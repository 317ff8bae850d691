import type { RawDatabase } from '../sqlite/connection.ts';

export type Row = readonly unknown[];

const piece = 200;
/** Beyond any row that was ever numbered. */
const farthest = 2 ** 52;

function tryRows(read: () => readonly Row[]): readonly Row[] | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/**
 * All rows of a table that can be read, around the pages that cannot. A page is met through those above it, so what lies behind a damaged
 * one is looked for by ever longer steps, and then its beginning by ever shorter ones.
 * @param columns quoted; the row's number comes first in each row
 */
export function readableRows(
  raw: RawDatabase,
  table: string,
  columns: string,
  take: (rows: readonly Row[]) => void,
): boolean {
  const select = raw.prepare(`SELECT rowid, ${columns} FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ?`).raw();
  const after = (place: number, count: number) => tryRows(() => select.all(place, count) as Row[]);
  const numberOf = (rows: readonly Row[]): number => Number(rows.at(-1)?.[0]);
  let isWhole = true;
  let place = -1;
  for (;;) {
    const rows = after(place, piece) ?? after(place, 1);
    if (rows?.length === 0) return isWhole;
    if (rows) {
      take(rows);
      place = numberOf(rows);
      continue;
    }
    isWhole = false;
    let low = 0;
    let high = 1;
    while (after(place + high, 1) === null) {
      low = high;
      high *= 2;
      if (high > farthest) return false;
    }
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (after(place + middle, 1) === null) low = middle;
      else high = middle;
    }
    place += high;
  }
}

/** A table without row numbers is read from its beginning to the first page that cannot be. */
export function rowsToDamage(
  raw: RawDatabase,
  table: string,
  columns: string,
  take: (rows: readonly Row[]) => void,
): boolean {
  try {
    for (const row of raw.prepare(`SELECT NULL, ${columns} FROM "${table}"`).raw().iterate()) take([row as Row]);
    return true;
  } catch {
    return false;
  }
}
