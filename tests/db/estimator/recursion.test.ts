import { describe, expect, it } from 'vitest';
import { alternativeClosings } from '../../../db/estimator/closings/alternative.ts';
import { investigatedPart } from '../../../db/estimator/closings/investigatedPart.ts';
import { closingMonths } from '../../../db/estimator/closings/months.ts';
import { ratesOf } from '../../../db/estimator/closings/rates.ts';
import { avoidedByOutflow, type Otherwise } from '../../../db/estimator/crossChecks/recursion.ts';
import type { UnitPanel } from '../../../db/estimator/panel.ts';
import { closingOf } from '../../../db/estimator/prepare.ts';
import { findWindow, type Window } from '../../../db/estimator/window.ts';
import { steadyPanel, withoutReports } from '../../support/unitPanels.ts';

function windowOf(panel: UnitPanel): Window {
  const found = findWindow(panel);
  if (!('window' in found)) throw new Error('refused');
  return found.window;
}

describe('the recursion of a cross-check', () => {
  const panel = steadyPanel(10, 4);
  const avoided = (of: UnitPanel, outflowWithout: (t: number, d: number) => number) => {
    const found = avoidedByOutflow(of, windowOf(of), 'its', { seed: 1, draws: 2, otherwise: null }, outflowWithout);
    return found.status === 'estimated' ? found.avoided.map((value) => value && [value.p025, value.p975]) : [];
  };

  it('adds up what was closed beyond the outflow without, draw by draw', () => {
    // 25 files are closed each month; without the staff 20 in one draw and 25 in the other. Quantiles interpolate between the two.
    const of = avoided(panel, (_, d) => (d === 0 ? 20 : 25));
    expect(of.map((ends) => ends![0]! + ends![1]!)).toEqual([5, 10, 15, 20, 25, 30]);
  });

  it('closes no more than there was, and never goes below an empty desk', () => {
    const short = { ...panel, backlog: panel.backlog.map(() => 2) };
    // 2 + 30 files to close and 25 closed: at most 7 more in the first month, and the backlog is then empty.
    expect(avoided(short, () => 1000)).toEqual(Array.from({ length: 6 }, () => [-2, -2]));
  });

  it('leaves the gap alone in a month that is not reported', () => {
    const of = avoided(withoutReports(panel, [5, 6]), () => 20);
    expect(of).toEqual([[5, 5], null, null, [10, 10], [15, 15], [20, 20]]);
  });

  it('has nothing to say of a unit that was never funded', () => {
    const never = steadyPanel(10, 10);
    expect(() =>
      avoidedByOutflow(never, windowOf(never), 'its', { seed: 1, draws: 2, otherwise: null }, () => 1),
    ).toThrow(RangeError);
  });
});

describe('the recursion where files leave without investigation too', () => {
  const whole = steadyPanel(30, 10);
  const panel = investigatedPart(whole);
  const window = windowOf(whole);
  const otherwiseOf = (of: UnitPanel): Otherwise => ({
    month: closingOf(of, windowOf(of)),
    rates: alternativeClosings(closingMonths(of, windowOf(of)), 'queue'),
  });
  const means = (closed: number, draws = 4000) => {
    const options = { seed: 1, draws, otherwise: otherwiseOf(whole) };
    const found = avoidedByOutflow(panel, window, 'its', options, () => closed);
    return found.status === 'estimated' ? found.avoided.map((value) => value!.mean) : [];
  };

  it('loses of the longer queue what its rate says: gap = (1 - c) gap + files that were not closed', () => {
    const { queue } = ratesOf(otherwiseOf(whole).rates, 0);
    // 3 files of about 475 open leave otherwise each month; 22 are closed by investigation, 12 without the staff.
    expect(queue).toBeGreaterThan(3 / 550);
    expect(queue).toBeLessThan(3 / 400);
    let expected = 0;
    means(12).forEach((mean) => {
      expected += 10 - queue * expected;
      expect(Math.abs(mean - expected)).toBeLessThan(0.15);
    });
  });

  it('is the recursion of the whole outflow where nothing leaves otherwise', () => {
    const bare = steadyPanel(30, 10, { outflowAdministrative: Array.from({ length: 30 }, () => 0) });
    const run = (of: UnitPanel, otherwise: Otherwise | null) =>
      avoidedByOutflow(of, windowOf(of), 'its', { seed: 1, draws: 2, otherwise }, (t, d) => 12 + ((t + d) % 3));
    expect(run(investigatedPart(bare), otherwiseOf(bare))).toEqual(run(bare, null));
  });

  it('loses less of a shorter queue', () => {
    const shorter = means(32).at(-1)!;
    // 20 months of 10 more files closed, and fewer of those left to leave otherwise.
    expect(shorter).toBeGreaterThan(-200);
    expect(shorter).toBeLessThan(-180);
  });
});
