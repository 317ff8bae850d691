import type { Quarter } from '#contract/ground/dates';
import type { Readiness, ReadinessRow } from '#contract/reporting/readiness';
import { headings } from '#contract/words/headings';
import { columnsFor } from '../../documents/report/column.ts';
import { measureColumn, yearColumn } from '../../documents/report/commonColumns.ts';
import type { ReportTable } from '../../documents/report/table.ts';

/** Of every unit or agreement that is asked; `estimated` of what a return alone gives. */
export function dataOf({ isEstimate, figure: { value, stead, covered, asked } }: ReadinessRow) {
  if (isEstimate) return 'estimated';
  if (value === null && stead === null) return 'missing';
  return covered < asked ? 'partial' : 'present';
}

const column = columnsFor<ReadinessRow>();
const { baseline, target, value, covered } = headings;

/** One indicator a row; `present`, `missing` and `not_needed` are codes. */
export const readinessTable = ({ rows }: Readiness, { fiscalYear, quarter }: Quarter): ReportTable<ReadinessRow> => ({
  title: headings.indicators,
  columns: [
    yearColumn(() => fiscalYear),
    column('text', 'quarter', headings.quarter, () => `Q${String(quarter)}`),
    column('text', 'indicator_code', headings.code, ({ code }) => code),
    column('words', 'indicator', headings.indicator, ({ name }) => name),
    measureColumn(({ unitOfMeasure }: ReadinessRow) => unitOfMeasure),
    column('text', 'method', headings.method, ({ hasMethod }) => (hasMethod ? 'present' : 'missing')),
    column('number', 'baseline', baseline, (row) => row.baseline?.value ?? null),
    column('text', 'baseline_period', headings.baselineOf, (row) => row.baseline?.period ?? null),
    column('texts', 'baseline_source', headings.source, (row) => row.baseline?.source ?? null),
    column('number', 'target', target, (row) => row.target?.value ?? null),
    column('text', 'target_on', headings.targetBy, (row) => row.target?.on ?? null),
    column('texts', 'target_source', headings.source, (row) => row.target?.source ?? null),
    column('text', 'value_of', headings.period, ({ per }) => per),
    column('number', 'value', value, ({ figure }) => figure.value, { csv: ({ figure }) => figure.value }),
    column('tally', 'covered', covered, ({ figure }) => figure.covered),
    column('tally', 'asked', headings.unitsAsked, ({ figure }) => figure.asked),
    column('text', 'coverage_of', covered, ({ figure }) => figure.coverageOf),
    column('text', 'data', headings.status, dataOf),
    column('number', 'progress', headings.share, ({ progress }) =>
      progress === null ? null : Math.round(progress * 10_000) / 10_000,
    ),
    column('yes', 'target_met', target, ({ isMet }) => isMet),
    column('text', 'explanation', headings.explanation, ({ explanation }) => explanation),
    column('yes', 'unsigned', headings.unsigned, ({ figure }) => figure.unsigned === true),
  ],
  rows,
});
