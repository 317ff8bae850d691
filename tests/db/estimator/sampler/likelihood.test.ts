import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  logFactorial,
  logGamma,
  negativeBinomialCdf,
  negativeBinomialLogPmf,
} from '../../../../db/estimator/distributions.ts';
import {
  censoredTerm,
  countsExceeding,
  countTerm,
  observe,
  sizeTerm,
  type Term,
} from '../../../../db/estimator/sampler/likelihood.ts';

const count = fc.integer({ min: 0, max: 60 });
const mean = fc.double({ min: 0.05, max: 80, noNaN: true });
const size = fc.double({ min: 0.5, max: 60, noNaN: true });
const runs = { numRuns: 300, seed: 41 };

function termOf(censored: 0 | 1, k: number, at: number, phi: number): Term {
  const out = { value: Number.NaN, slope: Number.NaN, curvature: Number.NaN };
  observe(k, censored, at, phi, out);
  if (censored === 0) out.value = countTerm(k, at, Math.log(at), phi);
  return out;
}

/** Slope and curvature in the log of the mean must be those of the value, by central differences. */
function expectDerivatives(censored: 0 | 1, k: number, at: number, phi: number): void {
  const step = 1e-4;
  const now = termOf(censored, k, at, phi);
  const above = termOf(censored, k, at * Math.exp(step), phi);
  const below = termOf(censored, k, at * Math.exp(-step), phi);
  const slope = (above.value - below.value) / (2 * step);
  const curvature = -(above.slope - below.slope) / (2 * step);
  expect(Math.abs(now.slope - slope)).toBeLessThan(1e-5 * (1 + Math.abs(slope)));
  expect(Math.abs(now.curvature - curvature)).toBeLessThan(1e-5 * (1 + Math.abs(curvature)));
}

describe('what a month’s count says', () => {
  it('is the negative binomial law, once the parts without the mean are put back', () => {
    fc.assert(
      fc.property(count, mean, size, (k, at, phi) => {
        const rest = sizeTerm(countsExceeding(Float64Array.of(k), Uint8Array.of(0)), 1, phi) - logFactorial(k);
        const found = countTerm(k, at, Math.log(at), phi) + rest;
        expect(Math.abs(found - negativeBinomialLogPmf(k, at, phi))).toBeLessThan(1e-9 * (1 + Math.abs(found)));
      }),
      runs,
    );
  });

  it('has the slope and the curvature of its value', () => {
    fc.assert(
      fc.property(count, mean, size, (k, at, phi) => {
        expectDerivatives(0, k, at, phi);
      }),
      runs,
    );
  });
});

describe('what a month says in which work ran out', () => {
  it('is the probability of that count or more', () => {
    fc.assert(
      fc.property(count, mean, size, (k, at, phi) => {
        const survival = 1 - negativeBinomialCdf(k - 1, at, phi);
        // Where almost nothing is left of 1, the difference has lost its digits: the tail is added up below.
        fc.pre(survival > 1e-4);
        expect(Math.abs(termOf(1, k, at, phi).value - Math.log(survival))).toBeLessThan(1e-9);
      }),
      runs,
    );
  });

  it('is right far out in the tail too, to which a difference from 1 does not reach', () => {
    for (const [k, at, phi] of [
      [40, 4, 20],
      [60, 2, 5],
      [25, 0.5, 1],
    ] as const) {
      let tail = 0;
      for (let j = k; j < k + 2000; j += 1) tail += Math.exp(negativeBinomialLogPmf(j, at, phi));
      expect(tail).toBeLessThan(1e-6);
      expect(termOf(1, k, at, phi).value / Math.log(tail)).toBeCloseTo(1, 10);
    }
  });

  it('has the slope and the curvature of its value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), mean, size, (k, at, phi) => {
        // Far below the mean the month says nothing, and its curvature is kept above 0.
        fc.pre(negativeBinomialCdf(k - 1, at, phi) > 1e-4);
        expectDerivatives(1, k, at, phi);
      }),
      runs,
    );
  });

  it('says nothing where nothing was closed, and stays finite where it is all but impossible', () => {
    expect(termOf(1, 0, 5, 10)).toEqual({ value: 0, slope: 0, curvature: 0 });
    const out: Term = { value: 0, slope: 0, curvature: 0 };
    censoredTerm(5000, 0.001, 50, out);
    expect(Object.values(out).every(Number.isFinite)).toBe(true);
    expect(out.value).toBeLessThan(-600);
    censoredTerm(3, 1e6, 50, out);
    expect(out.value).toBeCloseTo(0, 12);
    expect(out.curvature).toBeGreaterThan(0);
  });

  it('goes over to its closed form without a jump, and takes no longer for a hundred thousand files', () => {
    for (const at of [300, 480, 520, 900]) {
      const [below, above] = [500, 501].map((k) => termOf(1, k, at, 8));
      const [far] = [502].map((k) => termOf(1, k, at, 8));
      // Second differences of a smooth function of the count are small.
      expect(Math.abs(far!.value - 2 * above!.value + below!.value)).toBeLessThan(2e-4);
      expectDerivatives(1, 700, at, 8);
    }
    const out: Term = { value: 0, slope: 0, curvature: 0 };
    censoredTerm(100_000, 90_000, 10, out);
    expect(out.value).toBeGreaterThan(Math.log(0.2));
    expect(out.value).toBeLessThan(Math.log(0.5));
  });
});

describe('what the size of the negative binomial alone contributes', () => {
  it('is the sum of log gammas over the months in which work was left', () => {
    const months = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.boolean()), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(months, size, (drawn, phi) => {
        const counts = Float64Array.from(drawn, ([k]) => k);
        const censored = Uint8Array.from(drawn, ([, isCensored]) => Number(isCensored));
        const left = drawn.flatMap(([k, isCensored]) => (isCensored ? [] : [k]));
        const expected = left.reduce((sum, k) => sum + logGamma(k + phi) - logGamma(phi) + phi * Math.log(phi), 0);
        const found = sizeTerm(countsExceeding(counts, censored), left.length, phi);
        expect(Math.abs(found - expected)).toBeLessThan(1e-10 * (1 + Math.abs(expected)));
      }),
      runs,
    );
  });

  it('is the same sum for counts too large to be added up one by one', () => {
    const counts = Float64Array.of(100_000, 3, 2001, 40);
    const profile = countsExceeding(counts, new Uint8Array(4));
    expect([profile.exceeding.length, profile.large.length]).toEqual([40, 2]);
    const expected = counts.reduce((sum, k) => sum + logGamma(k + 9) - logGamma(9) + 9 * Math.log(9), 0);
    expect(sizeTerm(profile, 4, 9) / expected).toBeCloseTo(1, 10);
  });
});
