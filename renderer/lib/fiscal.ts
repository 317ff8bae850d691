import type { Locale } from '#contract/ground/codes';
import { fiscalQuarter, type FiscalQuarter, type FiscalYear, type Quarter } from '#contract/ground/dates';

export const quarterNumbers: readonly FiscalQuarter[] = [1, 2, 3, 4].map((quarter) => fiscalQuarter.parse(quarter));

export function isSameQuarter(a: Quarter, b: Quarter): boolean {
  return a.fiscalYear === b.fiscalYear && a.quarter === b.quarter;
}

/** The given fiscal year and those before it, latest first. */
export function fiscalYearsUpTo(last: FiscalYear, count: number): readonly FiscalYear[] {
  return Array.from({ length: count }, (_, index) => (last - index) as FiscalYear);
}

/** "FY 2026-27" / « AF 2026-2027 ». */
export function formatFiscalYear(year: FiscalYear, locale: Locale): string {
  return locale === 'en'
    ? `FY\u00a0${String(year)}\u2011${String(year + 1).slice(2)}`
    : `AF\u00a0${String(year)}\u2011${String(year + 1)}`;
}
