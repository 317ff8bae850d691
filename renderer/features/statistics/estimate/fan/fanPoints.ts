import type { Quantiles } from '#contract/statistics/evidence';
import type { Month } from '#contract/ground/dates';
import { monthDate } from '../../../../lib/monthAxis.ts';

export interface FanSeries {
  readonly months: readonly Month[];
  readonly backlog: readonly (number | null)[];
  readonly fan: readonly (Quantiles | null)[];
}

export interface FanPoint extends Record<keyof Quantiles, number> {
  readonly month: Month;
  readonly date: Date;
  readonly actual: number;
}

const unknown: Record<keyof Quantiles, number> = {
  p025: NaN,
  p10: NaN,
  p25: NaN,
  p50: NaN,
  p75: NaN,
  p90: NaN,
  p975: NaN,
};

/** NaN where a month is not reported: lines and bands stop there, and start again after it. */
export function fanPoints({ months, backlog, fan }: FanSeries, from: Month | null): readonly FanPoint[] {
  return months.map((month, index) => ({
    month,
    date: monthDate(month),
    actual: backlog[index] ?? NaN,
    // Before the funding both paths are one.
    ...(from === null || month >= from ? (fan[index] ?? unknown) : unknown),
  }));
}

export function highestOf(points: readonly FanPoint[]): number {
  return Math.max(1, ...points.flatMap(({ actual, p975 }) => [actual, p975]).filter((value) => !Number.isNaN(value)));
}
