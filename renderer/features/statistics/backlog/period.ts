import {
  addMonths,
  quarterMonths,
  quarterOf,
  type FiscalQuarter,
  type FiscalYear,
  type Month,
  type Quarter,
} from '#contract/ground/dates';
import type { Span } from '../../../lib/figureFilter.ts';

/** The months of a ledger. Written `span`, `Q2026-3` or `Y2026`, so that a select can hold it. */
export type Period =
  | { readonly kind: 'span' }
  | { readonly kind: 'quarter'; readonly quarter: Quarter }
  | { readonly kind: 'year'; readonly fiscalYear: FiscalYear };

export interface Range {
  readonly from: Month;
  readonly to: Month;
}

export function writePeriod(period: Period): string {
  switch (period.kind) {
    case 'span':
      return 'span';
    case 'quarter':
      return `Q${String(period.quarter.fiscalYear)}-${String(period.quarter.quarter)}`;
    case 'year':
      return `Y${String(period.fiscalYear)}`;
  }
}

/** The period as kept; the quarter of the last month where nothing was chosen. */
export function readPeriod(written: string | null, last: Month): Period {
  const quarter = /^Q(\d{4})-([1-4])$/.exec(written ?? '');
  if (quarter !== null)
    return {
      kind: 'quarter',
      quarter: { fiscalYear: Number(quarter[1]) as FiscalYear, quarter: Number(quarter[2]) as FiscalQuarter },
    };
  const year = /^Y(\d{4})$/.exec(written ?? '');
  if (year !== null) return { kind: 'year', fiscalYear: Number(year[1]) as FiscalYear };
  return written === 'span' ? { kind: 'span' } : { kind: 'quarter', quarter: quarterOf(last) };
}

function endingBy(range: Range, last: Month): Range {
  return range.to > last && range.from <= last ? { from: range.from, to: last } : range;
}

/** From first to last month; a period under way ends with the last month that there is. */
export function rangeOf(period: Period, last: Month, span: Span): Range {
  if (period.kind === 'span') return { from: addMonths(last, 1 - span), to: last };
  if (period.kind === 'quarter') {
    const [from, , to] = quarterMonths(period.quarter);
    return endingBy({ from, to }, last);
  }
  const from = `${String(period.fiscalYear)}-04` as Month;
  return endingBy({ from, to: addMonths(from, 11) }, last);
}

/** The last eight quarters and five fiscal years, latest first. */
export function periodChoices(last: Month): {
  readonly quarters: readonly Period[];
  readonly years: readonly Period[];
} {
  const { fiscalYear } = quarterOf(last);
  return {
    quarters: Array.from({ length: 8 }, (_, index) => ({
      kind: 'quarter',
      quarter: quarterOf(addMonths(last, -3 * index)),
    })),
    years: Array.from({ length: 5 }, (_, index) => ({ kind: 'year', fiscalYear: (fiscalYear - index) as FiscalYear })),
  };
}
