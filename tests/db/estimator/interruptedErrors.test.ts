import { describe, expect, it } from 'vitest';
import { drawCounts, expectedTotal } from '../../../db/estimator/interrupted/counterfactual.ts';
import {
  covarianceOf,
  fitQuasiPoisson,
  type Design,
  type QuasiPoissonFit,
} from '../../../db/estimator/interrupted/quasiPoisson.ts';
import {
  autocorrelations,
  neweyWestErrors,
  residualAutocorrelations,
} from '../../../db/estimator/interrupted/serial.ts';
import { createRandom } from '../../../db/estimator/random.ts';

function fitted(y: readonly number[], design: Design, offset: readonly number[]): QuasiPoissonFit {
  const fit = fitQuasiPoisson(y, design, offset);
  if (fit.status === 'failed') throw new Error(fit.reason);
  return fit;
}

const y = [12, 20, 9, 14, 25, 16, 8, 19];
const zeros = y.map(() => 0);
const intercept = y.map(() => [1]);
const positions = y.map((_, i) => i);

describe('autocorrelations', () => {
  it('are sums of products over the sum of squares', () => {
    const [first, second] = autocorrelations([1, 2, 4, 1], 2);
    // Around the mean of 2: -1, 0, 2, -1.
    expect(first).toBeCloseTo((0 + 0 - 2) / 6, 14);
    expect(second).toBeCloseTo((-2 + 0) / 6, 14);
  });

  it('leave out the pairs of a missing value', () => {
    const [first, second] = autocorrelations([1, 2, null, 4, 1], 2);
    expect(first).toBeCloseTo((0 - 2) / 3 / (6 / 4), 14);
    expect(second).toBeCloseTo(0 / 3 / (6 / 4), 14);
    expect(autocorrelations([1, null, null, 4], 2)).toEqual([null, null]);
    expect(autocorrelations([3, 3, 3], 1)).toEqual([null]);
  });
});

describe('autocorrelations of residuals', () => {
  it('are those of the Pearson residuals in their places', () => {
    const fit = fitted(y, intercept, zeros);
    const scaled = y.map((count) => (count - 123 / 8) / Math.sqrt(123 / 8));
    const near = (found: readonly (number | null)[], wanted: readonly (number | null)[]): void => {
      expect(found.map((value) => value?.toFixed(6))).toEqual(wanted.map((value) => value?.toFixed(6)));
    };
    near(residualAutocorrelations(fit, y, positions, 3), autocorrelations(scaled, 3));
    const gap = positions.map((position) => (position < 4 ? 30 + position : 31 + position));
    const parted = [...scaled.slice(0, 4), null, ...scaled.slice(4)];
    near(residualAutocorrelations(fit, y, gap, 3), autocorrelations(parted, 3));
    const [short, long] = [9, 1e15].map((far) =>
      positions.map((position) => (position < 4 ? position : far + position)),
    );
    near(residualAutocorrelations(fit, y, long!, 3), residualAutocorrelations(fit, y, short!, 3));
  });
});

describe('Newey-West errors', () => {
  const mean = 123 / 8;
  const excess = y.map((count) => count - mean);
  const products = (lag: number): number =>
    excess.reduce((total, value, i) => total + (i >= lag ? value * excess[i - lag]! : 0), 0);

  it('are the weighted autocovariances of the scores', () => {
    const fit = fitted(y, intercept, zeros);
    const [plain] = neweyWestErrors(fit, y, intercept, positions, 0);
    const [lagged] = neweyWestErrors(fit, y, intercept, positions, 3);
    expect(plain).toBeCloseTo(Math.sqrt(products(0)) / 123, 6);
    const weighted = products(0) + 1.5 * products(1) + products(2) + 0.5 * products(3);
    expect(lagged).toBeCloseTo(Math.sqrt(weighted) / 123, 6);
  });

  it('see no neighbours across a gap', () => {
    const fit = fitted(y, intercept, zeros);
    const apart = positions.map((position) => 10 * position);
    expect(neweyWestErrors(fit, y, intercept, apart, 3)).toEqual(neweyWestErrors(fit, y, intercept, positions, 0));
  });
});

