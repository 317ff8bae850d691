import type { EstimatedUnit } from './estimate.ts';
import { at, sum } from './numbers.ts';
import { shiftQuantiles, summariseDraws, type DrawSummary, type Quantiles } from './summary.ts';

/** The total of one month over the units that have an answer for it. */
export type CombinedMonth = {
  readonly month: string;
  readonly units: number;
  /** Actual backlog of those units, in files; null when no unit is covered. */
  readonly backlog: number | null;
  readonly fan: Quantiles | null;
  readonly avoided: DrawSummary['avoided'] | null;
  readonly probabilityBelow: number | null;
};

/** Adds up draws of equal number, world by world; RangeError when their numbers differ or there are none. A total may not fit in 32 bits. */
export function addDraws(draws: readonly ArrayLike<number>[]): Float64Array {
  const total = new Float64Array(at(draws, 0).length);
  for (const each of draws) {
    if (each.length !== total.length) throw new RangeError('Only draws of the same worlds can be added up.');
    for (let d = 0; d < total.length; d += 1) total[d] = at(total, d) + at(each, d);
  }
  return total;
}

function combineMonth(units: readonly EstimatedUnit[], month: string): CombinedMonth {
  const covered = units.flatMap((unit) => {
    const draws = unit.draws.get(month);
    const backlog = unit.backlog[unit.months.indexOf(month)] ?? null;
    return draws === undefined || backlog === null ? [] : [{ backlog, draws }];
  });
  if (covered.length === 0) return { month, units: 0, backlog: null, fan: null, avoided: null, probabilityBelow: null };
  const backlog = sum(covered.map((unit) => unit.backlog));
  const { avoided, probabilityBelow } = summariseDraws(addDraws(covered.map((unit) => unit.draws)));
  return { month, units: covered.length, backlog, fan: shiftQuantiles(avoided, backlog), avoided, probabilityBelow };
}

/**
 * Totals over units, by adding up their draws: draw d is the same world in each, so the interval of the total is a joint one. Interval ends
 * are never added. A unit without draws for a month (not yet funded, or not reported) is left out of that month.
 * Source: Vigie method note, section 0.
 * @param units of one estimation; RangeError when a unit is given twice
 * @param months 'YYYY-MM'
 */
export function combineUnits(units: readonly EstimatedUnit[], months: readonly string[]): readonly CombinedMonth[] {
  if (new Set(units.map((unit) => unit.unitId)).size < units.length) throw new RangeError('A unit is given twice.');
  return months.map((month) => combineMonth(units, month));
}
