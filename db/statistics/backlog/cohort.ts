import type { LifeTable } from '../../estimator/survival/lifeTable.ts';
import type { FileBook } from './files/book.ts';
import { eachStay, type BookedStay } from './files/packedStays.ts';

/** The files of some units that were received between two days, in their state on the second. */
export interface Cohort {
  readonly unitIds: readonly string[];
  readonly from: number;
  readonly on: number;
}

/** By number of days: how many left, and how many were last seen there. */
interface Counts {
  readonly left: number[];
  readonly censored: number[];
}

function tableOf({ left, censored }: Counts): LifeTable {
  const days = Array.from({ length: Math.max(left.length, censored.length) }, (_, day) => day);
  const times = days.filter((day) => (left[day] ?? 0) + (censored[day] ?? 0) > 0);
  return {
    times,
    events: times.map((day) => left[day] ?? 0),
    censored: times.map((day) => censored[day] ?? 0),
  };
}

function addOne(counts: number[], day: number): void {
  while (counts.length <= day) counts.push(0);
  counts[day] = (counts[day] ?? 0) + 1;
}

/** One life table in days for each group: each file of the cohort counts once, until it first leaves. */
export function lifeTables<K>(
  book: FileBook,
  { unitIds, from, on }: Cohort,
  groupOf: (stay: Readonly<BookedStay>) => K,
): ReadonlyMap<K, LifeTable> {
  const isChosen = book.units.map((id) => unitIds.includes(id));
  const groups = new Map<K, Counts>();
  eachStay(book.blocks, (stay) => {
    if (!stay.isFirst || stay.received < from || stay.received > on || isChosen[stay.unit] !== true) return;
    const group = groupOf(stay);
    let counts = groups.get(group);
    if (counts === undefined) {
      counts = { left: [], censored: [] };
      groups.set(group, counts);
    }
    const hasLeft = stay.ending === 'left' && stay.ended <= on;
    addOne(hasLeft ? counts.left : counts.censored, Math.min(stay.ended, on) - stay.received);
  });
  return new Map([...groups].map(([group, counts]) => [group, tableOf(counts)]));
}
