import type { Assumptions } from '../assumptions.ts';
import { alternativeClosings } from '../closings/alternative.ts';
import { closingMonths } from '../closings/months.ts';
import { drawGaps } from '../drawGaps.ts';
import { unitDraws } from './unitDraws.ts';
import { prepareUnit } from '../prepare.ts';
import { at } from '../numbers.ts';
import { real } from '../typed.ts';
import type { PosteriorDraw } from './chain.ts';
import type { FitData } from './data.ts';

/**
 * Files avoided by all funded units together, each at its last month, by draw of a chain: what is read of a fit before all else. No two
 * chains share their random numbers, and none shares those of the estimate.
 */
export function totalOf(
  data: FitData,
  assumptions: Assumptions,
  draws: readonly PosteriorDraw[],
  seed: number,
  chain: number,
): Float64Array {
  const total = new Float64Array(draws.length);
  data.units.forEach((unit, index) => {
    const own = unitDraws({ data, draws }, index);
    if (own.length === 0) return;
    const stream = `${unit.panel.unitId}, chain ${String(chain + 1)}`;
    // Any one law of closings serves: what they follow is no matter of the chains.
    const closings = alternativeClosings(closingMonths(unit.panel, unit.window), 'queue');
    const gaps = drawGaps(stream, prepareUnit(unit, assumptions), own, closings, assumptions, seed);
    const last = at(gaps, gaps.length - 1);
    for (let d = 0; d < total.length; d += 1) total[d] = real(total, d) + at(last, d);
  });
  return total;
}
