/**
 * Durations until an event, counted for each distinct time: the least that the estimators below need, however many
 * subjects there are. All columns have one element a time; `times` ascends strictly.
 */
export interface LifeTable {
  readonly times: readonly number[];
  /** Subjects whose event came at that time. */
  readonly events: readonly number[];
  /** Subjects last seen without the event at that time; they are taken to have been at risk at it. */
  readonly censored: readonly number[];
}

export interface Observation {
  /** From the subject's own beginning; not negative. */
  readonly time: number;
  /** False where the subject was last seen without the event. */
  readonly event: boolean;
}

/** Counts single observations. @throws RangeError for a time that is negative or not finite. */
export function lifeTable(observations: Iterable<Observation>): LifeTable {
  const counts = new Map<number, { events: number; censored: number }>();
  for (const { time, event } of observations) {
    if (!Number.isFinite(time) || time < 0) throw new RangeError(`A duration cannot be ${String(time)}.`);
    const held = counts.get(time) ?? { events: 0, censored: 0 };
    held[event ? 'events' : 'censored'] += 1;
    counts.set(time, held);
  }
  const rows = [...counts].sort(([a], [b]) => a - b);
  return {
    times: rows.map(([time]) => time),
    events: rows.map(([, held]) => held.events),
    censored: rows.map(([, held]) => held.censored),
  };
}

/** The subjects of several tables as one: what counting them all together gives. */
export function pooledTable(tables: readonly LifeTable[]): LifeTable {
  const counts = new Map<number, readonly [events: number, censored: number]>();
  for (const { times, events, censored } of tables)
    for (const [index, time] of times.entries()) {
      const [ended, left] = counts.get(time) ?? [0, 0];
      counts.set(time, [ended + (events[index] ?? 0), left + (censored[index] ?? 0)]);
    }
  const rows = [...counts].sort(([a], [b]) => a - b);
  return {
    times: rows.map(([time]) => time),
    events: rows.map(([, [ended]]) => ended),
    censored: rows.map(([, [, left]]) => left),
  };
}

/** How many subjects were still followed just before each time. */
export function atRiskOf({ events, censored }: LifeTable): readonly number[] {
  const atRisk = new Array<number>(events.length);
  let left = 0;
  for (let index = events.length - 1; index >= 0; index -= 1) {
    left += (events[index] ?? 0) + (censored[index] ?? 0);
    atRisk[index] = left;
  }
  return atRisk;
}
