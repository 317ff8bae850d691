/** A row that a dialog was opened on, as it was last read: somebody else may have changed it since. */
export function latest<R extends { readonly [K in Key]: string }, Key extends string = 'id'>(
  rows: readonly R[],
  opened: R | null,
  key: Key = 'id' as Key,
): R | null {
  return rows.find((row) => row[key] === opened?.[key]) ?? opened;
}
