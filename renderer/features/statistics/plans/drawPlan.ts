import { areaY, gridY, lineY, ruleY, type Markish, type PlotOptions } from '@observablehq/plot';
import type { Month } from '#contract/ground/dates';
import { amber, dark, dimmed, line, warm } from '../estimate/figures/colours.ts';
import { axes, monthRule, reading, type AxisTexts } from '../estimate/figures/frame.ts';
import type { PlanPoint } from './planPoints.ts';

export interface PlanTexts extends AxisTexts {
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
      ...(ends === null || !months.includes(ends) ? [] : monthRule(ends, months, texts.ends)),
      ...axes(months, width - marginLeft - margins.marginRight, texts),
      ...reading(points, ({ actual, p50 }) => (Number.isNaN(actual) ? p50 : actual), texts.reading),
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
