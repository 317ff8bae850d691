import { administrativeHazard, drawLeftOtherwise } from '../administrative.ts';
import { at } from '../numbers.ts';
import { outflowAt, workloadAt, type UnitPanel } from '../panel.ts';
import { createRandom } from '../random.ts';
import { summariseDraws } from '../summary.ts';
import type { Window } from '../window.ts';
import type { CrossCheck, CrossCheckMethod } from './types.ts';

/** Files that the unit could have closed in month t of draw d without the funded staff; 0 or more. */
type OutflowWithout = (t: number, draw: number) => number;

/** What left otherwise than by investigation in a panel whose outflow is the investigated part alone, and the chance of it. */
export type Queue = { readonly left: readonly (number | null)[]; readonly hazard: number };

/** The queue of a unit, when its investigations alone are modelled. @param panel with both parts of its outflow */
export function queueOf(panel: UnitPanel, window: Window): Queue {
  return { left: panel.outflowAdministrative, hazard: administrativeHazard(panel, window) };
}

export type RecursionOptions = {
  /** Whole number from 0 to 2^32 - 1. */
  readonly seed: number;
  /** At least 1. */
  readonly draws: number;
  /** Null: the panel's outflow is all that left, and all of it depends on the staff. */
  readonly queue: Queue | null;
};

/**
 * From an outflow without the funded staff to the backlog avoided: C0 = min(K0, W + gap), gap = max(gap + C - C0, -B), month by month from the
 * funding start. A level cannot be compared with a level (a stock adds up what flows did), so every cross-check estimates the flow and runs
 * this. Where what leaves otherwise follows the queue, a longer queue loses more of it each month. A month that is not reported leaves the gap
 * as it was. Source: Vigie method note, sections 0 and 2.3.
 * @param window with a funding start; RangeError without one
 */
export function avoidedByOutflow(
  panel: UnitPanel,
  window: Window,
  method: CrossCheckMethod,
  { seed, draws, queue }: RecursionOptions,
  outflowWithout: OutflowWithout,
): CrossCheck {
  const { fundingStart, last } = window;
  if (fundingStart === null) throw new RangeError('A unit that was never funded has nothing to check.');
  const gap = new Float64Array(draws);
  const random = createRandom(seed, `queue ${method} ${panel.unitId}`);
  const leftMore = (t: number, before: number): number => {
    if (queue === null) return 0;
    const left = queue.left[t] ?? 0;
    return drawLeftOtherwise(random, left, panel.backlog[t - 1] ?? 0, before, queue.hazard) - left;
  };
  const avoided = [];
  for (let t = fundingStart; t <= last; t += 1) {
    const outflow = outflowAt(panel, t);
    const backlog = at(panel.backlog, t);
    if (outflow !== null) {
      const workload = Math.max(workloadAt(panel, t) ?? Infinity, outflow);
      for (let d = 0; d < draws; d += 1) {
        const before = at(gap, d);
        const more = leftMore(t, before);
        const closed = Math.min(Math.round(outflowWithout(t, d)), Math.max(0, workload + before - more));
        const next = before + outflow - closed - more;
        gap[d] = backlog === null ? next : Math.max(next, -backlog);
      }
    }
    avoided.push(backlog === null ? null : summariseDraws(gap).avoided);
  }
  const avoidedNow = avoided.at(-1);
  if (!avoidedNow) throw new RangeError('The window ends at a month with a known backlog.');
  return { unitId: panel.unitId, method, status: 'estimated', avoided, avoidedNow };
}
