import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../../db/estimator/distributions.ts';
import { gammaFactor, gammaSpread, poissonQuantile } from '../../../../db/estimator/planning/counts.ts';

const chance = fc.integer({ min: 0, max: 65_535 }).map((number) => (number + 0.5) / 65_536);
const poisson = (mean: number, u: number): number => poissonQuantile(mean, u, normalQuantile(u));

/** Mean and variance over equally likely chances. */
function moments(draw: (u: number) => number): { mean: number; variance: number } {
  const values = Array.from({ length: 20_000 }, (_, k) => draw((k + 0.5) / 20_000));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}

describe('counts drawn by a chance', () => {
  it('follow the normal quantiles of the tables', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232, 5);
    expect(normalQuantile(1e-12)).toBeCloseTo(-7.034484, 4);
  });

  it.each([0.2, 3, 7.9, 8.1, 20, 300])('have mean and variance %s where the law is Poisson', (expected) => {
    const { mean, variance } = moments((u) => poisson(expected, u));
    expect(Math.abs(mean / expected - 1)).toBeLessThan(0.01);
    expect(Math.abs(variance / expected - 1)).toBeLessThan(0.03);
  });

  it.each([2, 8, 30])('have mean 1 and variance one over %s where a factor is gamma', (shape) => {
    const { mean, variance } = moments((u) => gammaFactor(gammaSpread(shape), normalQuantile(u)));
    expect(mean).toBeCloseTo(1, 2);
    expect(Math.abs(variance * shape - 1)).toBeLessThan(0.05);
  });

  it('are whole, never below 0, and never fall much as the mean rises', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 500, noNaN: true }), chance, (mean, u) => {
        const count = poisson(mean, u);
        expect(Number.isInteger(count) && count >= 0).toBe(true);
        // The two ways of reading a quantile may differ by one file where they meet.
        expect(poisson(mean * 1.1 + 1, u)).toBeGreaterThanOrEqual(count - 1);
      }),
    );
  });
});
