/** A form has no null: what is left empty is not given. */
export function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed;
}

/** Each text left empty as null. */
export function blanksAsNull<V extends object>(values: V): { [Field in keyof V]: V[Field] | null } {
  const pairs = (Object.entries(values) as [string, unknown][]).map(([field, value]) => [
    field,
    typeof value === 'string' ? orNull(value) : value,
  ]);
  return Object.fromEntries(pairs) as { [Field in keyof V]: V[Field] | null };
}

/** The fields of a form that begins blank, or with what is recorded. */
export function withBlanks<V extends object>(
  blank: V,
  row: { readonly [Field in keyof NoInfer<V>]: NoInfer<V>[Field] | null } | null,
): V {
  if (row === null) return blank;
  const fields = Object.keys(blank) as (keyof V)[];
  return Object.fromEntries(fields.map((field) => [field, row[field] ?? blank[field]])) as V;
}
