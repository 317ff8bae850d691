import type { Change } from './database.ts';

/** Which of the fields that are given differ from the row. */
export function changesTo(row: object, given: object): Change[] {
  const held = new Map<string, unknown>(Object.entries(row));
  return changesBetween(Object.fromEntries(Object.keys(given).map((field) => [field, held.get(field)])), given);
}

/** Which fields a write set, changed or took away: what the audit keeps. */
export function changesBetween(before: object | null, after: object | null): Change[] {
  const [old, next] = [before, after].map((facts) => new Map<string, unknown>(Object.entries(facts ?? {})));
  return [...new Set([...(old?.keys() ?? []), ...(next?.keys() ?? [])])]
    .map((field) => ({ field, before: old?.get(field) ?? null, after: next?.get(field) ?? null }))
    .filter((each) => each.before !== each.after);
}
