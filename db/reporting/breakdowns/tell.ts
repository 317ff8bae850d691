import { countedBy, isCountedCode, unknownCategory, type ToldBreakdown } from '#contract/reporting/breakdowns';
import { quarterMonths, type Quarter } from '#contract/ground/dates';
import type { Figure } from '../indicators/figure.ts';
import { measureOf } from '../indicators/figures.ts';
import type { UnitCells } from '../../ledger/unitMonths/panel.ts';
import type { CategoryCount } from './counts.ts';

function addedUp(counts: readonly CategoryCount[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { category, count } of counts) {
    if (category !== null && count > 0) sums.set(category, (sums.get(category) ?? 0) + count);
  }
  return sums;
}

/**
 * The parts of a whole, in the order of their codes. What the rows do not say is not known: nobody recorded it, or it went with a file that
 * was purged or transferred. Where rows come to more than the whole, some may be another unit's: then no part is given.
 */
function partsOf(whole: number, counts: readonly CategoryCount[]): ToldBreakdown['parts'] {
  const sums = addedUp(counts);
  const sum = [...sums.values()].reduce((total, count) => total + count, 0);
  const told = sum <= whole ? [...sums].sort(([a], [b]) => (a < b ? -1 : 1)) : [];
  const rest = whole - told.reduce((total, [, count]) => total + count, 0);
  return [
    ...told.map(([category, count]) => ({ category, count })),
    ...(rest > 0 ? [{ category: unknownCategory, count: rest }] : []),
  ];
}

/** Months that the unit declared have no rows behind them: a quarter with one is not broken down. */
function isCounted(cells: UnitCells, code: string, quarter: Quarter): boolean {
  const measure = measureOf(code);
  return measure !== null && quarterMonths(quarter).every((month) => cells.at(measure, month)?.source === 'counted');
}

/** The breakdowns of a unit's quarter: the parts of each of its counts add up to it. */
export function tellBreakdowns(
  cells: UnitCells,
  figures: readonly Figure[],
  quarter: Quarter,
  counts: readonly CategoryCount[],
): ToldBreakdown[] {
  return figures.flatMap(({ code, value }) => {
    if (value === null || !isCountedCode(code) || !isCounted(cells, code, quarter)) return [];
    return countedBy[code].map((by) => ({
      code,
      by,
      parts: partsOf(
        value,
        counts.filter((each) => each.unitId === cells.unitId && each.code === code && each.by === by),
      ),
    }));
  });
}
