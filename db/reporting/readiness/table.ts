import type { Quarter } from '#contract/ground/dates';
import type { Readiness, ReadinessRow } from '#contract/reporting/readiness';
import { headings } from '#contract/words/headings';
import { column } from '../../documents/report/column.ts';
import { measureColumn, yearColumn } from '../../documents/report/commonColumns.ts';
import type { ReportTable } from '../../documents/report/table.ts';

/** Of every unit or agreement that is asked; `estimated` of what a return alone gives. */
export function dataOf({ isEstimate, figure: { value, stead, covered, asked } }: ReadinessRow) {
  if (isEstimate) return 'estimated';
  if (value === null && stead === null) return 'missing';
  return covered < asked ? 'partial' : 'present';
}

const { baseline, target, value, covered } = headings;

/** One indicator a row; `present`, `missing` and `not_needed` are codes. */
export const readinessTable = ({ rows }: Readiness, { fiscalYear, quarter }: Quarter): ReportTable<ReadinessRow> => ({
  title: headings.indicators,
  columns: [
    yearColumn(() => fiscalYear),
    column.text<ReadinessRow>('quarter', headings.quarter, () => `Q${String(quarter)}`),
    column.text<ReadinessRow>('indicator_code', headings.code, ({ code }) => code),
    column.words<ReadinessRow>('indicator', headings.indicator, ({ name }) => name),
    measureColumn(({ unitOfMeasure }: ReadinessRow) => unitOfMeasure),
    column.text<ReadinessRow>('method', headings.method, ({ hasMethod }) => (hasMethod ? 'present' : 'missing')),
    column.number<ReadinessRow>('baseline', baseline, (row) => row.baseline?.value ?? null),
    column.text<ReadinessRow>('baseline_period', headings.baselineOf, (row) => row.baseline?.period ?? null),
    column.texts<ReadinessRow>('baseline_source', headings.source, (row) => row.baseline?.source ?? null),
    column.number<ReadinessRow>('target', target, (row) => row.target?.value ?? null),
    column.text<ReadinessRow>('target_on', headings.targetBy, (row) => row.target?.on ?? null),
    column.texts<ReadinessRow>('target_source', headings.source, (row) => row.target?.source ?? null),
    column.text<ReadinessRow>('value_of', headings.period, ({ per }) => per),
    column.number<ReadinessRow>('value', value, ({ figure }) => figure.value, { csv: ({ figure }) => figure.value }),
    column.tally<ReadinessRow>('covered', covered, ({ figure }) => figure.covered),
    column.tally<ReadinessRow>('asked', headings.unitsAsked, ({ figure }) => figure.asked),
    column.text<ReadinessRow>('coverage_of', covered, ({ figure }) => figure.coverageOf),
    column.text<ReadinessRow>('data', headings.status, dataOf),
    column.number<ReadinessRow>('progress', headings.share, ({ progress }) =>
      progress === null ? null : Math.round(progress * 10_000) / 10_000,
    ),
    column.yes<ReadinessRow>('target_met', target, ({ isMet }) => isMet),
    column.text<ReadinessRow>('explanation', headings.explanation, ({ explanation }) => explanation),
    column.yes<ReadinessRow>('unsigned', headings.unsigned, ({ figure }) => figure.unsigned === true),
  ],
  rows,
});
