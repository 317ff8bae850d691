import { areaY, dot, gridY, lineY, ruleY, text, type Markish, type PlotOptions } from '@observablehq/plot';
import type { Month } from '#contract/ground/dates';
import { amber, dark, dimmed, line } from '../figures/colours.ts';
import { axes, monthRule, reading, type AxisTexts } from '../figures/frame.ts';
import { actual, bands, gaps } from './fanMarks.ts';
import { highestOf, type FanPoint } from './fanPoints.ts';
import { hatch } from './hatch.ts';

export interface FanTexts extends AxisTexts {
  readonly fundingStart: string;
  readonly actual: (point: FanPoint) => string;
  readonly without: (point: FanPoint) => string;
  readonly reading: (point: FanPoint) => string;
}

export interface FanFacts {
  readonly points: readonly FanPoint[];
  readonly fundingStart: Month | null;
  readonly asOf: Month;
  /** False where so few files are counted that a middle would say more than the data do. */
  readonly hasMiddle: boolean;
}

const vertical = { marginTop: 24, marginBottom: 28 };
/** A figure of the system font at 12 px, generously: the labels beside the frame need room for their longest line. */
const widthOfLetter = 7;

function marginsFor(highest: number, { points, asOf }: FanFacts, texts: FanTexts) {
  const end = points.find(({ month }) => month === asOf);
  const lines = end === undefined ? [] : [...texts.actual(end).split('\n'), ...texts.without(end).split('\n')];
  const longest = Math.max(12, ...lines.map((line) => line.length));
  return {
    ...vertical,
    marginLeft: 12 + widthOfLetter * texts.number(Math.round(highest)).length,
    marginRight: 20 + widthOfLetter * longest,
  };
}

export function drawFan(facts: FanFacts, width: number, height: number, texts: FanTexts): PlotOptions {
  const { points, fundingStart, hasMiddle } = facts;
  const highest = highestOf(points) * 1.06;
  const margins = marginsFor(highest, facts, texts);
  const pattern = hatch();
  const months = points.map(({ month }) => month);
  return {
    ...margins,
    x: { type: 'utc', label: null },
    y: { domain: [0, highest], label: null },
    marks: [
      () => pattern.element,
      gaps(points),
      gridY({ stroke: line, strokeOpacity: 1, ticks: 5 }),
      ruleY([0], { stroke: dimmed }),
      ...bands(points),
      ...(hasMiddle
        ? [
            areaY(points, { x: 'date', y1: 'actual', y2: 'p50', fill: pattern.fill }),
            lineY(points, { x: 'date', y: 'p50', stroke: amber, strokeDasharray: '5 3' }),
          ]
        : []),
      ...actual(points, 2.25),
      ...(fundingStart === null ? [] : monthRule(fundingStart, months, texts.fundingStart)),
      ...endLabels(facts, (highest * 17) / (height - vertical.marginTop - vertical.marginBottom), texts),
      ...axes(months, width - margins.marginLeft - margins.marginRight, texts),
      ...reading(points, ({ actual: files }) => files, texts.reading),
    ],
  };
}

/** The labels of the last month, beside their lines and moved apart where they would touch. */
function endLabels({ points, asOf }: FanFacts, lineHeight: number, texts: FanTexts): Markish[] {
  const end = points.find(({ month }) => month === asOf);
  if (end === undefined || Number.isNaN(end.p50)) return [];
  const needed = lineHeight * 1.9;
  const distance = end.p50 - end.actual;
  const shift = Math.max(0, needed - Math.abs(distance)) / 2;
  const direction = distance >= 0 ? 1 : -1;
  // Three lines above the axis at least, so that neither label leaves the drawing.
  const low = Math.max(lineHeight * 0.6, end.actual - direction * shift);
  const common = { x: 'date', dx: 10, textAnchor: 'start', lineAnchor: 'middle', lineHeight: 1.3 } as const;
  return [
    dot([end], { x: 'date', y: 'actual', r: 3.5, fill: dark }),
    text([end], { ...common, y: () => low, text: texts.actual, fill: dark, fontWeight: 600 }),
    text([end], {
      ...common,
      y: () => Math.max(end.p50 + direction * shift, direction > 0 ? low + needed : 0),
      text: texts.without,
      fill: amber,
    }),
  ];
}
