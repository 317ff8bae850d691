/** A form has no null: what is left empty is not given. */
export function orNull(typed: string): string | null {
  return typed.trim() === '' ? null : typed;
}

/** A person sealed since then cannot be named in a call: a choice that did not change is left out of it. */
export function ifChanged(chosen: string, recorded: string | null): string | null | undefined {
  return orNull(chosen) === recorded ? undefined : orNull(chosen);
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
