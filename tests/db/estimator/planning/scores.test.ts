import { describe, expect, it } from 'vitest';
import { covers, crps, simpleForecast } from '../../../../db/estimator/planning/scores.ts';

describe('the score of a forecast', () => {
  it('is the absolute error of a single value', () => {
    expect(crps([7], 10)).toBe(3);
    expect(crps([7], 7)).toBe(0);
  });

  it("is E|X - y| - E|X - X'| / 2, counted by hand", () => {
    // |1-2|, |2-2|, |6-2|: mean 5/3. Pairs: 2 (1 + 5 + 4) / 9 = 20/9, of which the half is 10/9.
    expect(crps([6, 1, 2], 2)).toBeCloseTo(5 / 3 - 10 / 9, 12);
    // |0-10|, |4-10|: mean 8. Pairs: 2 x 4 / 4 = 2, of which the half is 1.
    expect(crps([4, 0], 10)).toBeCloseTo(7, 12);
  });
});

describe('whether an interval holds what came', () => {
  // Of 0, 10 ... 100 the quantile at 0.1 is 10, at 0.25 it is 25 and at 0.025 it is 2.5.
  const draws = [100, 0, 50, 10, 20, 30, 40, 60, 70, 80, 90];

  it.each([
    [10, 0.8, true],
    [9.9, 0.8, false],
    [90, 0.8, true],
    [90.1, 0.8, false],
    [25, 0.5, true],
    [24.9, 0.5, false],
    [2.6, 0.95, true],
    [2.4, 0.95, false],
    [97.6, 0.95, false],
  ])('takes %s with share %s for %s', (actual, share, inside) => {
    expect(covers(draws, actual, share)).toBe(inside);
  });
});

describe('a simple forecast', () => {
  it('is the value alone where few errors are known', () => {
    expect(simpleForecast([5, 6, 9], 1, 1)).toEqual([9]);
    expect(simpleForecast([5, 6, 9], 2, 2)).toEqual([9]);
  });

  it('spreads the last value by the steps that came before it, never below zero', () => {
    const steps = [1, -2, 3, 1, 1, -1, 2, 0, 1, -3, -2, -1, -1];
    const series = steps.reduce<number[]>((all, step) => [...all, all[all.length - 1]! + step], [2]);
    // 2 3 1 4 5 6 5 7 7 8 5 3 2 1: one month ahead of 1, each step of the past.
    expect(series.at(-1)).toBe(1);
    expect(simpleForecast(series, 1, 1)).toEqual([2, 0, 4, 2, 2, 0, 3, 1, 2, 0, 0, 0, 0]);
  });

  it('reads the same month of the year before', () => {
    const series = Array.from({ length: 36 }, (_, t) => 100 + 10 * Math.floor(t / 12) + (t % 12));
    // Six months after the last is month 5 of a year, which was 125; each year was 10 files more than the one before.
    expect(simpleForecast(series, 6, 12)).toEqual(Array.from({ length: 24 }, () => 135));
  });

  it('passes over months that are not known, and has nothing to say where the value itself is not', () => {
    const series = [1, null, 2, ...Array.from({ length: 12 }, () => 2)];
    expect(simpleForecast(series, 1, 1)).toEqual(Array.from({ length: 12 }, () => 2));
    expect(simpleForecast([1, 2, null], 1, 1)).toBeNull();
  });
});
