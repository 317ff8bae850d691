import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentedDesign } from '../../../db/estimator/interrupted/design.ts';
import { testNested } from '../../../db/estimator/interrupted/nestedTest.ts';
import {
  covarianceOf,
  fitQuasiPoisson,
  pearsonResiduals,
  type Design,
  type QuasiPoissonFit,
} from '../../../db/estimator/interrupted/quasiPoisson.ts';

function fitted(y: readonly number[], design: Design, offset: readonly number[]): QuasiPoissonFit {
  const fit = fitQuasiPoisson(y, design, offset);
  if (fit.status === 'failed') throw new Error(fit.reason);
  return fit;
}

const zeros = (length: number): number[] => Array<number>(length).fill(0);
/** The rule by which the fit stops leaves its weights, and what is made of them, this near to their limit. */
const ofStopping = 1e-4;
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('the quasi-Poisson fit', () => {
  it('is the logarithm of the rate, with its variance, where there is an intercept alone', () => {
    const y = [3, 0, 7, 5, 4];
    const exposure = [1, 2, 3, 1.5, 0.5];
    const fit = fitted(
      y,
      y.map(() => [1]),
      exposure.map(Math.log),
    );
    const rate = total(y) / total(exposure);
    const psi = total(y.map((count, i) => (count - rate * exposure[i]!) ** 2 / (rate * exposure[i]!))) / 4;
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(rate), 10);
    expect(Math.abs(fit.dispersion / psi - 1)).toBeLessThan(ofStopping);
    expect(Math.abs((covarianceOf(fit)[0]![0]! * total(y)) / psi - 1)).toBeLessThan(ofStopping);
    expect(fit.degreesOfFreedom).toBe(4);
  });

  it('gives the logarithm of the ratio of two means to a step', () => {
    const fit = fitted(
      [10, 14, 12, 20, 28],
      [
        [1, 0],
        [1, 0],
        [1, 0],
        [1, 1],
        [1, 1],
      ],
      zeros(5),
    );
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(12), 10);
    expect(fit.coefficients[1]).toBeCloseTo(Math.log(2), 10);
    const variance = covarianceOf(fit)[1]![1]! / fit.dispersion;
    expect(variance).toBeCloseTo(1 / 36 + 1 / 48, 8);
  });

  it('finds coefficients that made the means exactly, with nothing left over', () => {
    const { design } = segmentedDesign(30, {
      trend: Array.from({ length: 30 }, (_, t) => 2000 + t / 12),
      step: Array.from({ length: 30 }, (_, t) => (t >= 18 ? 1 : 0)),
      slopeChange: null,
      season: { position: Array.from({ length: 30 }, (_, t) => t), period: 12, harmonics: 2 },
    });
    const truth = [-95, 0.05, -0.3, 0.2, -0.1, 0.07, 0.02];
    const offset = Array.from({ length: 30 }, (_, t) => Math.log(5 + (t % 7)));
    const y = design.map((row, i) => Math.exp(offset[i]! + total(row.map((value, j) => value * truth[j]!))));
    const fit = fitted(y, design, offset);
    fit.coefficients.slice(1).forEach((value, j) => {
      expect(value).toBeCloseTo(truth[j + 1]!, 8);
    });
    expect(fit.deviance).toBeCloseTo(0, 9);
    expect(fit.dispersion).toBeCloseTo(0, 9);
  });

  it('leaves residuals at right angles to the design, and changes with the unit of a column as it must', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(counts, fc.double({ min: 0.01, max: 100, noNaN: true }), (y, unit) => {
        const design = y.map((_, t) => [1, t, t >= 8 ? 1 : 0]);
        const fit = fitted(y, design, zeros(14));
        for (let j = 0; j < 3; j += 1)
          expect(Math.abs(total(design.map((row, i) => row[j]! * (y[i]! - fit.fitted[i]!))))).toBeLessThan(
            1e-4 * total(y) * 14,
          );
        const rescaled = fitted(
          y,
          design.map(([one, t, step]) => [one!, t! * unit, step!]),
          zeros(14),
        );
        expect(rescaled.coefficients[1]! * unit).toBeCloseTo(fit.coefficients[1]!, 8);
        expect(rescaled.dispersion).toBeCloseTo(fit.dispersion, 6);
      }),
      { numRuns: 100, seed: 8 },
    );
  });

  it('has Pearson residuals whose squares add up to the dispersion', () => {
    const y = [4, 9, 2, 12, 7, 7];
    const fit = fitted(
      y,
      y.map((_, t) => [1, t]),
      zeros(6),
    );
    const squares = total(pearsonResiduals(fit, y).map((value) => value * value));
    expect(Math.abs(squares / 4 / fit.dispersion - 1)).toBeLessThan(ofStopping);
  });

  it('says why there is none', () => {
    const reason = (y: number[], design: Design) => fitQuasiPoisson(y, design, zeros(y.length));
    const failed = (because: string) => ({ status: 'failed', reason: because });
    expect(reason([], [])).toEqual(failed('too_few_rows'));
    expect(
      reason(
        [3, 4],
        [
          [1, 0],
          [1, 1],
        ],
      ),
    ).toEqual(failed('too_few_rows'));
    expect(
      reason(
        [3, 4, 5, 6],
        [
          [1, 2, 3],
          [1, 4, 5],
          [1, 0, 1],
          [1, 7, 8],
        ],
      ),
    ).toEqual(failed('collinear'));
    expect(
      reason(
        [3, 4, 5],
        [
          [1, 0],
          [1, 0],
          [1, 0],
        ],
      ),
    ).toEqual(failed('collinear'));
    expect(reason([0, 0, 0], [[1], [1], [1]])).toEqual(failed('did_not_converge'));
    // Nothing was counted after the step: its ratio is 0, minus infinity in logarithms.
    expect(
      reason(
        [3, 4, 5, 0, 0],
        [
          [1, 0],
          [1, 0],
          [1, 0],
          [1, 1],
          [1, 1],
        ],
      ),
    ).toEqual(failed('did_not_converge'));
  });

  it('refuses what is no data', () => {
    const one = [[1], [1], [1]];
    expect(() => fitQuasiPoisson([1, -1, 2], one, zeros(3))).toThrow(RangeError);
    expect(() => fitQuasiPoisson([1, NaN, 2], one, zeros(3))).toThrow(RangeError);
    expect(() => fitQuasiPoisson([1, 2, 3], one, [0, -Infinity, 0])).toThrow(RangeError);
    expect(() => fitQuasiPoisson([1, 2, 3], [[1], [1, 2], [1]], zeros(3))).toThrow(RangeError);
    expect(() => fitQuasiPoisson([1, 2, 3], one, zeros(2))).toThrow(RangeError);
  });
});

