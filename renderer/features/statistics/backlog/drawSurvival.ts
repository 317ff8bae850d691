import {
  areaY,
  axisX,
  axisY,
  gridY,
  line,
  pointer,
  ruleY,
  text,
  tip,
  type Markish,
  type PlotOptions,
} from '@observablehq/plot';
import type { SurvivalCurve } from '#contract/statistics/survival';
import { endOf, horizonOf, pointsOfCurve, standingAt, ticksOf } from './curves.ts';

/** Distinguished by colour and by dash, in the order of the curves. */
export const strokes = [
  { color: 'var(--vigie-accent)', dash: 'none' },
  { color: 'var(--vigie-cat-6)', dash: '6 3' },
  { color: 'var(--vigie-cat-1)', dash: '2 3' },
  { color: 'var(--vigie-cat-4)', dash: '9 3 2 3' },
] as const;

export function strokeOf(index: number): (typeof strokes)[number] {
  return strokes[index] ?? strokes[0];
}

export interface SurvivalTexts {
  readonly names: readonly string[];
  readonly days: (day: number) => string;
  readonly percent: (share: number) => string;
  readonly number: (value: number) => string;
  readonly axis: string;
  readonly atRisk: string;
  readonly reading: (reading: Reading) => string;
}

export interface Reading {
  readonly name: string;
  readonly day: number;
  readonly survival: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly atRisk: number;
}

const dimmed = 'var(--mantine-color-dimmed)';
const rowHeight = 18;
const marginTop = 12;
const axisHeight = 44;
const plotHeight = 240;

export function survivalHeight(curves: number): number {
  return marginTop + plotHeight + axisHeight + rowHeight * (curves + 1);
}

function curveMarks(curve: SurvivalCurve, index: number): Markish[] {
  const points = pointsOfCurve(curve);
  const { color, dash } = strokeOf(index);
  const banded = points.filter(({ low, high }) => low !== null && high !== null);
  return [
    areaY(banded, { x: 'day', y1: 'low', y2: 'high', fill: color, fillOpacity: 0.12, curve: 'step-after' }),
    line(points, {
      x: 'day',
      y: 'survival',
      stroke: color,
      strokeWidth: 2,
      strokeDasharray: dash,
      curve: 'step-after',
    }),
  ];
}

/** How many files are followed at each mark of the axis, a row for each curve under it. */
function riskTable(curves: readonly SurvivalCurve[], ticks: readonly number[], texts: SurvivalTexts): Markish[] {
  const row = (index: number) =>
    ({ frameAnchor: 'bottom', lineAnchor: 'top', dy: axisHeight + rowHeight * index }) as const;
  const left = { frameAnchor: 'bottom-left', textAnchor: 'end', dx: -30 } as const;
  return [
    text([texts.atRisk], { ...row(0), ...left, text: (label: string) => label, fill: dimmed }),
    ...curves.flatMap((curve, index) => [
      text([texts.names[index] ?? ''], {
        ...row(index + 1),
        ...left,
        text: (name: string) => name,
        fill: 'currentColor',
      }),
      text(ticks, {
        ...row(index + 1),
        x: (day: number) => day,
        text: (day: number) => texts.number(standingAt(curve, day).atRisk),
        fill: 'currentColor',
      }),
    ]),
  ];
}

/** What the pointer reads, on every day that a curve reaches. */
function readings(curves: readonly SurvivalCurve[], texts: SurvivalTexts): readonly Reading[] {
  return curves.flatMap((curve, index) =>
    Array.from({ length: endOf(curve) + 1 }, (_, day) => ({
      name: texts.names[index] ?? '',
      day,
      ...standingAt(curve, day),
    })),
  );
}

export function drawSurvival(curves: readonly SurvivalCurve[], texts: SurvivalTexts): PlotOptions {
  const horizon = horizonOf(curves);
  const ticks = ticksOf(horizon);
  const longest = Math.max(texts.atRisk.length, ...texts.names.map((name) => name.length));
  return {
    marginTop,
    marginLeft: 36 + 7 * longest,
    marginRight: 24,
    marginBottom: axisHeight + rowHeight * (curves.length + 1),
    x: { domain: [0, horizon], label: null },
    y: { domain: [0, 1], label: null },
    marks: [
      gridY({ stroke: 'var(--vigie-line)', strokeOpacity: 1, ticks: 4 }),
      ruleY([0], { stroke: dimmed }),
      ruleY([0.5], { stroke: dimmed, strokeDasharray: '3 3', strokeOpacity: 0.7 }),
      ...curves.flatMap((curve, index) => curveMarks(curve, index)),
      axisX({ ticks: [...ticks], tickFormat: texts.days, tickSize: 4, color: dimmed }),
      text([texts.axis], {
        frameAnchor: 'bottom',
        lineAnchor: 'top',
        dy: 24,
        text: (label: string) => label,
        fill: dimmed,
      }),
      axisY({ ticks: 4, tickFormat: texts.percent, tickSize: 0, color: dimmed }),
      ...riskTable(curves, ticks, texts),
      tip(
        readings(curves, texts),
        pointer({
          x: 'day',
          y: 'survival',
          title: texts.reading,
          fill: 'var(--mantine-color-body)',
          stroke: 'var(--vigie-line)',
          textPadding: 8,
          lineHeight: 1.35,
        }),
      ),
    ],
  };
}
