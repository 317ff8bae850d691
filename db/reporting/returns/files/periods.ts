import { firstDayOf, lastDayOf, quarterMonths, quarterOf, type Month, type Quarter } from '#contract/ground/dates';
import { fileNamePart } from '../../../documents/files/builtFile.ts';

/** `2026-27` */
export function fiscalYearText({ fiscalYear }: Quarter): string {
  return `${fiscalYear}-${String((fiscalYear + 1) % 100).padStart(2, '0')}`;
}

export interface Period {
  readonly fy: string;
  readonly quarter: string;
  readonly period_start: string;
  readonly period_end: string;
}

export function quarterPeriod(quarter: Quarter): Period {
  const months = quarterMonths(quarter);
  return {
    fy: fiscalYearText(quarter),
    quarter: `Q${quarter.quarter}`,
    period_start: firstDayOf(months[0]),
    period_end: lastDayOf(months[2]),
  };
}

export function monthPeriod(month: Month): Period {
  return { ...quarterPeriod(quarterOf(month)), period_start: firstDayOf(month), period_end: lastDayOf(month) };
}

/** The folder of an export. A restatement is named by its version. */
export function folderName(agreementCode: string, quarter: Quarter, sequence = 1): string {
  return `${fileNamePart(agreementCode) || 'agreement'}-FY${fiscalYearText(quarter)}-Q${quarter.quarter}${sequence > 1 ? `-v${sequence}` : ''}`;
}
