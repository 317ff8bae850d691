import type { Board, UnitBacklog } from '#contract/statistics/backlog';
import { addMonths, type Month } from '#contract/ground/dates';

/** Twelve months before the last one; with twelve months in view that is where their ledger opens. Null where it was only at least so many. */
function yearBefore(unit: UnitBacklog, last: Month): number | null {
  if (unit.least.includes(addMonths(last, -12)) || unit.least.includes(last)) return null;
  return (unit.closing.length > 12 ? unit.closing.at(-13) : unit.ledger.opening) ?? null;
}

/** Whether a unit cannot be compared because files ended on a day that is not known. */
export function isUndated({ movement, least }: UnitBacklog, months: readonly Month[]): boolean {
  const [first, last] = [months[0], months.at(-1)];
  if (movement !== 'unknown' || first === undefined || last === undefined) return false;
  return least.includes(addMonths(first, -1)) || least.includes(last);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export interface HeadlineFacts {
  readonly open: number | null;
  readonly unitsOpen: number;
  readonly yearChange: number | null;
  readonly unitsYear: number;
}

/** What is open now and a year before: units whose month is not reported are left out of both, and counted. */
export function headlineOf(board: Board): HeadlineFacts {
  const last = board.months.at(-1);
  const known = board.units.flatMap((unit) => {
    const now = unit.closing.at(-1) ?? null;
    return now === null || last === undefined ? [] : [{ now, before: yearBefore(unit, last) }];
  });
  const both = known.flatMap(({ now, before }) => (before === null ? [] : [now - before]));
  return {
    open: known.length === 0 ? null : sum(known.map(({ now }) => now)),
    unitsOpen: known.length,
    yearChange: both.length === 0 ? null : sum(both),
    unitsYear: both.length,
  };
}

export function growthOf({ ledger }: UnitBacklog): number | null {
  return ledger.opening === null || ledger.closing === null ? null : ledger.closing - ledger.opening;
}

/** The growth of the units that can be compared, as the headline counts them, added up, and how many they are. */
export function growthOfAll(units: readonly UnitBacklog[]): { readonly units: number; readonly change: number } {
  const known = units.flatMap((unit) => (unit.movement === 'unknown' ? [] : (growthOf(unit) ?? [])));
  return { units: known.length, change: sum(known) };
}

/** Those that grew most first; those that cannot be compared last. */
export function byGrowth(units: readonly UnitBacklog[]): readonly UnitBacklog[] {
  return units.toSorted((a, b) => {
    const [growthA, growthB] = [growthOf(a), growthOf(b)];
    if (growthA === null || growthB === null) return Number(growthA === null) - Number(growthB === null);
    return growthB - growthA || a.code.localeCompare(b.code);
  });
}
