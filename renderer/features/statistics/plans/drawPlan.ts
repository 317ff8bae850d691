import {
  areaY,
  axisX,
  axisY,
  gridY,
  lineY,
  pointerX,
  ruleX,
  ruleY,
  text,
  tip,
  type Markish,
  type PlotOptions,
} from '@observablehq/plot';
import type { Month } from '#contract/ground/dates';
import { monthDate, monthTicks } from '../../../lib/monthAxis.ts';
import { amber, dark, dimmed, line, paper, warm } from '../estimate/figures/colours.ts';
import type { PlanPoint } from './planPoints.ts';

export interface PlanTexts {
  readonly axis: (date: Date) => string;
  readonly number: (value: number) => string;
  readonly ends: string;
  readonly reading: (point: PlanPoint) => string;
}

interface PlanFacts {
  readonly points: readonly PlanPoint[];
  /** Last month of the agreement, where the plan has one. */
  readonly ends: Month | null;
  /** The plan is not the one without a change: both are drawn then. */
  readonly isChanged: boolean;
}

const margins = { marginTop: 24, marginRight: 16, marginBottom: 28 };

function highest(points: readonly PlanPoint[]): number {
  const values = points.flatMap((point) => [point.actual, point.p975, point.noChange.p90]);
  return 1.06 * Math.max(1, ...values.filter((value) => !Number.isNaN(value)));
}

/** The actual backlog, then the plan's fan; the plan without a change is a dashed line between its 80 % ends. */
export function drawPlan({ points, ends, isChanged }: PlanFacts, width: number, texts: PlanTexts): PlotOptions {
  const top = highest(points);
  const marginLeft = 12 + 7 * texts.number(Math.round(top)).length;
  const band = (low: 'p025' | 'p10' | 'p25', high: 'p75' | 'p90' | 'p975', fillOpacity: number) =>
    areaY(points, { x: 'date', y1: low, y2: high, fill: warm, fillOpacity });
  const months = points.map(({ month }) => month);
  return {
    ...margins,
    marginLeft,
    x: { type: 'utc', label: null },
    y: { domain: [0, top], label: null },
    marks: [
      gridY({ stroke: line, strokeOpacity: 1, ticks: 5 }),
      ruleY([0], { stroke: dimmed }),
      band('p025', 'p975', 0.18),
      band('p10', 'p90', 0.26),
      band('p25', 'p75', 0.34),
      lineY(points, { x: 'date', y: 'p50', stroke: amber, strokeWidth: 2 }),
      ...(isChanged ? noChangeMarks(points) : []),
      lineY(points, { x: 'date', y: 'actual', stroke: dark, strokeWidth: 2.25 }),
      ...endRule(ends, months, texts.ends),
      axisX({
        ticks: [...monthTicks(months, width - marginLeft - margins.marginRight)],
        tickFormat: texts.axis,
        tickSize: 4,
        color: dimmed,
      }),
      axisY({ ticks: 5, tickFormat: texts.number, tickSize: 0, color: dimmed }),
      ruleX(points, pointerX({ x: 'date', stroke: dimmed, strokeOpacity: 0.6 })),
      tip(
        points,
        pointerX({
          x: 'date',
          y: ({ actual, p50 }: PlanPoint) => (Number.isNaN(actual) ? p50 : actual),
          title: texts.reading,
          fill: paper,
          stroke: line,
          textPadding: 8,
          lineHeight: 1.35,
        }),
      ),
    ],
  };
}

function noChangeMarks(points: readonly PlanPoint[]): Markish[] {
  const of = (key: 'p10' | 'p50' | 'p90') => (point: PlanPoint) => point.noChange[key];
  const style = { x: 'date', stroke: dark } as const;
  return [
    lineY(points, { ...style, y: of('p50'), strokeWidth: 1.5, strokeDasharray: '5 3' }),
    lineY(points, { ...style, y: of('p10'), strokeOpacity: 0.5, strokeDasharray: '2 3' }),
    lineY(points, { ...style, y: of('p90'), strokeOpacity: 0.5, strokeDasharray: '2 3' }),
  ];
}

function endRule(ends: Month | null, months: readonly Month[], label: string): Markish[] {
  if (ends === null || !months.includes(ends)) return [];
  const isLate = months.indexOf(ends) > months.length * 0.6;
  return [
    ruleX([monthDate(ends)], { stroke: dimmed, strokeDasharray: '4 3' }),
    text([monthDate(ends)], {
      x: (date: Date) => date,
      frameAnchor: 'top',
      dy: -16,
      dx: isLate ? -4 : 4,
      textAnchor: isLate ? 'end' : 'start',
      text: () => label,
      fill: dimmed,
    }),
  ];
}
