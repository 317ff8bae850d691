import { describe, expect, it } from 'vitest';
import {
  gammaCdf,
  gammaQuantile,
  logFactorial,
  logGamma,
  negativeBinomialCdf,
  negativeBinomialLogPmf,
} from '../../../db/analysis/distributions.ts';

describe('log gamma', () => {
  it('agrees with closed forms', () => {
    expect(logGamma(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI), 14);
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(Math.exp(logGamma(11))).toBeCloseTo(3_628_800, 5);
    expect(logFactorial(1500) - logFactorial(1499)).toBeCloseTo(Math.log(1500), 9);
    expect(logFactorial(1023)).toBeCloseTo(logGamma(1024), 9);
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});

describe('gamma distribution', () => {
  it('is the exponential law for shape 1 and the tail of a Poisson for a whole shape', () => {
    expect(gammaCdf(2, 1, 0.7)).toBeCloseTo(1 - Math.exp(-1.4), 14);
    expect(gammaCdf(4, 6, 1.5)).toBeCloseTo(1 - negativeBinomialCdf(5, 6, Infinity), 13);
    expect(gammaCdf(20, 6, 1.5)).toBeCloseTo(1 - negativeBinomialCdf(5, 30, Infinity), 13);
    expect(gammaCdf(0, 3, 1)).toBe(0);
  });

  it.each([0.01, 0.5, 0.99])('has quantiles that invert it, level %d', (level) => {
    for (const shape of [0.3, 1, 45, 800])
      expect(gammaCdf(gammaQuantile(level, shape, 2), shape, 2)).toBeCloseTo(level, 12);
  });
});

describe('negative binomial distribution', () => {
  it('sums to one and has its mean', () => {
    let total = 0;
    let mean = 0;
    for (let k = 0; k < 600; k += 1) {
      const probability = Math.exp(negativeBinomialLogPmf(k, 12.5, 3));
      total += probability;
      mean += k * probability;
    }
    expect(total).toBeCloseTo(1, 12);
    expect(mean).toBeCloseTo(12.5, 10);
    expect(negativeBinomialLogPmf(0, 0, 3)).toBe(0);
    expect(negativeBinomialLogPmf(1, 0, 3)).toBe(-Infinity);
    expect(negativeBinomialCdf(-1, 4, 3)).toBe(0);
  });
});
