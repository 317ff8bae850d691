import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, medianOf, type SurvivalCurve } from '../../../../db/estimator/survival/kaplanMeier.ts';
import { atRiskOf, lifeTable, pooledTable, type Observation } from '../../../../db/estimator/survival/lifeTable.ts';
import { logRank } from '../../../../db/estimator/survival/logRank.ts';

/** Weeks of remission of children with acute leukaemia; a plus marks a child still in remission (Freireich et al. 1963). */
const mercaptopurine = read('6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+');
const placebo = read('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23');

function read(weeks: string): readonly Observation[] {
  return weeks.split(' ').map((week) => ({ time: Number.parseInt(week), event: !week.endsWith('+') }));
}

function rowAt(curve: SurvivalCurve, time: number) {
  const index = curve.times.indexOf(time);
  const { atRisk, survival, standardError, low, high } = curve;
  return [atRisk, survival, standardError, low, high].map((column) => column[index]!);
}

describe('the remission times of Freireich', () => {
  const curve = kaplanMeier(lifeTable(mercaptopurine));

  // The table printed by Kleinbaum and Klein (Survival Analysis) and by SAS PROC LIFETEST, to the digits printed.
  it.each([
    [6, 21, 0.8571, 0.0764, 0.6197, 0.9516],
    [7, 17, 0.8067, 0.0869, 0.5631, 0.9228],
    [10, 15, 0.7529, 0.0963, 0.5032, 0.8894],
    [13, 12, 0.6902, 0.1068, 0.4316, 0.8491],
    [16, 11, 0.6275, 0.1141, 0.3675, 0.8049],
    [22, 7, 0.5378, 0.1282, 0.2678, 0.7468],
    [23, 6, 0.4482, 0.1346, 0.1881, 0.6801],
  ])('week %i: %i at risk, share %f', (week, ...printed) => {
    const row = rowAt(curve, week);
    for (const [index, value] of printed.entries()) expect(row[index]).toBeCloseTo(value, 4);
  });

  it('have these medians, the first without an upper limit', () => {
    expect(medianOf(curve)).toEqual({ value: 23, low: 13, high: null });
    expect(medianOf(kaplanMeier(lifeTable(placebo)))).toEqual({ value: 8, low: 4, high: 11 });
  });

  it('differ by a log-rank chi-square of 16.79', () => {
    const test = logRank(lifeTable(mercaptopurine), lifeTable(placebo))!;
    expect(test.chiSquare).toBeCloseTo(16.793, 3);
    expect(test.pValue).toBeCloseTo(0.0000417, 7);
    expect([test.observed, test.expected]).toEqual([9, expect.closeTo(19.25, 2) as number]);
  });
});

const observations = fc.array(fc.record({ time: fc.nat(40), event: fc.boolean() }), { minLength: 1, maxLength: 60 });

describe('tables of several groups pooled', () => {
  it('are the table of all of them', () => {
    fc.assert(
      fc.property(fc.array(observations, { maxLength: 4 }), (groups) => {
        expect(pooledTable(groups.map((each) => lifeTable(each)))).toEqual(lifeTable(groups.flat()));
      }),
    );
  });
});

describe('the estimate', () => {
  it('is the share still to come where all events are seen, with the binomial standard error', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 50 }), (times) => {
        const curve = kaplanMeier(lifeTable(times.map((time) => ({ time, event: true }))));
        for (const [index, time] of curve.times.entries()) {
          const share = times.filter((each) => each > time).length / times.length;
          expect(curve.survival[index]).toBeCloseTo(share, 10);
          const error = Math.sqrt((share * (1 - share)) / times.length);
          expect(curve.standardError[index] ?? 0).toBeCloseTo(error, 10);
        }
      }),
    );
  });

  it('never rises, and lies between its limits', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const { survival, low, high, atRisk } = kaplanMeier(lifeTable(all));
        expect(atRisk[0]).toBe(all.length);
        for (const [index, share] of survival.entries()) {
          expect(share).toBeLessThanOrEqual(survival[index - 1] ?? 1);
          expect(low[index] ?? share).toBeLessThanOrEqual(share);
          expect(high[index] ?? share).toBeGreaterThanOrEqual(share);
        }
      }),
    );
  });

  it('is one throughout, without limits or median, where nothing has happened', () => {
    const curve = kaplanMeier(lifeTable(read('3+ 5+ 9+')));
    expect(curve.survival).toEqual([1, 1, 1]);
    expect(curve.low).toEqual([null, null, null]);
    expect(medianOf(curve)).toEqual({ value: null, low: null, high: null });
  });

  it('counts subjects at risk from the tables of single observations', () => {
    const table = lifeTable(read('5+ 2 2 5 9'));
    expect(table).toEqual({ times: [2, 5, 9], events: [2, 1, 1], censored: [0, 1, 0] });
    expect(atRiskOf(table)).toEqual([5, 3, 1]);
  });

  it('refuses a time that cannot be', () => {
    expect(() => lifeTable([{ time: -1, event: true }])).toThrow(RangeError);
    expect(() => lifeTable([{ time: NaN, event: true }])).toThrow(RangeError);
  });
});

describe('the log-rank test', () => {
  it('does not depend on the order of the groups, and finds nothing between a group and itself', () => {
    fc.assert(
      fc.property(observations, observations, (a, b) => {
        const [first, second] = [lifeTable(a), lifeTable(b)];
        const [there, back] = [logRank(first, second), logRank(second, first)];
        expect(there?.chiSquare ?? -1).toBeCloseTo(back?.chiSquare ?? -1, 8);
        expect(logRank(first, first)?.chiSquare ?? 0).toBeCloseTo(0, 10);
      }),
    );
  });

  it('is null where both groups were never at risk of an event together', () => {
    expect(logRank(lifeTable(read('1+ 2+')), lifeTable(read('3+ 4+')))).toBeNull();
    expect(logRank(lifeTable(read('1+ 2+')), lifeTable(read('3 4')))).toBeNull();
  });
});
