import type { Quantiles } from '#contract/statistics/evidence';
import type { Month } from '#contract/ground/dates';
import type { Projection } from '#contract/statistics/plans';
import { monthDate } from '../../../lib/monthAxis.ts';

export interface PlanPoint extends Record<keyof Quantiles, number> {
  readonly month: Month;
  readonly date: Date;
  readonly actual: number;
  readonly noChange: Quantiles;
}

const unknown: Quantiles = { p025: NaN, p10: NaN, p25: NaN, p50: NaN, p75: NaN, p90: NaN, p975: NaN };

function atOnce(files: number): Quantiles {
  return { p025: files, p10: files, p25: files, p50: files, p75: files, p90: files, p975: files };
}

/** Past months, then the plan's; both fans begin at the last actual backlog. NaN where there is no value. */
export function planPoints(
  { history, months, drawn, noChange, lastMonth, backlogNow }: Projection,
  ahead: number,
): readonly PlanPoint[] {
  const past = history.months.map((month, index) => {
    const fan = month === lastMonth ? atOnce(backlogNow) : unknown;
    return { month, date: monthDate(month), actual: history.backlog[index] ?? NaN, ...fan, noChange: fan };
  });
  const coming = months.slice(0, ahead).map((month, index) => ({
    month,
    date: monthDate(month),
    actual: NaN,
    ...(drawn.fan[index] ?? unknown),
    noChange: noChange.fan[index] ?? unknown,
  }));
  return [...past, ...coming];
}