describe('the expected total', () => {
  it('of the rows that were fitted is what was counted', () => {
    const design = y.map((_, t) => [1, t]);
    expect(expectedTotal(fitted(y, design, zeros), design, zeros).total).toBeCloseTo(123, 6);
  });

  it('carries the error of a rate to another exposure', () => {
    const fit = fitted(y, intercept, zeros);
    const { total, standardError } = expectedTotal(fit, [[1], [1]], [Math.log(2), Math.log(3)]);
    expect(total).toBeCloseTo((5 * 123) / 8, 8);
    expect(standardError).toBeCloseTo(((5 * 123) / 8) * Math.sqrt(fit.dispersion / 123), 4);
    expect(standardError / total).toBeCloseTo(Math.sqrt(covarianceOf(fit)[0]![0]!), 12);
  });
});

describe('drawn counts', () => {
  const draws = 20_000;
  const moments = (values: readonly number[]): { mean: number; variance: number } => {
    const mean = values.reduce((total, value) => total + value, 0) / values.length;
    return { mean, variance: values.reduce((total, value) => total + (value - mean) ** 2, 0) / (values.length - 1) };
  };

  it('have the mean and variance of a log-normal mean with counts spread around it', () => {
    const fit = fitted(y, intercept, zeros);
    const { count: draw } = drawCounts(fit, [[1]], [Math.log(4)], createRandom(11, 'draws'), draws);
    const { mean, variance } = moments(Array.from({ length: draws }, (_, d) => draw(0, d)));
    const error = covarianceOf(fit)[0]![0]!;
    const expected = (4 * 123 * Math.exp(error / 2)) / 8;
    const spread = expected * fit.dispersion + expected ** 2 * (Math.exp(error) - 1);
    expect(fit.dispersion).toBeGreaterThan(1.5);
    // Five standard errors of a mean and of a variance.
    expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(spread / draws));
    expect(Math.abs(variance / spread - 1)).toBeLessThan(5 * Math.sqrt(3 / draws));
  });

  it('share the coefficients of a draw over all rows', () => {
    const fit = { ...fitted(y, intercept, zeros), dispersion: 1, root: [[0.8]] };
    const { count: draw } = drawCounts(fit, [[1], [1]], [5, 5], createRandom(12, 'draws'), 2000);
    const pairs = Array.from({ length: 2000 }, (_, d) => [Math.log(draw(0, d) + 0.5), Math.log(draw(1, d) + 0.5)]);
    const differences = moments(pairs.map(([one, other]) => one! - other!));
    expect(differences.variance).toBeLessThan(0.05);
    expect(moments(pairs.map(([one]) => one!)).variance).toBeGreaterThan(0.5);
  });

  it('are no tighter than Poisson where the data were, and the same for the same seed', () => {
    const even = [10, 10, 10, 10, 11];
    const fit = fitted(
      even,
      even.map(() => [1]),
      even.map(() => 0),
    );
    const sample = (): number[] => {
      const { count: draw } = drawCounts(fit, [[1]], [0], createRandom(13, 'draws'), draws);
      return Array.from({ length: draws }, (_, d) => draw(0, d));
    };
    const values = sample();
    expect(fit.dispersion).toBeLessThan(0.05);
    expect(moments(values).variance).toBeGreaterThan(10.2);
    expect(sample()).toEqual(values);
  });

  it('survive a projection that runs off, in both directions', () => {
    const fit = fitted(y, intercept, zeros);
    const { count: draw } = drawCounts(fit, [[1], [1]], [900, -900], createRandom(14, 'draws'), 1);
    expect(draw(0, 0)).toBeLessThan(1e13);
    expect(draw(1, 0)).toBe(0);
    expect(() => draw(2, 0)).toThrow(RangeError);
    expect(() => draw(0, 1)).toThrow(RangeError);
  });
});
