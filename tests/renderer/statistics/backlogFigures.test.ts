import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flow, UnitBacklog } from '../../../electron/contract/statistics/backlog.ts';
import type { SurvivalCurve } from '../../../electron/contract/statistics/survival.ts';
import type { CivilDate, Month } from '../../../electron/contract/ground/dates.ts';
import { asOfChoices, asOfWithin } from '../../../renderer/features/statistics/backlog/asOf.ts';
import {
  endOf,
  horizonOf,
  pointsOfCurve,
  standingAt,
  ticksOf,
} from '../../../renderer/features/statistics/backlog/curves.ts';
import { closedPerFte, lastWholeMonth, meanRate, netOf } from '../../../renderer/features/statistics/backlog/flow.ts';
import { growthOfAll } from '../../../renderer/features/statistics/backlog/headline.ts';

const curve: SurvivalCurve = {
  group: { kind: 'all' },
  files: 20,
  left: 14,
  steps: {
    days: [5, 8, 30, 60],
    atRisk: [20, 12, 10, 5],
    survival: [0.7, 0.7, 0.35, 0.35],
    low: [0.5, 0.5, 0.2, 0.2],
    high: [0.9, 0.9, 0.6, 0.6],
  },
  median: { value: 30, low: 8, high: null },
};

test('the change of units together leaves out a unit that begins within the period', () => {
  const unit = (movement: UnitBacklog['movement'], opening: number, closing: number) =>
    ({ movement, ledger: { opening, closing } }) as UnitBacklog;
  // Counted from nothing, what it has would pass for growth.
  const units = [unit('grew', 10, 30), unit('fell', 30, 20), unit('unknown', 0, 12)];
  expect(growthOfAll(units)).toEqual({ units: 2, change: 10 });
});

describe('a curve', () => {
  test('is drawn while ten files are followed, and to its end where there never were so many', () => {
    expect(horizonOf([curve])).toBe(30);
    expect(horizonOf([{ ...curve, steps: { ...curve.steps, atRisk: [6, 5, 4, 3] } }])).toBe(60);
    const longer = { ...curve, steps: { ...curve.steps, days: [5, 8, 90, 99] } };
    expect([endOf(curve), endOf(longer), horizonOf([curve, longer]), horizonOf([])]).toEqual([30, 90, 90, 1]);
  });

  test('steps on the days on which files leave, and begins whole', () => {
    expect(pointsOfCurve(curve).map(({ day, survival }) => [day, survival])).toEqual([
      [0, 1],
      [5, 0.7],
      [30, 0.35],
      [30, 0.35],
    ]);
    const few = { ...curve, steps: { ...curve.steps, atRisk: [8, 6, 4, 1] } };
    expect(pointsOfCurve(few).map(({ day, survival }) => [day, survival])).toEqual([
      [0, 1],
      [5, 0.7],
      [30, 0.35],
      [60, 0.35],
    ]);
  });

  test('tells between two days what holds until the next', () => {
    expect(standingAt(curve, 0)).toEqual({ atRisk: 20, survival: 1, low: null, high: null });
    expect(standingAt(curve, 5)).toEqual({ atRisk: 20, survival: 0.7, low: 0.5, high: 0.9 });
    expect(standingAt(curve, 6)).toMatchObject({ atRisk: 12, survival: 0.7 });
    expect(standingAt(curve, 61)).toMatchObject({ atRisk: 0, survival: 0.35 });
  });

  test('has at most ten marks, in round numbers of days, the first at receipt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6000 }), (horizon) => {
        const ticks = ticksOf(horizon);
        expect(ticks[0]).toBe(0);
        expect(ticks.length).toBeLessThanOrEqual(10);
        expect(ticks.at(-1)).toBeLessThanOrEqual(horizon);
        expect(ticks.length).toBeGreaterThan(1);
      }),
    );
  });
});

describe('the day asked about', () => {
  const now = '2026-11-24' as CivilDate;

  test('is today or the end of a month that is over', () => {
    expect(asOfChoices('2026-11' as Month, 3, now)).toEqual([now, '2026-10-31', '2026-09-30']);
    expect(asOfChoices('2026-10' as Month, 2, now)).toEqual([now, '2026-10-31', '2026-09-30']);
  });

  test('falls back on today once it is out of view', () => {
    const choices = asOfChoices('2026-11' as Month, 3, now);
    expect(asOfWithin('2026-09-30' as CivilDate, choices, now)).toBe('2026-09-30');
    expect(asOfWithin('2026-01-31' as CivilDate, choices, now)).toBe(now);
    expect(asOfWithin(null, choices, now)).toBe(now);
  });
});

describe('the flow', () => {
  const flow: Flow = {
    months: ['2026-01', '2026-02', '2026-03', '2026-04'] as Month[],
    received: [10, 8, null, 4],
    closed: [4, 6, 5, 3],
    reclassified: [-1, 0, 0, 0],
    staff: { units: [], fte: [2, null, 2, 0], closed: [4, 6, 5, 3] },
    covered: [],
    missing: [],
    ruleChanges: [],
  };

  test('changes the backlog by what came in, less what was closed, and what was reclassified', () => {
    expect(netOf(flow)).toEqual([5, 2, null, 1]);
  });

  test('has no rate where staff is not known or nobody was in post', () => {
    expect(closedPerFte(flow)).toEqual([2, null, 2.5, null]);
    expect(closedPerFte({ ...flow, staff: null })).toEqual([null, null, null, null]);
    expect(meanRate(flow)).toEqual({ rate: 12 / 4, months: 3 });
    expect(meanRate({ ...flow, staff: null })).toBeNull();
  });

  test('ends with the last month that is over', () => {
    expect(lastWholeMonth('2026-11' as Month, '2026-11' as Month)).toBe('2026-10');
    expect(lastWholeMonth('2026-09' as Month, '2026-11' as Month)).toBe('2026-09');
  });
});
