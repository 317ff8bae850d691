import type { PlotOptions } from '@observablehq/plot';
import { addMonths } from '#contract/ground/dates';
import type { Estimate } from '#contract/statistics/estimate';
import { drawSmallFan } from '../fan/drawSmallFan.ts';
import { fanPoints } from '../fan/fanPoints.ts';

export const smallHeight = 72;

/** From two years before the unit's funding to its last month. */
export function drawUnit(estimate: Estimate): PlotOptions {
  const first = addMonths(estimate.fundingStart, -24);
  const points = fanPoints(estimate, addMonths(estimate.fundingStart, -1)).filter(
    ({ month }) => month >= first && month <= estimate.asOf,
  );
  return drawSmallFan(points, estimate.fundingStart);
}
