import { areaY, lineY, ruleX, ruleY, type PlotOptions } from '@observablehq/plot';
import { addMonths, type Month } from '#contract/ground/dates';
import type { NationalUnit } from '#contract/reporting/rollup';
import { monthDate } from '../../../lib/monthAxis.ts';

/** Two years of one unit's backlog, from none up to its own highest; a rule marks where the period begins. */
export function drawTile({ series }: NationalUnit, months: readonly Month[], span: number): PlotOptions {
  const last = months.at(-1) ?? ('2000-01' as Month);
  const points = months.map((month, index) => ({ date: monthDate(month), files: series[index] ?? NaN }));
  const highest = Math.max(1, ...series.map((value) => value ?? 0));
  return {
    margin: 1,
    marginTop: 4,
    x: { type: 'utc', domain: [monthDate(months[0] ?? last), monthDate(last)], axis: null },
    y: { domain: [0, highest], axis: null },
    marks: [
      areaY(points, { x: 'date', y: 'files', fill: 'var(--vigie-accent)', fillOpacity: 0.12 }),
      ruleY([0], { stroke: 'var(--vigie-line)' }),
      ruleX([monthDate(addMonths(last, -span))], { stroke: 'var(--mantine-color-dimmed)', strokeDasharray: '2 2' }),
      lineY(points, { x: 'date', y: 'files', stroke: 'var(--vigie-actual)', strokeWidth: 1.5 }),
    ],
  };
}
