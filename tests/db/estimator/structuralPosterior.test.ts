import fc from 'fast-check';
import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { gammaCdf } from '../../../db/estimator/distributions.ts';
import { mean } from '../../../db/estimator/numbers.ts';
import { createRandom } from '../../../db/estimator/random.ts';
import { effectiveSampleSize } from '../../../db/estimator/sampler/chainChecks.ts';
import { estimateOf, summariseEffect } from '../../../db/estimator/structural/effect.ts';
import { samplePrecision } from '../../../db/estimator/structural/precision.ts';
import {
  sampleStructural,
  type SamplerSettings,
  type StructuralDraws,
} from '../../../db/estimator/structural/sampler.ts';
import { modelSeries, type ModelledSeries, type StructuralSeries } from '../../../db/estimator/structural/series.ts';
import { expectMoments } from '../../support/moments.ts';

/** 24 points before, two of them missing, then one that belongs to neither period, then 5 after. */
function shortSeries(regressors: number): StructuralSeries {
  const random = createRandom(5, 'short series');
  const columns = Array.from({ length: regressors }, () => Array.from({ length: 30 }, () => 10 + 3 * random.normal()));
  let level = 40;
  const outcome = Array.from({ length: 30 }, (_, t) => {
    level += 0.6 * random.normal();
    const regressed = columns.reduce((total, values) => total + 0.8 * values[t]!, 0);
    return t === 4 || t === 11 ? null : level + regressed + 2 * random.normal();
  });
  return { outcome, regressors: columns, before: { first: 0, last: 23 }, after: { first: 25, last: 29 } };
}

function modelled(series: StructuralSeries): ModelledSeries {
  const model = modelSeries(series);
  if ('refusal' in model) throw new Error(model.refusal);
  return model;
}

const settings: SamplerSettings = { priorLevelSd: 0.1, draws: 400, burnIn: 100 };

function sample(series: StructuralSeries, changes: Partial<SamplerSettings> = {}, seed = 1): StructuralDraws {
  return sampleStructural(modelled(series), { ...settings, ...changes }, createRandom(seed));
}

function averages({ predicted, points, levelSd }: StructuralDraws): Float64Array {
  return levelSd.map((_, d) => mean(predicted.subarray(d * points, (d + 1) * points)));
}

function standardiser(values: readonly number[]): { centre: number; scale: number } {
  const centre = mean(values);
  return {
    centre,
    scale: Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)),
  };
}

function normalCdf(x: number): number {
  return 0.5 * (1 + Math.sign(x) * gammaCdf(x * x, 0.5, 0.5));
}

/**
 * The same posterior by another way: given both standard deviations everything is jointly normal, so the average of the period after is a
 * mixture of normal laws over a grid of them, weighted by their prior and the density of what was observed.
 */
