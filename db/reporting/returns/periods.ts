import { firstDayOf, lastDayOf, quarterOf, type Month, type Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import { isBalance } from '../indicators/balances.ts';
import { fileNamePart } from '../../documents/files/builtFile.ts';

/** The columns of a table of an export that say of when a row is. */
export interface PeriodColumns {
  readonly fy: string;
  readonly quarter: string;
  readonly period_start: string;
  readonly period_end: string;
}

export function quarterPeriod(quarter: Quarter): PeriodColumns {
  const { year, firstDay, lastDay } = periodOf(quarter);
  return { fy: year.en, quarter: `Q${quarter.quarter}`, period_start: firstDay, period_end: lastDay };
}

export function monthPeriod(month: Month): PeriodColumns {
  return { ...quarterPeriod(quarterOf(month)), period_start: firstDayOf(month), period_end: lastDayOf(month) };
}

/** A balance at the end of a month is of its last day. */
export function stockPeriod(month: Month): PeriodColumns {
  const { period_end: day, ...period } = monthPeriod(month);
  return { ...period, period_start: day, period_end: day };
}

/** A balance before a month begins is of its first day. */
export function openingPeriod(month: Month): PeriodColumns {
  const { period_start: day, ...period } = monthPeriod(month);
  return { ...period, period_start: day, period_end: day };
}

/** Of an indicator: what there is at the end of a quarter is of its last day; an opening is of its first. */
export function indicatorPeriod(code: string, quarter: Quarter): PeriodColumns {
  const period = quarterPeriod(quarter);
  if (!isBalance(code)) return period;
  const day = code === 'B1' ? period.period_start : period.period_end;
  return { ...period, period_start: day, period_end: day };
}

/** The folder of an export. A restatement is named by its version. */
export function folderName(agreementCode: string, quarter: Quarter, sequence = 1): string {
  return `${fileNamePart(agreementCode) || 'agreement'}-FY${periodOf(quarter).year.en}-Q${quarter.quarter}${sequence > 1 ? `-v${sequence}` : ''}`;
}
