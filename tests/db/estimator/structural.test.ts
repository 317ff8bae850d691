import { CholeskyDecomposition, determinant, inverse, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../db/estimator/random.ts';
import { createFilteredLevel, filterLevel } from '../../../db/estimator/structural/levelFilter.ts';
import {
  maximiseLikelihood,
  predictAfter,
  structuralLogLikelihood,
  type StructuralParameters,
} from '../../../db/estimator/structural/maximumLikelihood.ts';
import { drawLevel } from '../../../db/estimator/structural/sampler.ts';
import {
  checkSeries,
  modelSeries,
  type ModelledSeries,
  type StructuralSeries,
} from '../../../db/estimator/structural/series.ts';

/** A level that wanders around 5, twice one regressor, noise; two points missing, one of them the first. */
function wandering(length: number, before: number, truth: { level: number; observation: number }): StructuralSeries {
  const random = createRandom(11, 'wandering');
  const regressor = Array.from({ length }, () => random.normal());
  let level = 5;
  const outcome = regressor.map((value, t) => {
    level += truth.level * random.normal();
    return t === 0 || t === 6 ? null : level + 2 * value + truth.observation * random.normal();
  });
  return {
    outcome,
    regressors: [regressor],
    before: { first: 0, last: before - 1 },
    after: { first: before, last: length - 1 },
  };
}

function modelled(series: StructuralSeries): ModelledSeries {
  const model = modelSeries(series);
  if ('refusal' in model) throw new Error(model.refusal);
  return model;
}

/** Covariance of the levels at times 0, 1, ... with the first level's variance. */
function levelCovariance(length: number, first: number, level: number): Matrix {
  return new Matrix(
    Array.from({ length }, (_, s) => Array.from({ length }, (__, t) => first + level * Math.min(s, t))),
  );
}

const known = (values: Float64Array): number[] => [...values.keys()].filter((t) => !Number.isNaN(values[t]!));

/** Log-density of y after its first observation, from the joint normal law of all of them. */
function denseLogLikelihood({ outcome, regressors }: ModelledSeries, parameters: StructuralParameters): number {
  const { observation, level, coefficients } = parameters;
  const points = known(outcome);
  const residuals = points.map((t) => outcome[t]! - (coefficients[0] ?? 0) * (regressors[0]?.[t] ?? 0));
  const logDensity = (count: number): number => {
    const covariance = levelCovariance(outcome.length, 1e6, level).selection(
      points.slice(0, count),
      points.slice(0, count),
    );
    covariance.add(Matrix.eye(count).mul(observation));
    const factor = new CholeskyDecomposition(covariance);
    const value = Matrix.columnVector(residuals.slice(0, count));
    const logRoot = factor.lowerTriangularMatrix.diagonal().reduce((total, entry) => total + Math.log(entry), 0);
    return -0.5 * count * Math.log(2 * Math.PI) - logRoot - 0.5 * value.transpose().mmul(factor.solve(value)).get(0, 0);
  };
  return logDensity(points.length) - logDensity(1);
}

describe('the likelihood of the local level model', () => {
  const model = modelled(wandering(60, 50, { level: 0.3, observation: 1 }));

  it('is the joint normal density, missing points and the first observation left out', () => {
    for (const parameters of [
      { observation: 1, level: 0.1, coefficients: [2] },
      { observation: 0.2, level: 2, coefficients: [-1] },
    ]) {
      expect(structuralLogLikelihood(model, parameters)).toBeCloseTo(denseLogLikelihood(model, parameters), 6);
    }
  });

  it('is highest at the maximum found, in every direction', () => {
    const best = maximiseLikelihood(model);
    expect(structuralLogLikelihood(model, best)).toBeCloseTo(best.logLikelihood, 12);
    const { observation, level, coefficients } = best;
    for (const factor of [0.99, 1.01]) {
      for (const moved of [
        { observation: observation * factor, level, coefficients },
        { observation, level: level * factor, coefficients },
        { observation, level, coefficients: [coefficients[0]! * factor] },
      ]) {
        expect(structuralLogLikelihood(model, moved)).toBeLessThan(best.logLikelihood);
      }
    }
  });

  it('finds the truth in a long series', () => {
    const best = maximiseLikelihood(modelled(wandering(3000, 2990, { level: 0.3, observation: 1 })));
    expect(best.coefficients[0]).toBeCloseTo(2, 1);
    expect(Math.sqrt(best.observation)).toBeCloseTo(1, 1);
    expect(Math.sqrt(best.level)).toBeCloseTo(0.3, 1);
  });

  it('takes the smallest of the coefficients that serve as well when two regressors say the same', () => {
    const series = wandering(60, 50, { level: 0.3, observation: 1 });
    const [regressor] = series.regressors;
    const twice = maximiseLikelihood(modelled({ ...series, regressors: [regressor!, regressor!] }));
    const once = maximiseLikelihood(model);
    expect(twice.logLikelihood).toBeCloseTo(once.logLikelihood, 6);
    expect(twice.coefficients[0]).toBeCloseTo(once.coefficients[0]! / 2, 4);
  });

  it('stays finite where the regressor explains the outcome to the last', () => {
    const series = wandering(60, 50, { level: 0.3, observation: 1 });
    const outcome = series.regressors[0]!.map((value) => 7 + 3 * value);
    const best = maximiseLikelihood(modelled({ ...series, outcome }));
    expect(best.coefficients[0]).toBeCloseTo(3, 6);
    expect(best.observation).toBeLessThan(1e-6);
    expect(Number.isFinite(best.logLikelihood)).toBe(true);
  });

  it('predicts as the joint normal law does, the more widely the further on', () => {
    const parameters = { observation: 1, level: 0.1, coefficients: [2] };
    const points = known(model.outcome);
    const total = model.after.last + 1;
    const ahead = Array.from({ length: 10 }, (_, step) => model.after.first + step);
    const levels = levelCovariance(total, 1e6, 0.1);
    const factor = new CholeskyDecomposition(levels.selection(points, points).add(Matrix.eye(points.length)));
    const residuals = points.map((t) => model.outcome[t]! - 2 * model.regressors[0]![t]!);
    const across = levels.selection(ahead, points);
    const means = across.mmul(factor.solve(Matrix.columnVector(residuals)));
    const variances = levels.selection(ahead, ahead).sub(across.mmul(factor.solve(across.transpose())));
    predictAfter(model, parameters).forEach(({ mean, variance }, step) => {
      expect(mean).toBeCloseTo(means.get(step, 0) + 2 * model.regressors[0]![ahead[step]!]!, 4);
      expect(variance).toBeCloseTo(variances.get(step, step) + 1, 3);
    });
  });
});

describe('a draw of the levels', () => {
  it('has the mean and covariance of the levels given all values, forwards and backwards', () => {
    const values = Float64Array.from([1, NaN, -1, 0.5, 2, NaN]);
    const variances = { observation: 0.5, level: 0.3 };
    const points = known(values);
    const covariance = levelCovariance(6, 1, 0.3);
    const weights = covariance
      .subMatrixColumn(points)
      .mmul(inverse(covariance.selection(points, points).add(Matrix.eye(points.length).mul(0.5))));
    const departures = points.map((t) => values[t]! - 1);
    const expectedMean = weights.mmul(Matrix.columnVector(departures)).add(1);
    const expected = Matrix.sub(covariance, weights.mmul(covariance.subMatrixRow(points)));
    expect(determinant(expected)).toBeGreaterThan(0);

    const filtered = createFilteredLevel(6);
    filterLevel(values, { mean: 1, variance: 1 }, variances, filtered);
    const random = createRandom(3);
    const level = new Float64Array(6);
    const draws = Array.from({ length: 40_000 }, () => {
      drawLevel(filtered, variances.level, random, level);
      return [...level];
    });
    const sampled = new Matrix(draws);
    const means = sampled.mean('column');
    const products = sampled.transpose().mmul(sampled).div(draws.length);
    for (let s = 0; s < 6; s += 1) {
      expect(Math.abs(means[s]! - expectedMean.get(s, 0))).toBeLessThan(0.015);
      for (let t = 0; t < 6; t += 1) {
        expect(Math.abs(products.get(s, t) - means[s]! * means[t]! - expected.get(s, t))).toBeLessThan(0.02);
      }
    }
  });
});

describe('a series', () => {
  const series = wandering(20, 14, { level: 0.3, observation: 1 });
  const refusalOf = (changes: Partial<StructuralSeries>): string | null => {
    const model = modelSeries({ ...series, ...changes });
    return 'refusal' in model ? model.refusal : null;
  };

  it('begins at the first observed point, and never holds what came after', () => {
    const model = modelled(series);
    expect(model.outcome).toHaveLength(13);
    expect(model.outcome[5]).toBeNaN();
    expect(model.regressors[0]).toHaveLength(19);
    expect(model.after).toEqual({ first: 13, last: 18 });
    const outcome = series.outcome.map((value, t) => (t < 14 ? value : 1e9));
    expect(modelled({ ...series, outcome })).toEqual(model);
  });

  it('is refused with the reason where there is nothing to learn from', () => {
    const observe = (points: readonly number[]): Partial<StructuralSeries> => {
      return { outcome: series.outcome.map((value, t) => (points.includes(t) ? value : null)) };
    };
    expect(refusalOf({})).toBeNull();
    expect(refusalOf(observe([]))).toBe('too_few_observed');
    expect(refusalOf(observe([3, 7, 9]))).toBe('too_few_observed');
    expect(refusalOf(observe([3, 7, 9, 10]))).toBeNull();
    expect(refusalOf({ outcome: series.outcome.map(() => 0.1) })).toBe('outcome_constant');
    expect(refusalOf({ regressors: [series.outcome.map((_, t) => (t < 14 ? 0.1 : t))] })).toBe('regressor_constant');
  });

  it('is the caller’s fault where periods or regressors do not fit', () => {
    const [regressor] = series.regressors;
    for (const changes of [
      { before: { first: 5, last: 4 } },
      { before: { first: 0, last: 14 } },
      { after: { first: 14, last: 20 } },
      { regressors: [regressor!, regressor!, regressor!, regressor!] },
      { regressors: [regressor!.slice(1)] },
      { regressors: [regressor!.map((value, t) => (t === 16 ? NaN : value))] },
    ]) {
      expect(() => {
        checkSeries({ ...series, ...changes });
      }).toThrow(RangeError);
    }
  });
});
