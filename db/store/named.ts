import { StoreFailure } from '../ground/kernel/failure.ts';
import type { RawDatabase } from './sqlite/connection.ts';

function memberOf(value: unknown, key: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[key] : undefined;
}

/** A path leads through each element of a list. */
export function valueAt(input: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((current, key) => {
    return Array.isArray(current) ? current.map((each) => memberOf(each, key)) : memberOf(current, key);
  }, input);
}

/** The ids that stand at a dotted path: one, many or none. */
export function idsAt(input: unknown, path: string | undefined): readonly string[] {
  if (!path) return [];
  const value = valueAt(input, path);
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** Looks for rows through the scoped views of a reading connection. */
export function requireVisible(
  reading: RawDatabase,
  table: string,
  ids: readonly string[],
  column: 'id' | 'code' = 'id',
): void {
  if (ids.length === 0) return;
  const find = reading.prepare(`SELECT 1 FROM ${table} WHERE ${column} = ?`);
  if (ids.some((id) => !find.get(id))) throw new StoreFailure('not_found');
}
