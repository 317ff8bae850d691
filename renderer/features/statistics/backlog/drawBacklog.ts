import {
  areaY,
  axisX,
  axisY,
  dot,
  gridY,
  lineY,
  rectX,
  ruleX,
  ruleY,
  text,
  type PlotOptions,
} from '@observablehq/plot';
import type { UnitBacklog } from '#contract/statistics/backlog';
import { addMonths, type Month } from '#contract/ground/dates';
import { monthDate, monthTicks } from '../../../lib/monthAxis.ts';

interface Point {
  readonly date: Date;
  /** NaN where the month is not reported: the line stops, and starts again after it. */
  readonly files: number;
}

export function pointsOf(months: readonly Month[], values: readonly (number | null)[]): readonly Point[] {
  return months.map((month, index) => ({ date: monthDate(month), files: values[index] ?? NaN }));
}

/** Months without a figure, each as wide as a month. */
export function unreportedMonths(months: readonly Month[], values: readonly (number | null)[]) {
  return months
    .filter((_, index) => (values[index] ?? null) === null)
    .map((month) => ({ from: monthDate(addMonths(month, -1)), to: monthDate(addMonths(month, 1)) }));
}

/** A single month between two gaps has no line to be on. */
function lonePoints(points: readonly Point[]): readonly Point[] {
  return points.filter(
    (point, index) =>
      !Number.isNaN(point.files) &&
      Number.isNaN(points[index - 1]?.files ?? NaN) &&
      Number.isNaN(points[index + 1]?.files ?? NaN),
  );
}

function marksOf(unit: UnitBacklog, months: readonly Month[]) {
  const points = pointsOf(months, unit.closing);
  const breaks = unit.breaks.flatMap((position) => months[position] ?? []).map(monthDate);
  return [
    rectX(unreportedMonths(months, unit.closing), { x1: 'from', x2: 'to', fill: 'var(--vigie-neutral-fill)' }),
    areaY(points, { x: 'date', y: 'files', fill: 'var(--vigie-accent)', fillOpacity: 0.12 }),
    ruleY([0], { stroke: 'var(--vigie-line)' }),
    ruleX(breaks, { stroke: 'var(--vigie-due-soon)', strokeDasharray: '3 2' }),
    lineY(points, { x: 'date', y: 'files', stroke: 'var(--vigie-actual)', strokeWidth: 1.5 }),
    dot(lonePoints(points), { x: 'date', y: 'files', r: 2, fill: 'var(--vigie-actual)' }),
  ];
}

function domainOf(months: readonly Month[]): [Date, Date] {
  const first = months[0] ?? ('2000-01' as Month);
  return [monthDate(first), monthDate(months.at(-1) ?? first)];
}

/** One of many: no axes, the same height of files for all where they are to be compared. */
export function drawSmall(unit: UnitBacklog, months: readonly Month[], highest: number): PlotOptions {
  return {
    margin: 1,
    marginTop: 4,
    x: { type: 'utc', domain: domainOf(months), axis: null },
    y: { domain: [0, Math.max(1, highest)], axis: null },
    marks: marksOf(unit, months),
  };
}

interface LargeTexts {
  readonly axis: (month: Date) => string;
  readonly number: (value: number) => string;
  readonly breakName: string;
}

export function drawLarge(unit: UnitBacklog, months: readonly Month[], width: number, texts: LargeTexts): PlotOptions {
  const highest = Math.max(1, ...unit.closing.map((value) => value ?? 0));
  const breaks = unit.breaks.flatMap((position) => months[position] ?? []).map(monthDate);
  return {
    marginLeft: 44,
    marginRight: 16,
    marginTop: 20,
    marginBottom: 28,
    x: { type: 'utc', domain: domainOf(months), label: null },
    y: { domain: [0, highest * 1.05], label: null },
    marks: [
      gridY({ stroke: 'var(--vigie-line)', strokeOpacity: 1, ticks: 4 }),
      ...marksOf(unit, months),
      axisX({
        ticks: [...monthTicks(months, width - 60)],
        tickFormat: texts.axis,
        tickSize: 4,
        color: 'var(--mantine-color-dimmed)',
      }),
      axisY({ ticks: 4, tickFormat: texts.number, tickSize: 0, color: 'var(--mantine-color-dimmed)' }),
      text(breaks, {
        x: (date: Date) => date,
        frameAnchor: 'top',
        dy: -14,
        text: () => texts.breakName,
        fill: 'var(--vigie-due-soon)',
      }),
    ],
  };
}
