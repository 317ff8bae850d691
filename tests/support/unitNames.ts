type Names = ReadonlyMap<string, string>;

/** Names in the order of the ids, which is the order in which units are computed: the same for units with other ids in that order. */
export function unitNames(input: unknown): { readonly given: Names; readonly back: Names } {
  const { panels } = input as { readonly panels?: readonly { readonly unitId: string }[] };
  const ids = [...new Set((panels ?? []).map(({ unitId }) => unitId))].sort();
  const pairs = ids.map((id, place): [string, string] => [id, `unit ${String(place).padStart(4, '0')}`]);
  return { given: new Map(pairs), back: new Map(pairs.map(([id, name]) => [name, id])) };
}

/** A copy of plain values in which strings have other names; numbers are shared. */
export function renamed<T>(value: T, names: Names): T {
  return (names.size === 0 ? value : rename(value, names)) as T;
}

function rename(value: unknown, names: Names): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value))
    return typeof value[0] === 'number' ? value : value.map((each: unknown) => rename(each, names));
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [rename(key, names), rename(each, names)]));
  if (value instanceof Set) return new Set([...value].map((each) => rename(each, names)));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [names.get(key) ?? key, rename(each, names)]));
}
