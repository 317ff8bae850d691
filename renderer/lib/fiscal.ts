import {
  monthOf,
  previousQuarter,
  quarterMonths,
  quarterOf,
  quarterRank,
  type CivilDate,
  type FiscalYear,
  type Month,
  type Quarter,
} from '#contract/ground/dates';
import { currentMonth } from './currentMonth.ts';

export function isSameQuarter(a: Quarter, b: Quarter): boolean {
  return a.fiscalYear === b.fiscalYear && a.quarter === b.quarter;
}

/** Whether the quarter is over on the computer's own day: before, nothing is late. */
export function hasEnded(quarter: Quarter): boolean {
  return quarterMonths(quarter)[2] < currentMonth();
}

/** The last quarter that is over on the computer's own day. */
export function lastWholeQuarter(): Quarter {
  return previousQuarter(quarterOf(currentMonth()));
}

interface Lasting {
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
}

/** The last quarter of an agreement that is over; its first where none is. */
export function lastWholeQuarterOf({ startsOn, endsOn }: Lasting): Quarter {
  const [first, last] = [quarterOf(monthOf(startsOn)), quarterOf(monthOf(endsOn))];
  const over = lastWholeQuarter();
  if (quarterRank(last) < quarterRank(over)) return last;
  return quarterRank(first) > quarterRank(over) ? first : over;
}

/** The given fiscal year and those before it, latest first. */
export function fiscalYearsUpTo(last: FiscalYear, count: number): readonly FiscalYear[] {
  return Array.from({ length: count }, (_, index) => (last - index) as FiscalYear);
}

/** Months under the fiscal years that they are in, in the order given. */
export function byFiscalYear(months: readonly Month[]): readonly (readonly [FiscalYear, readonly Month[]])[] {
  const years: [FiscalYear, Month[]][] = [];
  for (const month of months) {
    const { fiscalYear } = quarterOf(month);
    const last = years.at(-1);
    if (last?.[0] === fiscalYear) last[1].push(month);
    else years.push([fiscalYear, [month]]);
  }
  return years;
}
