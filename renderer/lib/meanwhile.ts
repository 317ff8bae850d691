interface Merged<V extends object> {
  /** Fields that others changed and this form did not. */
  readonly theirs: Partial<V>;
  /** Fields that both changed, each to something else. */
  readonly both: readonly (keyof V & string)[];
}

/** What a form becomes when others have saved the same record since it was opened: no change of either is dropped unseen. */
export function mergeMeanwhile<V extends object>(opened: V, saved: V, typed: V): Merged<V> {
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const changed = (Object.keys(saved) as (keyof V & string)[]).filter((field) => !isSame(opened[field], saved[field]));
  const free = changed.filter((field) => isSame(opened[field], typed[field]));
  return {
    theirs: Object.fromEntries(free.map((field) => [field, saved[field]])) as Partial<V>,
    both: changed.filter((field) => !free.includes(field) && !isSame(typed[field], saved[field])),
  };
}
