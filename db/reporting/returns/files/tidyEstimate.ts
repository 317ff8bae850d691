import type { PublishedQuantiles, PublishedTotal, PublishedUnit } from '#contract/reporting/publishedEstimate';
import type { Month } from '#contract/ground/dates';
import type { ReturnContent } from '#contract/reporting/returns';
import { steadCodes } from '#contract/reporting/stead';
import { restsOnForm } from '#contract/reporting/unsigned';
import { backlogUnit } from '../../indicators/measureUnits.ts';
import { stockPeriod } from '../periods.ts';
import { sourced, tidyRow, unitCover, type Cover, type TidyRow } from './tidyRow.ts';

/** Units whose estimate is in a month's rows. */
type CoverIn = (month: Month) => Cover;

type Series = Pick<PublishedUnit, 'months' | 'backlog' | 'fan' | 'avoided' | 'sceptic' | 'probabilityBelow'> & {
  readonly asOf: Month;
};

const quantileNames = [
  'p025',
  'p10',
  'p25',
  'p50',
  'p75',
  'p90',
  'p975',
] as const satisfies readonly (keyof PublishedQuantiles)[];

/** Of an estimate that has an interval, what is missing is what its grade does not show. */
const notShown: string = steadCodes.intervalOnly;
const notAvailable = 'not_available';

/** Actual and counterfactual backlog month by month, then what was avoided at the last month, with every quantile. */
function estimateRows(
  content: ReturnContent,
  unitCode: string | null,
  series: Series,
  coverIn: CoverIn,
): readonly TidyRow[] {
  const definition = content.framework.indicators.find((each) => each.code === 'K1');
  const row = (month: Month, by: readonly [string, string], value: number | null, missing = notShown): TidyRow =>
    tidyRow({
      code: 'K1',
      name: definition?.name ?? { en: 'K1', fr: 'K1' },
      unitCode,
      period: stockPeriod(month),
      by,
      value,
      status: value === null ? missing : 'complete',
      version: definition?.version ?? content.framework.version,
      source: sourced(content.counterfactual?.method ?? '', restsOnForm(content.checks, unitCode)),
      measuredIn: by[1] === 'probability_below' ? probability : backlogUnit,
      cover: coverIn(month),
    });
  return [
    ...series.months.flatMap((month, index) => [
      row(month, ['backlog', 'actual'], series.backlog[index] ?? null, notAvailable),
      ...quantileNames.map((name) => {
        const interval = series.fan[index] ?? null;
        return row(
          month,
          ['without_funding', name],
          interval && interval[name],
          interval === null ? notAvailable : notShown,
        );
      }),
    ]),
    ...quantileNames.map((name) => row(series.asOf, ['avoided', name], series.avoided[name])),
    row(series.asOf, ['avoided', 'mean'], series.avoided.mean, series.avoided.p50 === null ? notShown : notAvailable),
    row(series.asOf, ['avoided', 'probability_below'], series.probabilityBelow),
    ...fromNoEffect(series.sceptic).map(([name, value]) => row(series.asOf, ['avoided_from_no_effect', name], value)),
  ];
}

/** A sceptic's answer is an interval alone, as in the workbook; a return locked before it was asked has none. */
const fromNoEffect = (sceptic: PublishedQuantiles | null): readonly (readonly [string, number])[] =>
  sceptic
    ? [
        ['p10', sceptic.p10],
        ['p90', sceptic.p90],
      ]
    : [];

const probability = { en: 'probability, 0 to 1', fr: 'probabilité, de 0 à 1' };

const coveredIn =
  ({ months, covered, unitsAsked }: PublishedTotal): CoverIn =>
  (month) => ({ covered: covered[months.indexOf(month)] ?? 0, asked: unitsAsked, of: 'units' });

export function counterfactualTable(content: ReturnContent): readonly TidyRow[] {
  const result = content.counterfactual;
  if (!result) return [];
  const { total } = result;
  const now = total?.months.filter((_, index) => total.fan[index] != null).at(-1);
  return [
    ...result.units.flatMap(({ code, result: unit }) =>
      unit.status === 'estimated' ? estimateRows(content, code, unit, () => unitCover(0)) : [],
    ),
    ...(total && now ? estimateRows(content, null, { ...total, asOf: now }, coveredIn(total)) : []),
  ];
}
