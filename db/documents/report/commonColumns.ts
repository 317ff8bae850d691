import type { Bilingual } from '#contract/ground/common';
import type { FiscalYear } from '#contract/ground/dates';
import { yearsOf } from '#contract/ground/period';
import { headings } from '#contract/words/headings';
import type { ReportColumn } from './column.ts';

/** What rows of any table are about; it is in no row, since every one has the same. */
export const agreementColumn = (code: string): ReportColumn<unknown> => ({
  name: 'agreement_code',
  label: headings.agreement,
  kind: 'text',
  value: () => code,
  on: ['csv'],
});

export const yearColumn = <Row>(yearOf: (row: Row) => FiscalYear | null): ReportColumn<Row> => ({
  name: 'fy',
  label: headings.fiscalYear,
  kind: 'text',
  value: (row) => {
    const year = yearOf(row);
    return year && yearsOf(year).en;
  },
  on: ['csv'],
});

export const measureColumn = <Row>(measureOf: (row: Row) => Bilingual | null): ReportColumn<Row> => ({
  name: 'unit_of_measure',
  label: headings.unitOfMeasure,
  kind: 'words',
  width: 20,
  value: measureOf,
  on: ['csv'],
});
