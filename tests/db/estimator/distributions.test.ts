import { describe, expect, it } from 'vitest';
import {
  betaCdf,
  gammaCdf,
  gammaQuantile,
  logFactorial,
  logGamma,
  negativeBinomialCdf,
  negativeBinomialLogPmf,
} from '../../../db/estimator/distributions.ts';

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

describe('beta distribution', () => {
  it('is x^a for b = 1, uniform for a = b = 1, and the arcsine law for a = b = 1/2', () => {
    for (const x of [0.001, 0.2, 0.5, 0.77, 0.999]) {
      expect(betaCdf(x, 3.5, 1)).toBeCloseTo(x ** 3.5, 14);
      expect(betaCdf(x, 1, 1)).toBeCloseTo(x, 14);
      expect(betaCdf(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 13);
    }
    expect(betaCdf(0, 2, 3)).toBe(0);
    expect(betaCdf(1, 2, 3)).toBe(1);
  });

  it('is the upper tail of a binomial for whole parameters, and symmetric', () => {
    const trials = 40;
    const atLeast = (k: number, p: number): number => {
      let total = 0;
      for (let j = k; j <= trials; j += 1)
        total += Math.exp(
          logFactorial(trials) -
            logFactorial(j) -
            logFactorial(trials - j) +
            j * Math.log(p) +
            (trials - j) * Math.log1p(-p),
        );
      return total;
    };
    for (const p of [0.05, 0.3, 0.6])
      for (const k of [1, 12, 39]) expect(betaCdf(p, k, trials - k + 1)).toBeCloseTo(atLeast(k, p), 12);
    for (const x of [0.03, 0.4, 0.9]) expect(betaCdf(x, 120, 7.5)).toBeCloseTo(1 - betaCdf(1 - x, 7.5, 120), 13);
  });

  it('gives the tails of Student and Fisher: t with 1 and 2 degrees of freedom, F with 2 and d', () => {
    const twoSided = (t: number, d: number): number => betaCdf(d / (d + t * t), d / 2, 0.5);
    for (const t of [0.1, 1, 12.7]) {
      expect(twoSided(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 13);
      expect(twoSided(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 13);
      expect(betaCdf(9 / (9 + 2 * t), 4.5, 1)).toBeCloseTo((1 + (2 * t) / 9) ** -4.5, 14);
    }
  });

  it('refuses a parameter that is not positive', () => {
    expect(() => betaCdf(0.5, 0, 1)).toThrow(RangeError);
    expect(() => betaCdf(0.5, 1, -2)).toThrow(RangeError);
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
