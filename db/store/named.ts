import { StoreFailure } from '../ground/kernel/failure.ts';
import { sql } from 'drizzle-orm';
import type { ReadDb } from '../ground/kernel/database.ts';

function memberOf(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
}

/** A path leads through each element of a list. */
export function valueAt(input: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((current, key) => {
    return Array.isArray(current) ? current.map((each) => memberOf(each, key)) : memberOf(current, key);
  }, input);
}

/** The ids at a dotted path: one, many or none. */
export function idsAt(input: unknown, path: string | undefined): readonly string[] {
  if (!path) return [];
  const value = valueAt(input, path);
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** Looks for rows through a reading connection, which shows the session's own. */
export async function requireVisible(
  reading: ReadDb,
  table: string,
  ids: readonly string[],
  column: 'id' | 'code' = 'id',
): Promise<void> {
  if (ids.length === 0) return;
  const named = sql`SELECT value FROM json_each(${JSON.stringify(ids)})`;
  const found = await reading.all<{ id: string }>(
    sql`SELECT ${sql.identifier(column)} AS id FROM ${sql.identifier(table)} WHERE ${sql.identifier(column)} IN (${named})`,
  );
  const visible = new Set(found.map(({ id }) => id));
  if (ids.some((id) => !visible.has(id))) throw new StoreFailure('not_found');
}
