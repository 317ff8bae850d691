import { alternativeClosings } from '../closings/alternative.ts';
import type { ClosingMonth } from '../closings/months.ts';
import { ratesOf, type UnitClosings } from '../closings/rates.ts';
import { closeWithout, type LeftWithout } from '../closings/without.ts';
import { at } from '../numbers.ts';
import { outflowAt, workloadAt, type UnitPanel } from '../panel.ts';
import { createRandom } from '../random.ts';
import { summariseDraws } from '../summary.ts';
import type { Window } from '../window.ts';
import type { CrossCheck, CrossCheckMethod } from './types.ts';

/** Files that the unit could have closed in month t of draw d without the funded staff; 0 or more. */
type OutflowWithout = (t: number, draw: number) => number;

/** What left without investigation, in a panel whose outflow is the investigated part alone: month t, and what such files follow. */
export type Otherwise = { readonly month: (t: number) => ClosingMonth; readonly rates: UnitClosings };

export type RecursionOptions = {
  /** Whole number from 0 to 2^32 - 1. */
  readonly seed: number;
  /** At least 1. */
  readonly draws: number;
  /** Null: the panel's outflow is all that left, and all of it depends on the staff. */
  readonly otherwise: Otherwise | null;
};

const without: LeftWithout = { investigated: 0, otherwise: 0 };
const noMonth: ClosingMonth = { left: 0, inflow: 0, work: 0, queue: 0, isUnusual: false };
const none: Otherwise = { month: () => noMonth, rates: alternativeClosings([], 'queue') };

/**
 * From an outflow without the funded staff to the backlog avoided: C0 = min(K0, W + gap), gap = max(gap + C - C0, -B), month by month from the
 * funding start. A level cannot be compared with a level (a stock adds up what flows did), so every cross-check estimates the flow and runs
 * this. What leaves without investigation is counted as in the estimate. A month that is not reported leaves the gap
 * as it was. Source: Vigie method note, sections 0 and 2.3.
 * @param window with a funding start; RangeError without one
 */
export function avoidedByOutflow(
  panel: UnitPanel,
  window: Window,
  method: CrossCheckMethod,
  { seed, draws, otherwise }: RecursionOptions,
  outflowWithout: OutflowWithout,
): CrossCheck {
  const { fundingStart, last } = window;
  if (fundingStart === null) throw new RangeError('A unit that was never funded has nothing to check.');
  const gap = new Float64Array(draws);
  const random = createRandom(seed, `queue ${method} ${panel.unitId}`);
  const leaving = otherwise ?? none;
  const avoided = [];
  for (let t = fundingStart; t <= last; t += 1) {
    const outflow = outflowAt(panel, t);
    const backlog = at(panel.backlog, t);
    if (outflow !== null) {
      const month = leaving.month(t);
      const available = Math.max(workloadAt(panel, t) ?? Infinity, outflow) + month.left;
      for (let d = 0; d < draws; d += 1) {
        const before = at(gap, d);
        const difference = { gap: before, induced: 0, capacity: Math.round(outflowWithout(t, d)) };
        closeWithout(random, month, ratesOf(leaving.rates, d), difference, available, without);
        const next = before + outflow + month.left - without.investigated - without.otherwise;
        gap[d] = backlog === null ? next : Math.max(next, -backlog);
      }
    }
    avoided.push(backlog === null ? null : summariseDraws(gap).avoided);
  }
  const avoidedNow = avoided.at(-1);
  if (!avoidedNow) throw new RangeError('The window ends at a month with a known backlog.');
  return { unitId: panel.unitId, method, status: 'estimated', avoided, avoidedNow };
}