function integrate({ outcome, regressors, after }: ModelledSeries, p: number) {
  const points = [...outcome.keys()].filter((t) => !Number.isNaN(outcome[t]!));
  const { centre, scale } = standardiser(points.map((t) => outcome[t]!));
  const rows = Array.from({ length: after.last + 1 }, (_, t) => t);
  const columns = regressors.map((values) => {
    const own = standardiser([...values.slice(0, outcome.length)]);
    return rows.map((t) => (values[t]! - own.centre) / own.scale);
  });
  if (columns.length > 0) columns.push(rows.map(() => 1));
  const design = new Matrix(rows.map((t) => columns.map((values) => values[t]!)));
  const spread = columns.length > 0 ? design.mmul(priorCovariance(design)).mmul(design.transpose()) : null;
  const regressed = spread === null ? Matrix.zeros(rows.length, rows.length) : symmetric(spread);
  const level = new Matrix(rows.map((s) => rows.map((t) => Math.min(s, t))));
  const weights = Matrix.rowVector(rows.map((t) => (t >= after.first ? 1 / (after.last - after.first + 1) : 0)));
  const departures = Matrix.columnVector(points.map((t) => (outcome[t]! - outcome[0]!) / scale));
  const [shape, rate] = columns.length > 0 ? ([25, 5] as const) : ([0.005, 0.005] as const);
  const grid = (from: number, to: number): number[] =>
    Array.from({ length: 25 }, (_, index) => Math.log(from) + ((index + 0.5) / 25) * Math.log(to / from));
  const found = grid(p / 4, p * 5).flatMap((logLevel) =>
    grid(0.15, 1.2).map((logObservation) => {
      const [eta, epsilon] = [Math.exp(2 * logLevel), Math.exp(2 * logObservation)];
      const signal = Matrix.mul(level, eta).add(1).add(Matrix.mul(regressed, epsilon));
      const noisy = Matrix.add(signal, Matrix.eye(rows.length).mul(epsilon));
      const factor = new CholeskyDecomposition(noisy.selection(points, points));
      const across = weights.mmul(signal).selection([0], points).transpose();
      const solved = factor.solve(across);
      const logRoot = factor.lowerTriangularMatrix.diagonal().reduce((total, entry) => total + Math.log(entry), 0);
      const fit = departures.transpose().mmul(factor.solve(departures)).get(0, 0);
      const prior = -32 * logLevel - (16 * p * p) / eta - 2 * shape * logObservation - rate / epsilon;
      return {
        logWeight: prior - logRoot - fit / 2,
        mean: outcome[0]! + scale * solved.transpose().mmul(departures).get(0, 0),
        sd: scale * Math.sqrt(weights.mmul(noisy).mmul(weights.transpose()).get(0, 0) - across.dot(solved)),
        levelSd: scale * Math.sqrt(eta),
        observationSd: scale * Math.sqrt(epsilon),
      };
    }),
  );
  const highest = Math.max(...found.map(({ logWeight }) => logWeight));
  const total = found.reduce((sum, { logWeight }) => sum + Math.exp(logWeight - highest), 0);
  const average = (value: (one: (typeof found)[number]) => number): number =>
    found.reduce((sum, one) => sum + Math.exp(one.logWeight - highest) * value(one), 0) / total;
  const centreOfAll = average((one) => one.mean);
  return {
    centre,
    mean: centreOfAll,
    variance: average((one) => one.sd ** 2 + (one.mean - centreOfAll) ** 2),
    cdf: (x: number) => average((one) => normalCdf((x - one.mean) / one.sd)),
    levelSd: average((one) => one.levelSd),
    observationSd: average((one) => one.observationSd),
  };
}

/** Rounding leaves a product of three matrices not quite symmetric, and the decomposition asks that it be. */
function symmetric(matrix: Matrix): Matrix {
  return Matrix.add(matrix, matrix.transpose()).div(2);
}

function priorCovariance(design: Matrix): Matrix {
  const products = design.transpose().mmul(design);
  const diagonal = Matrix.diag(products.diagonal());
  return inverse(products.add(diagonal).mul(0.005 / design.rows));
}

describe('draws from the posterior', () => {
  it.each([0, 1, 2])('agree with the posterior integrated over a grid, with %i regressors', (regressors) => {
    const series = shortSeries(regressors);
    const draws = sample(series, { draws: 20_000, burnIn: 500 });
    const exact = integrate(modelled(series), settings.priorLevelSd);
    const drawn = averages(draws);
    const { lower, upper } = estimateOf(drawn);
    expectMoments([...drawn], exact.mean, exact.variance);
    expect(Math.abs(exact.cdf(lower) - 0.025)).toBeLessThan(0.004);
    expect(Math.abs(exact.cdf(upper) - 0.975)).toBeLessThan(0.004);
    for (const name of ['levelSd', 'observationSd'] as const) {
      const { mean: average, sd } = estimateOf(draws[name]);
      expect(Math.abs(average - exact[name])).toBeLessThan((4 * sd) / Math.sqrt(effectiveSampleSize(draws[name])));
    }
    expect(mean(draws.expected)).toBeCloseTo(exact.mean, 1);
    expect(draws.coefficients).toHaveLength(regressors);
    for (const values of draws.coefficients) {
      const { mean: average, sd } = estimateOf(values);
      expect(Math.abs(average - 0.8)).toBeLessThan(3 * sd);
    }
  });

  it('are the same bytes for the same seed, and others for another', () => {
    const series = shortSeries(1);
    expect(sample(series)).toEqual(sample(series));
    expect(sample(series, {}, 2).predicted).not.toEqual(sample(series).predicted);
  });

  it('know no units: outcome and regressors times powers of two give the same draws times that power', () => {
    const series = shortSeries(2);
    const usual = sample(series);
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }), (outcome, regressor) => {
        const scaled = sample({
          ...series,
          outcome: series.outcome.map((value) => (value === null ? null : value * 2 ** outcome)),
          regressors: series.regressors.map((values) => values.map((value) => value * 2 ** regressor)),
        });
        expect(scaled.predicted).toEqual(usual.predicted.map((value) => value * 2 ** outcome));
        expect(scaled.coefficients[0]).toEqual(usual.coefficients[0]!.map((v) => v * 2 ** (outcome - regressor)));
      }),
      { numRuns: 25 },
    );
  });

  it('take no more than 50 ms of the processor for 1,000 of 100 time points', () => {
    const random = createRandom(8);
    const outcome = Array.from({ length: 100 }, () => random.normal());
    const regressors = [outcome.map((value) => value + random.normal())];
    const series = { outcome, regressors, before: { first: 0, last: 69 }, after: { first: 70, last: 99 } };
    const times = Array.from({ length: 8 }, () => {
      const from = process.threadCpuUsage().user;
      sample(series, { draws: 1000, burnIn: 0 });
      return (process.threadCpuUsage().user - from) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });

  it('need a prior and whole numbers of draws', () => {
    for (const changes of [{ priorLevelSd: 0 }, { priorLevelSd: 2 }, { draws: 0 }, { draws: 1.5 }, { burnIn: -1 }]) {
      expect(() => sample(shortSeries(0), changes)).toThrow(RangeError);
    }
  });
});

