/** What a figure changed by. `share` is of what it was; null where that was nothing. */
export interface Change {
  readonly absolute: number;
  readonly share: number | null;
}

/** Null where either figure is not known: blank is never zero. */
export function changeOf(before: number | null, now: number | null): Change | null {
  if (before === null || now === null) return null;
  const absolute = now - before;
  return { absolute, share: shareOf(absolute, before) };
}

/** A share is computed from its stored parts and never typed; null where a part is not known or there is nothing to share. */
export function shareOf(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}
