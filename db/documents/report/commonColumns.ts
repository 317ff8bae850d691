import type { Bilingual } from '#contract/ground/common';
import type { FiscalYear } from '#contract/ground/dates';
import { yearsOf } from '#contract/ground/period';
import { headings } from '#contract/words/headings';
import { column, type Medium, type ReportColumn } from './column.ts';

/** What rows of any table are about; it is in no row, since every one has the same. */
export const agreementColumn = (code: string): ReportColumn<unknown> =>
  column.text('agreement_code', headings.agreement, () => code, { on: ['csv'] });

export const yearColumn = <Row>(yearOf: (row: Row) => FiscalYear | null): ReportColumn<Row> =>
  column.text<Row>(
    'fy',
    headings.fiscalYear,
    (row) => {
      const year = yearOf(row);
      return year && yearsOf(year).en;
    },
    { on: ['csv'] },
  );

export const measureColumn = <Row>(
  measureOf: (row: Row) => Bilingual | null,
  on: readonly Medium[] = ['csv'],
): ReportColumn<Row> => column.words<Row>('unit_of_measure', headings.unitOfMeasure, measureOf, { width: 20, on });
