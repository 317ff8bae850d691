import { axisX, axisY, dot, gridY, ruleX, ruleY, text, type PlotOptions } from '@observablehq/plot';
import type { EventStudies } from '#contract/statistics/evidence';
import { dark, dimmed, line, paper, warm } from '../figures/colours.ts';

export type EventStudy = Extract<EventStudies, { status: 'estimated' }>['productivity'];

/** Half the width of an 80 % interval, in standard errors of a normal law. */
const halfWidth = 1.2816;

interface EventPoint {
  readonly event: number;
  /** As a share: 0.1 is about 10 % more than in the units never funded. */
  readonly effect: number;
  readonly low: number;
  readonly high: number;
}

/** From logs to shares of what there would have been. */
export function eventPoints({ effects }: EventStudy): readonly EventPoint[] {
  return effects.map(({ event, att, standardError }) => ({
    event,
    effect: Math.expm1(att),
    low: Math.expm1(att - halfWidth * standardError),
    high: Math.expm1(att + halfWidth * standardError),
  }));
}

export interface EventTexts {
  readonly percent: (share: number) => string;
  readonly quarter: (event: number) => string;
  readonly start: string;
}

/** Effects by quarter since the funding, before it and after. @param extent common to both studies, so that they can be compared */
export function drawEvents(
  points: readonly EventPoint[],
  extent: readonly [number, number],
  { percent, quarter, start }: EventTexts,
): PlotOptions {
  const colourOf = ({ event }: EventPoint) => (event < 0 ? dimmed : warm);
  const longest = Math.max(...extent.map((share) => percent(share).length));
  return {
    marginLeft: 14 + 8 * longest,
    marginRight: 12,
    marginTop: 22,
    marginBottom: 28,
    x: { type: 'linear', domain: [-8.6, 12.6], label: null },
    y: { domain: [...extent], nice: true, label: null },
    marks: [
      gridY({ stroke: line, strokeOpacity: 1, ticks: 5 }),
      ruleY([0], { stroke: dimmed }),
      ruleX([-0.5], { stroke: dimmed, strokeDasharray: '4 3' }),
      text([start], { x: () => -0.5, frameAnchor: 'top', dy: -14, dx: 4, textAnchor: 'start', fill: dimmed }),
      ruleX(points, { x: 'event', y1: 'low', y2: 'high', stroke: colourOf, strokeWidth: 3 }),
      dot(points, { x: 'event', y: 'effect', r: 3.5, fill: dark, stroke: paper, strokeWidth: 1 }),
      axisX({ ticks: [-8, -4, 0, 4, 8, 12], tickFormat: quarter, tickSize: 4, color: dimmed }),
      axisY({ ticks: 5, tickFormat: percent, tickSize: 0, color: dimmed }),
    ],
  };
}
