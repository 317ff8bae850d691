import { staffingMeasure, type Measure } from '#contract/ground/codes';
import type { StageMedian } from '#contract/reporting/indicators';
import { sum } from '../../estimator/numbers.ts';
import { kaplanMeier, medianOf } from '../../estimator/survival/kaplanMeier.ts';
import type { PackPayload } from './format.ts';

/** No unit comes near it; a sum over all units and years is exact. */
const largest = 1_000_000;
/** Of a figure: dollars, or minutes. */
const largestFigure = 1_000_000_000_000;

/** As many cells as one reads. */
export const cellsNamed = 20;

export interface NumberRule {
  readonly isWhole: boolean;
  readonly mayBeNegative: boolean;
}

/** Persons and hours have fractions, everything else is counted; what was counted elsewhere may be taken away again. */
export function ruleOf(measure: Measure): NumberRule {
  return {
    isWhole: !staffingMeasure.options.some((each) => each === measure),
    mayBeNegative: measure === 'reclassified',
  };
}

export function isCount(value: number, { isWhole, mayBeNegative }: NumberRule): boolean {
  return (!isWhole || Number.isInteger(value)) && (mayBeNegative || value >= 0) && Math.abs(value) <= largest;
}

const isFigure = (value: number | null): boolean => value === null || Math.abs(value) <= largestFigure;

/** Whether a median is that of the durations given with it. */
export function restsOnItsFiles({ days, files, durations }: StageMedian): boolean {
  if (!durations) return true;
  if (sum([...durations.events, ...durations.censored]) !== files) return false;
  return days === (files === 0 ? null : medianOf(kaplanMeier(durations)).value);
}

/** The cells of a pack that no counting gives, each by its unit, its month or quarter's end, and what it counts. */
export function badCounts({ units, panel, indicators, stock }: PackPayload): readonly string[] {
  const codes = new Map<string, string>(units.map(({ id, code }) => [id, code]));
  const codeOf = (id: string): string => codes.get(id) ?? '';
  const isStock = (value: number | null): boolean =>
    value === null || isCount(value, { isWhole: false, mayBeNegative: false });
  return [
    ...panel
      .filter(({ value, measure }) => value !== null && !isCount(value, ruleOf(measure)))
      .map(({ unitId, month, measure }) => `${codeOf(unitId)} ${month} ${measure}`),
    ...indicators
      .filter((each) => ![each.value, each.numerator, each.denominator].every(isFigure))
      .map(({ unitCode, code }) => `${unitCode} ${code}`),
    ...stock.flatMap(({ unitId, stock: told }) => {
      const counts: readonly (readonly [string, number | null])[] = [
        ['files', told.files],
        ['declared', told.declared],
        ['over180', told.over180],
        ['oldestDays', told.oldestDays],
        ...told.medians.flatMap(({ stage, days, files }) => [[stage, days] as const, [stage, files] as const]),
        ...told.acted.flatMap(({ band, numerator, denominator }) => [
          [band, numerator] as const,
          [band, denominator] as const,
        ]),
        ...told.breakdowns.flatMap(({ code, by, parts }) =>
          parts.map(({ category, count }) => [`${code} ${by} ${category}`, count] as const),
        ),
      ];
      const bad = counts.filter(([, value]) => !isStock(value)).map(([name]) => name);
      const unlike = told.medians.filter((each) => !restsOnItsFiles(each)).map(({ stage }) => `${stage} durations`);
      return [...bad, ...unlike].map((name) => `${codeOf(unitId)} ${name}`);
    }),
  ];
}
