import type { Quarter } from '#contract/ground/dates';
import { periodOf } from '#contract/ground/period';
import type { Readiness, ReadinessRow } from '#contract/reporting/readiness';
import type { CsvValue } from '../../documents/files/csv.ts';

/** One indicator a row; `present`, `missing` and `not_needed` are codes. */
export const readinessColumns = [
  'fy',
  'quarter',
  'indicator_code',
  'indicator_en',
  'indicator_fr',
  'unit_of_measure_en',
  'unit_of_measure_fr',
  'method',
  'baseline',
  'baseline_period',
  'baseline_source_en',
  'baseline_source_fr',
  'target',
  'target_on',
  'target_source_en',
  'target_source_fr',
  'value_of',
  'value',
  'covered',
  'asked',
  'coverage_of',
  'data',
  'progress',
  'target_met',
  'explanation',
  'unsigned',
] as const;
type Row = Readonly<Record<(typeof readinessColumns)[number], CsvValue>>;

const presence = (isThere: boolean): string => (isThere ? 'present' : 'missing');

/** Of every unit or agreement that is asked; `estimated` of what a return alone gives. */
export function dataOf({ isEstimate, figure: { value, stead, covered, asked } }: ReadinessRow) {
  if (isEstimate) return 'estimated';
  if (value === null && stead === null) return 'missing';
  return covered < asked ? 'partial' : 'present';
}

const baselineCells = ({ value, period, source }: NonNullable<ReadinessRow['baseline']>) => ({
  baseline: value,
  baseline_period: period,
  baseline_source_en: source.en,
  baseline_source_fr: source.fr,
});
const noBaseline = { baseline: null, baseline_period: null, baseline_source_en: null, baseline_source_fr: null };
const targetCells = ({ value, on, source }: NonNullable<ReadinessRow['target']>) => ({
  target: value,
  target_on: on,
  target_source_en: source.en,
  target_source_fr: source.fr,
});
const noTarget = { target: null, target_on: null, target_source_en: null, target_source_fr: null };

export function readinessTable({ rows }: Readiness, quarter: Quarter): readonly Row[] {
  const { year } = periodOf(quarter);
  return rows.map((row) => {
    const { code, name, unitOfMeasure, baseline, target, per, figure, progress, isMet } = row;
    return {
      fy: year.en,
      quarter: `Q${String(quarter.quarter)}`,
      indicator_code: code,
      indicator_en: name.en,
      indicator_fr: name.fr,
      unit_of_measure_en: unitOfMeasure.en,
      unit_of_measure_fr: unitOfMeasure.fr,
      method: presence(row.hasMethod),
      ...(baseline ? baselineCells(baseline) : noBaseline),
      ...(target ? targetCells(target) : noTarget),
      value_of: per,
      value: figure.value,
      covered: figure.covered,
      asked: figure.asked,
      coverage_of: figure.coverageOf,
      data: dataOf(row),
      progress: progress === null ? null : Math.round(progress * 10_000) / 10_000,
      target_met: isMet === null ? null : Number(isMet),
      explanation: row.explanation,
      unsigned: figure.unsigned ? 1 : 0,
    };
  });
}
