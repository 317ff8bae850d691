import { changeOf } from '#contract/ground/change';
import type { Measure } from '#contract/ground/codes';
import type { CounterfactualResult } from '#contract/statistics/estimate';
import type { Quantiles } from '#contract/statistics/evidence';
import { addMonths, monthsBetween, quarterMonths, quarterOf, type Month, type Quarter } from '#contract/ground/dates';
import type { National, NationalUnit } from '#contract/reporting/rollup';
import { clean } from '../../ground/kernel/clean.ts';
import { sum } from '../../estimator/numbers.ts';
import { movementBetween, type StockMonth } from '../../statistics/backlog/stock.ts';
import { flows, sumOf } from '../indicators/figures.ts';
import { framework } from '../indicators/framework.ts';
import type { UnitCells } from '../../ledger/unitMonths/panel.ts';
import { indicatorName } from '#contract/reporting/indicators';
import type { IsUnsigned } from '../packs/unsigned.ts';

/** What is known of one unit up to the last month. */
export interface KnownUnit {
  readonly facts: Pick<NationalUnit, 'unitId' | 'code' | 'name' | 'unsigned'>;
  readonly cells: UnitCells;
  readonly isUnsigned: IsUnsigned;
  readonly stock: readonly StockMonth[];
}

export interface Span {
  readonly from: Month;
  readonly to: Month;
}

const seriesLength = 24;

type UnitResult = CounterfactualResult['units'][number]['result'];

/** The same rule as in the laboratory: a side is taken where the whole 80 % interval does. */
function sideOf({ avoided }: NonNullable<NationalUnit['estimate']>): NationalUnit['withoutStaff'] {
  if (avoided.p10 > 0) return 'higher';
  return avoided.p90 < 0 ? 'lower' : 'unclear';
}

const rangeOf = ({ avoided: { p10, p90 } }: { readonly avoided: Quantiles }) => ({ p10, p90 });

/** An estimate that ends before the period does says nothing of its end. */
function estimateOf(result: UnitResult | undefined, last: Month): NationalUnit['estimate'] {
  if (result?.status !== 'estimated' || result.asOf !== last) return null;
  return { avoided: rangeOf(result), grade: result.grade };
}

function nationalUnit(
  { facts, stock }: KnownUnit,
  { from, to }: Span,
  months: readonly Month[],
  result: UnitResult | undefined,
): NationalUnit {
  const byMonth = new Map(stock.map((each) => [each.month, each]));
  const opening = byMonth.get(from)?.opening ?? null;
  const closing = byMonth.get(to)?.closing ?? null;
  const estimate = estimateOf(result, to);
  return {
    ...facts,
    opening,
    closing,
    series: months.map((month) => byMonth.get(month)?.closing ?? null),
    movement: movementBetween(stock, from, to),
    withoutStaff: estimate ? sideOf(estimate) : 'unknown',
    estimate,
    refusal: result?.status === 'refused' ? result.reasons.map((each) => each.code) : [],
  };
}

interface KnownSum {
  readonly value: number;
  /** Some month of it comes from a form that nothing signs. */
  readonly unsigned: boolean;
}

function knownSum({ cells, isUnsigned }: KnownUnit, measure: Measure, months: readonly Month[]): KnownSum | null {
  const found = months.map((month) => cells.at(measure, month));
  const { value } = sumOf(found);
  return value === null ? null : { value, unsigned: found.some((cell) => cell !== undefined && isUnsigned(cell)) };
}

function totalOf(known: readonly KnownSum[]): Pick<National['headlines'][number]['whole'], 'value' | 'unsigned'> {
  return {
    value: known.length === 0 ? null : clean(sum(known.map(({ value }) => value))),
    ...(known.some(({ unsigned }) => unsigned) && { unsigned: true as const }),
  };
}

/** Over the units that know every one of the months: a part of a period is not the period. */
function countedOver(
  units: readonly KnownUnit[],
  measure: Measure,
  months: readonly Month[],
): National['headlines'][number]['whole'] {
  const known = units.flatMap((unit) => knownSum(unit, measure, months) ?? []);
  return { ...totalOf(known), unitsCovered: known.length };
}

/** The fiscal quarters that the months are made of. */
function quartersIn(months: readonly Month[]): readonly Quarter[] {
  return months.filter((_, index) => index % 3 === 0).map(quarterOf);
}

/** Over the units that know every month of both periods: a unit that only knows one would make a change of its own. */
function headlineOf(
  units: readonly KnownUnit[],
  code: string,
  measure: Measure,
  { from, to }: Span,
): National['headlines'][number] {
  const now = monthsBetween(from, to);
  const before = monthsBetween(addMonths(from, -now.length), addMonths(from, -1));
  const both = units.flatMap((unit) => {
    const [was, is] = [knownSum(unit, measure, before), knownSum(unit, measure, now)];
    return was && is ? [{ was, is }] : [];
  });
  const [was, is] = [totalOf(both.map((each) => each.was)), totalOf(both.map((each) => each.is))];
  const whole = countedOver(units, measure, now);
  const quarters = quartersIn(now).map((quarter) => ({
    quarter,
    ...countedOver(units, measure, quarterMonths(quarter)),
  }));
  return {
    code,
    name: indicatorName(framework, code),
    before: was.value,
    now: is.value,
    ...(was.unsigned && { beforeUnsigned: true as const }),
    ...(is.unsigned && { nowUnsigned: true as const }),
    share: changeOf(was.value, is.value)?.share ?? null,
    unitsCovered: both.length,
    whole,
    quarters,
    belowQuarter: quarters.some(({ value }) => value !== null && value > (whole.value ?? 0)),
  };
}

/** From joint draws at the end of the period; a total that ends before says nothing of it. */
function totalNow(total: CounterfactualResult['total']): National['total'] {
  if (!total?.fan.at(-1)) return null;
  const { unitsCovered, unitsAsked, evidence } = total;
  return { unitsCovered, unitsAsked, avoided: rangeOf(total), evidence };
}

/** Every unit's backlog over a period, with the estimate without funded staff. Pure. */
export function nationalView(
  units: readonly KnownUnit[],
  period: Span,
  estimates: Pick<CounterfactualResult, 'units' | 'total'> | null,
): National {
  const months = monthsBetween(addMonths(period.to, 1 - seriesLength), period.to);
  const results = new Map(estimates?.units.map((each) => [each.unitId, each.result]));
  const rows = units.map((each) => nationalUnit(each, period, months, results.get(each.facts.unitId)));
  const count = (wanted: NationalUnit['movement']): number => rows.filter((each) => each.movement === wanted).length;
  const known = rows.filter((each) => each.movement !== 'unknown');
  const sumKnown = (pick: (unit: NationalUnit) => number | null): number | null =>
    known.length === 0 ? null : clean(sum(known.map((each) => pick(each) ?? 0)));
  return {
    ...period,
    months,
    units: rows,
    fell: count('fell'),
    held: count('held'),
    grew: count('grew'),
    unknown: count('unknown'),
    wouldHaveGrownMore: rows.filter((each) => each.movement === 'grew' && each.withoutStaff === 'higher').length,
    opening: sumKnown((each) => each.opening),
    closing: sumKnown((each) => each.closing),
    headlines: flows.map(([code, measure]) => headlineOf(units, code, measure, period)),
    total: totalNow(estimates?.total ?? null),
  };
}
