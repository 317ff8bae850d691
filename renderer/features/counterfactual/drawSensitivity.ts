import { axisX, axisY, gridX, link, rectX, ruleX, tickX, type PlotOptions } from '@observablehq/plot';

export interface Strip {
  readonly label: string;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly isBase: boolean;
}

interface StripTexts {
  readonly number: (value: number) => string;
  readonly hasMiddle: boolean;
  readonly labelWidth: number;
}

/** One line for each assumption changed: its interval against the band of the assumptions in force. */
export function drawSensitivity(strips: readonly Strip[], { number, hasMiddle, labelWidth }: StripTexts): PlotOptions {
  const base = strips.filter(({ isBase }) => isBase);
  const dark = 'var(--vigie-actual)';
  return {
    marginLeft: labelWidth,
    marginRight: 28,
    marginTop: 8,
    marginBottom: 28,
    x: {
      label: null,
      nice: true,
      domain: [Math.min(0, ...strips.map(({ low }) => low)), Math.max(1, ...strips.map(({ high }) => high))],
    },
    y: { type: 'point', domain: strips.map(({ label }) => label), label: null, padding: 0.6 },
    marks: [
      rectX(base, { x1: 'low', x2: 'high', fill: 'var(--vigie-without)', fillOpacity: 0.16 }),
      gridX({ stroke: 'var(--vigie-line)', strokeOpacity: 1, ticks: 5 }),
      ruleX([0], { stroke: 'var(--mantine-color-dimmed)' }),
      link(strips, {
        x1: 'low',
        x2: 'high',
        y: 'label',
        stroke: ({ isBase }: Strip) => (isBase ? 'var(--vigie-without)' : dark),
        strokeWidth: 3,
        strokeLinecap: 'butt',
      }),
      ...(hasMiddle ? [tickX(strips, { x: 'median', y: 'label', stroke: dark, strokeWidth: 2, inset: 4 })] : []),
      axisX({ ticks: 5, tickFormat: number, tickSize: 4, color: 'var(--mantine-color-dimmed)' }),
      axisY({ tickSize: 0, color: 'var(--mantine-color-text)' }),
    ],
  };
}
