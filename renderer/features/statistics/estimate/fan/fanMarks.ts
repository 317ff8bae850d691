import { areaY, dot, lineY, rectX, type Markish } from '@observablehq/plot';
import type { Quantiles } from '#contract/statistics/evidence';
import { addMonths } from '#contract/ground/dates';
import { monthDate } from '../../../../lib/monthAxis.ts';
import { blank, dark, warm } from '../figures/colours.ts';
import type { FanPoint } from './fanPoints.ts';

export function bands(points: readonly FanPoint[]): Markish[] {
  const band = (low: keyof Quantiles, high: keyof Quantiles, fillOpacity: number) =>
    areaY(points, { x: 'date', y1: low, y2: high, fill: warm, fillOpacity });
  return [band('p025', 'p975', 0.18), band('p10', 'p90', 0.26), band('p25', 'p75', 0.34)];
}

export function gaps(points: readonly FanPoint[]): Markish {
  const missing = points.filter(({ actual }) => Number.isNaN(actual));
  return rectX(missing, {
    x1: ({ month }: FanPoint) => monthDate(addMonths(month, -1)),
    x2: ({ month }: FanPoint) => monthDate(addMonths(month, 1)),
    fill: blank,
  });
}

function lone(points: readonly FanPoint[]): readonly FanPoint[] {
  const isMissing = (point: FanPoint | undefined) => point === undefined || Number.isNaN(point.actual);
  return points.filter(
    (point, index) => !isMissing(point) && isMissing(points[index - 1]) && isMissing(points[index + 1]),
  );
}

export function actual(points: readonly FanPoint[], strokeWidth: number): Markish[] {
  return [
    lineY(points, { x: 'date', y: 'actual', stroke: dark, strokeWidth }),
    dot(lone(points), { x: 'date', y: 'actual', r: strokeWidth, fill: dark }),
  ];
}
