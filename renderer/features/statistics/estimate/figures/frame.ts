import { axisX, axisY, pointerX, ruleX, text, tip, type Markish } from '@observablehq/plot';
import type { Month } from '#contract/ground/dates';
import { monthDate, monthTicks } from '../../../../lib/monthAxis.ts';
import { dimmed, line, paper } from './colours.ts';

/** How dates and numbers are written beside the frame. */
export interface AxisTexts {
  readonly axis: (date: Date) => string;
  readonly number: (value: number) => string;
}

/** @param width of the frame without its margins, in pixels */
export function axes(months: readonly Month[], width: number, texts: AxisTexts): Markish[] {
  return [
    axisX({ ticks: [...monthTicks(months, width)], tickFormat: texts.axis, tickSize: 4, color: dimmed }),
    axisY({ ticks: 5, tickFormat: texts.number, tickSize: 0, color: dimmed }),
  ];
}

/** What is read where the pointer is. */
export function reading<Point extends { readonly date: Date }>(
  points: readonly Point[],
  y: (point: Point) => number,
  title: (point: Point) => string,
): Markish[] {
  return [
    ruleX(points, pointerX({ x: 'date', stroke: dimmed, strokeOpacity: 0.6 })),
    tip(
      points.filter((point) => !Number.isNaN(y(point))),
      pointerX({ x: 'date', y, title, fill: paper, stroke: line, textPadding: 8, lineHeight: 1.35 }),
    ),
  ];
}

/** Something that begins or ends in a month, with its name at the top. */
export function monthRule(month: Month, months: readonly Month[], label: string): Markish[] {
  const isLate = months.indexOf(month) > months.length * 0.6;
  return [
    ruleX([monthDate(month)], { stroke: dimmed, strokeDasharray: '4 3' }),
    text([monthDate(month)], {
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