describe('the segmented design', () => {
  it('has the columns that are asked for, in order', () => {
    const season = { position: [3, 6], period: 12, harmonics: 2 };
    const { terms, design } = segmentedDesign(2, { trend: [7, 8], step: [0, 1], slopeChange: [0, 4], season });
    expect(terms).toEqual(['intercept', 'trend', 'step', 'slopeChange', 'sin1', 'cos1', 'sin2', 'cos2']);
    const marchAndJune = [
      [1, 7, 0, 0, 1, 0, 0, -1],
      [1, 8, 1, 4, 0, -1, 0, 1],
    ];
    marchAndJune.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(design[i]![j]).toBeCloseTo(value, 15);
      });
    });
    expect(segmentedDesign(2, { trend: null, step: null, slopeChange: null, season: null }).design).toEqual([[1], [1]]);
  });
});

describe('the F test of nested models', () => {
  const y = [10, 14, 12, 20, 28, 15];
  const larger = fitted(
    y,
    y.map((_, i) => [1, i >= 3 ? 1 : 0]),
    zeros(6),
  );
  const smaller = fitted(
    y,
    y.map(() => [1]),
    zeros(6),
  );

  it('is the drop in deviance over the dispersion of the larger model', () => {
    const deviance = 2 * (36 * Math.log(12 / 16.5) + 63 * Math.log(21 / 16.5));
    const { f, degreesOfFreedom, p } = testNested(smaller, larger);
    expect(f).toBeCloseTo(deviance / larger.dispersion, 8);
    expect(degreesOfFreedom).toEqual([1, 4]);
    // Student's t with 4 degrees of freedom in closed form, at t^2 = F.
    const s = Math.sqrt(f / (f + 4));
    expect(p).toBeCloseTo(1 - 1.5 * (s - s ** 3 / 3), 12);
  });

  it('refuses models in the wrong order', () => {
    expect(() => testNested(larger, smaller)).toThrow(RangeError);
  });
});
