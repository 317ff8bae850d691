import {
  axisX,
  axisY,
  gridY,
  line,
  rectY,
  ruleX,
  ruleY,
  text,
  type Markish,
  type PlotOptions,
} from '@observablehq/plot';
import type { Flow } from '#contract/statistics/backlog';
import type { Month } from '#contract/ground/dates';
import { monthDate, monthTicks } from '../../../lib/monthAxis.ts';
import { closedPerFte, netOf } from './flow.ts';

export interface FlowTexts {
  readonly axis: (month: Date) => string;
  readonly number: (value: number) => string;
  readonly breakName: string;
}

export const flowLook = {
  received: { stroke: 'var(--vigie-actual)', dash: 'none' },
  closed: { stroke: 'var(--vigie-accent)', dash: '6 3' },
  net: 'var(--vigie-without)',
} as const;

const dimmed = 'var(--mantine-color-dimmed)';
const margins = { marginLeft: 52, marginRight: 16, marginBottom: 28 };

interface MonthPoint {
  readonly month: Month;
  readonly date: Date;
  /** NaN where it is not known: the line stops, and starts again after it. */
  readonly value: number;
}

function pointsOf(months: readonly Month[], values: readonly (number | null)[]): readonly MonthPoint[] {
  return months.map((month, index) => ({ month, date: monthDate(month), value: values[index] ?? NaN }));
}

const daysFrom = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);

/** Half a month of room at both ends, for the bars. */
function domainOf(months: readonly Month[]): [Date, Date] {
  const first = months[0] ?? ('2000-01' as Month);
  return [daysFrom(monthDate(first), -16), daysFrom(monthDate(months.at(-1) ?? first), 16)];
}

function breakMarks(flow: Flow, name: string | null): Markish[] {
  const dates = [...new Set(flow.ruleChanges.map(({ month }) => month))].map(monthDate);
  return [
    ruleX(dates, { stroke: 'var(--vigie-due-soon)', strokeDasharray: '3 2' }),
    // Several would write over each other: the key under the figure says it then.
    ...(name === null || dates.length !== 1
      ? []
      : [
          text(dates, {
            x: (date: Date) => date,
            frameAnchor: 'top',
            dy: -14,
            text: () => name,
            fill: 'var(--vigie-due-soon)',
          }),
        ]),
  ];
}

function axes(months: readonly Month[], width: number, texts: FlowTexts, ticks: number): Markish[] {
  return [
    axisX({
      ticks: [...monthTicks(months, width - margins.marginLeft - margins.marginRight)],
      tickFormat: texts.axis,
      tickSize: 4,
      color: dimmed,
    }),
    axisY({ ticks, tickFormat: texts.number, tickSize: 0, color: dimmed }),
  ];
}

/** What came in and what was closed as lines, the change of the backlog as bars. */
export function drawFlow(flow: Flow, width: number, texts: FlowTexts): PlotOptions {
  const { months } = flow;
  const net = pointsOf(months, netOf(flow)).filter(({ value }) => !Number.isNaN(value));
  const lineOf = (
    values: readonly (number | null)[],
    { stroke, dash }: typeof flowLook.received | typeof flowLook.closed,
  ) => line(pointsOf(months, values), { x: 'date', y: 'value', stroke, strokeDasharray: dash, strokeWidth: 1.75 });
  return {
    ...margins,
    marginTop: 20,
    x: { type: 'utc', domain: domainOf(months), label: null },
    y: { label: null, nice: true },
    marks: [
      gridY({ stroke: 'var(--vigie-line)', strokeOpacity: 1, ticks: 5 }),
      rectY(net, {
        x1: ({ date }: MonthPoint) => daysFrom(date, -10),
        x2: ({ date }: MonthPoint) => daysFrom(date, 10),
        y: 'value',
        fill: flowLook.net,
        fillOpacity: 0.55,
      }),
      ruleY([0], { stroke: dimmed }),
      ...breakMarks(flow, texts.breakName),
      lineOf(flow.received, flowLook.received),
      lineOf(flow.closed, flowLook.closed),
      ...axes(months, width, texts, 5),
    ],
  };
}

/** Closed for each full-time equivalent in post, on the same months. */
export function drawPerFte(flow: Flow, width: number, texts: FlowTexts): PlotOptions {
  const { months } = flow;
  return {
    ...margins,
    marginTop: 8,
    x: { type: 'utc', domain: domainOf(months), label: null },
    y: { label: null, zero: true, nice: true },
    marks: [
      gridY({ stroke: 'var(--vigie-line)', strokeOpacity: 1, ticks: 3 }),
      ruleY([0], { stroke: dimmed }),
      ...breakMarks(flow, null),
      line(pointsOf(months, closedPerFte(flow)), {
        x: 'date',
        y: 'value',
        stroke: flowLook.closed.stroke,
        strokeWidth: 1.75,
      }),
      ...axes(months, width, texts, 3),
    ],
  };
}
