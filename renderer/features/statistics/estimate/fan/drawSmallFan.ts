import { ruleX, ruleY, type PlotOptions } from '@observablehq/plot';
import type { Month } from '#contract/ground/dates';
import { monthDate } from '../../../../lib/monthAxis.ts';
import { dimmed, line } from '../figures/colours.ts';
import { actual, bands, gaps } from './fanMarks.ts';
import { highestOf, type FanPoint } from './fanPoints.ts';

/** One of many: bands and line alone. */
export function drawSmallFan(points: readonly FanPoint[], fundingStart: Month | null): PlotOptions {
  return {
    margin: 1,
    marginTop: 4,
    x: { type: 'utc', axis: null },
    y: { domain: [0, highestOf(points)], axis: null },
    marks: [
      gaps(points),
      ruleY([0], { stroke: line }),
      ...bands(points),
      ...actual(points, 1.5),
      ...(fundingStart === null ? [] : [ruleX([monthDate(fundingStart)], { stroke: dimmed, strokeDasharray: '3 2' })]),
    ],
  };
}
