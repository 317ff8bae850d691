import { at, mean } from '../numbers.ts';
import { medianOf } from '../moments.ts';

/** Why a table of one row for each unit and time cannot be used, and the first place where it shows. */
export type TableRefusal = {
  readonly reason: 'cell_twice' | 'cell_missing' | 'outcome_missing' | 'predictor_missing';
  readonly unit: string;
  /** The time, or the predictor's name. */
  readonly at: string;
};

export type LongTable = {
  /** In the order of their names. */
  readonly units: readonly string[];
  /** Ascending. */
  readonly times: readonly string[];
  /** Row of the table: unit by time. */
  readonly rows: readonly (readonly number[])[];
};

/** Orders times: as numbers when both are, otherwise as text, which puts dates such as 2024-03 in order. */
export function compareTimes(one: string, other: string): number {
  const difference = Number(one) - Number(other);
  if (!Number.isNaN(difference)) return difference;
  return one < other ? -1 : Number(one > other);
}

/**
 * Row of each unit and time in a long table.
 * @param units one name a row; @param times one text a row
 * @param wanted units to take; the others' rows are passed over
 */
export function arrangeRows(
  units: readonly string[],
  times: readonly string[],
  wanted: (unit: string) => boolean,
): LongTable | TableRefusal {
  const places = new Map<string, Map<string, number>>();
  for (const [row, unit] of units.entries()) {
    if (!wanted(unit)) continue;
    const place = places.get(unit) ?? new Map<string, number>();
    const time = at(times, row);
    if (place.has(time)) return { reason: 'cell_twice', unit, at: time };
    places.set(unit, place.set(time, row));
  }
  const all = new Set([...places.values()].flatMap((place) => [...place.keys()]));
  const sorted = [...all].sort(compareTimes);
  const rows: number[][] = [];
  const ordered = [...places].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [unit, place] of ordered) {
    const gap = sorted.find((time) => !place.has(time));
    if (gap !== undefined) return { reason: 'cell_missing', unit, at: gap };
    rows.push(sorted.flatMap((time) => place.get(time) ?? []));
  }
  return { units: ordered.map(([unit]) => unit), times: sorted, rows };
}

/** Outcomes, unit by time. */
export function outcomesOf(
  { units, times, rows }: LongTable,
  values: readonly (number | null)[],
): number[][] | TableRefusal {
  const outcomes: number[][] = [];
  for (const [index, places] of rows.entries()) {
    const path = places.map((row) => at(values, row));
    const gap = path.indexOf(null);
    if (gap >= 0) return { reason: 'outcome_missing', unit: at(units, index), at: at(times, gap) };
    outcomes.push(path.filter((value) => value !== null));
  }
  return outcomes;
}

/**
 * A predictor of each unit: mean or median of a column over the known values of some times. An unknown value is left out, never counted as 0.
 * @param name for the refusal of a unit without any known value
 */
export function predictorOf(
  { units, times, rows }: LongTable,
  values: readonly (number | null)[],
  name: string,
  isTaken: (time: string) => boolean,
  take: 'mean' | 'median',
): number[] | TableRefusal {
  const taken: number[] = [];
  for (const [index, places] of rows.entries()) {
    const known = places.flatMap((row, t) => (isTaken(at(times, t)) ? (at(values, row) ?? []) : []));
    if (known.length === 0) return { reason: 'predictor_missing', unit: at(units, index), at: name };
    taken.push(take === 'mean' ? mean(known) : medianOf(known));
  }
  return taken;
}
