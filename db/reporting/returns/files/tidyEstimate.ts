import type { Estimate } from '#contract/statistics/estimate';
import type { Quantiles } from '#contract/statistics/evidence';
import type { Month } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { monthPeriod } from './periods.ts';
import { tidyRow, type TidyRow } from './tidy.ts';

type Series = Pick<Estimate, 'months' | 'backlog' | 'fan' | 'avoided' | 'probabilityBelow'> & { readonly asOf: Month };

const quantileNames = [
  'p025',
  'p10',
  'p25',
  'p50',
  'p75',
  'p90',
  'p975',
] as const satisfies readonly (keyof Quantiles)[];

/** Actual and counterfactual backlog month by month, then what was avoided at the last month, with every quantile. */
function estimateRows(content: ReturnContent, unitCode: string | null, series: Series): readonly TidyRow[] {
  const definition = content.framework.indicators.find((each) => each.code === 'K1');
  const row = (month: Month, by: readonly [string, string], value: number | null): TidyRow =>
    tidyRow({
      code: 'K1',
      name: definition?.name ?? { en: 'K1', fr: 'K1' },
      unitCode,
      period: monthPeriod(month),
      by,
      value,
      status: value === null ? 'not_available' : 'complete',
      version: definition?.version ?? content.framework.version,
      source: content.counterfactual?.method ?? '',
    });
  return [
    ...series.months.flatMap((month, index) => [
      row(month, ['backlog', 'actual'], series.backlog[index] ?? null),
      ...quantileNames.map((name) => row(month, ['without_funding', name], series.fan[index]?.[name] ?? null)),
    ]),
    ...quantileNames.map((name) => row(series.asOf, ['avoided', name], series.avoided[name])),
    row(series.asOf, ['avoided', 'mean'], series.avoided.mean),
    row(series.asOf, ['avoided', 'probability_below'], series.probabilityBelow),
  ];
}

export function counterfactualTable(content: ReturnContent): readonly TidyRow[] {
  const result = content.counterfactual;
  if (!result) return [];
  const { total } = result;
  const now = total?.months.filter((_, index) => total.fan[index] != null).at(-1);
  return [
    ...result.units.flatMap(({ code, result: unit }) =>
      unit.status === 'estimated' ? estimateRows(content, code, unit) : [],
    ),
    ...(total && now ? estimateRows(content, null, { ...total, asOf: now }) : []),
  ];
}
