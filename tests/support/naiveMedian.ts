/** A file's days until its end, or until it was last seen on its way. */
export interface Followed {
  readonly days: number;
  readonly ended: boolean;
}

/**
 * The median by Kaplan and Meier's rule, as on paper: on each day the share that remains is multiplied by those that did not end of those
 * that were followed until then. In whole numbers, so that one half is one half. Null where it is not reached.
 */
export function naiveMedian(files: readonly Followed[]): number | null {
  let [above, below] = [1n, 1n];
  for (let day = 0; day <= Math.max(-1, ...files.map(({ days }) => days)); day += 1) {
    const followed = files.filter(({ days }) => days >= day).length;
    const ended = files.filter((each) => each.ended && each.days === day).length;
    if (ended === 0) continue;
    above *= BigInt(followed - ended);
    below *= BigInt(followed);
    if (above * 2n <= below) return day;
  }
  return null;
}

/** The files of a table of durations, one by one. */
export function filesOf({
  times,
  events,
  censored,
}: {
  readonly times: readonly number[];
  readonly events: readonly number[];
  readonly censored: readonly number[];
}): Followed[] {
  return times.flatMap((days, index) => [
    ...Array.from({ length: events[index]! }, () => ({ days, ended: true })),
    ...Array.from({ length: censored[index]! }, () => ({ days, ended: false })),
  ]);
}
