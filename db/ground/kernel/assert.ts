/** `why` says why this cannot be missing; it never contains a record's value. */
export function must<T>(value: T | null | undefined, why: string): T {
  if (value === null || value === undefined) throw new Error(why);
  return value;
}