describe('a bounded precision', () => {
  it('follows the tail of its gamma law, near the middle and far out', () => {
    const random = createRandom(2);
    for (const highestSd of [0.5, 0.25, 0.1]) {
      const lowest = highestSd ** -2;
      const draws = Array.from({ length: 20_000 }, () => samplePrecision(random, 6, 2, highestSd));
      expect(Math.min(...draws)).toBeGreaterThanOrEqual(lowest);
      const middle = draws.toSorted((one, other) => one - other)[10_000]!;
      const above = (x: number): number => 1 - gammaCdf(x, 6, 2);
      if (highestSd > 0.2) expect(above(middle) / above(lowest)).toBeCloseTo(0.5, 1);
    }
  });
});

describe('the effect', () => {
  const series = shortSeries(1);
  const draws = sample(series, { draws: 2000 });
  const actual = [60, 61, null, 58, 63];
  const effect = summariseEffect(actual, draws);

  it('is what was observed less what was predicted, over the observed points alone', () => {
    const known = [0, 1, 3, 4];
    const totals = draws.levelSd.map((_, d) =>
      known.reduce((total, j) => total + draws.predicted[d * draws.points + j]!, 0),
    );
    const expectedTotal = known.reduce((total, j) => total + draws.expected[j]!, 0);
    const { lower, upper, sd } = estimateOf(totals);
    expect(effect.actual).toEqual({ average: 60.5, total: 242 });
    expect(effect.predicted.total).toEqual({ mean: expectedTotal, lower, upper, sd });
    expect(effect.effect.total).toEqual({ mean: 242 - expectedTotal, lower: 242 - upper, upper: 242 - lower, sd });
    expect(effect.effect.average.lower).toBe((242 - upper) / 4);
    expect(effect.effect.relative).toEqual(estimateOf(totals.map((total) => 242 / total - 1)));
    expect(effect.points[2]).toMatchObject({ actual: null, effect: null, cumulativeEffect: null });
    expect(effect.points[4]!.cumulativeEffect).toEqual(effect.effect.total);
    const outcome = draws.levelSd.map((_, d) => draws.predicted[d * draws.points + 2]!);
    expect(effect.points[2]!.predicted).toEqual({ ...estimateOf(outcome), mean: draws.expected[2] });
  });

  it('has a tail probability that counts the draws beyond it, on the side with fewer', () => {
    const tail = (shift: number): number =>
      summariseEffect(
        [...draws.expected].map((value) => value + shift),
        draws,
      ).tailProbability;
    expect(tail(1e6)).toBe(1 / 2001);
    expect(tail(-1e6)).toBe(1 / 2001);
    expect(tail(0)).toBeGreaterThan(0.4);
    expect(tail(0)).toBeLessThanOrEqual(0.5);
  });

  it('is no share of a total that may be 0', () => {
    const level = mean(draws.expected);
    const around = {
      ...draws,
      predicted: draws.predicted.map((v) => v - level),
      expected: draws.expected.map(() => 0),
    };
    expect(summariseEffect(actual, around).effect.relative).toBeNull();
  });
});
