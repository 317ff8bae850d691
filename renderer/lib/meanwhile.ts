/** A record as a form began with it. */
export interface Recorded<V extends object> {
  /** Null where the form makes a new one. */
  readonly version: number | null;
  readonly values: V;
}

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

/** What a form has taken account of. */
export interface Accounted<V extends object> {
  /** The record whose version is sent. */
  readonly seen: Recorded<V>;
  /** Fields of it that both changed, about which nothing is chosen yet. */
  readonly open: readonly (keyof V & string)[];
  /** The record with which a draft is kept: while something is to be chosen, the one before, so that it is asked again. */
  readonly begun: Recorded<V>;
}

export function beginFrom<V extends object>(begun: Recorded<V>): Accounted<V> {
  return { seen: begun, open: [], begun };
}

/** Null where a newer record has nothing for the form to take account of, or what cannot be compared: saving is then refused. */
export function takeAccount<V extends object>(
  { seen, open, begun }: Accounted<V>,
  saved: Recorded<V>,
  typed: V,
  isCompared: (field: keyof V & string) => boolean,
): { readonly account: Accounted<V>; readonly theirs: Partial<V> } | null {
  // One that is older comes of a list that is still to be read again.
  if ((saved.version ?? 0) <= (seen.version ?? 0)) return null;
  const { theirs, both } = mergeMeanwhile(seen.values, saved.values, typed);
  if (!both.every(isCompared)) return null;
  const all = [...new Set([...open, ...both])];
  return { account: { seen: saved, open: all, begun: all.length > 0 ? begun : saved }, theirs };
}

export function choose<V extends object>({ seen, open, begun }: Accounted<V>, field: string): Accounted<V> {
  const left = open.filter((each) => each !== field);
  return { seen, open: left, begun: left.length > 0 ? begun : seen };
}
