import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix';
import { at } from '../numbers.ts';
import type { Random } from '../random.ts';
import { real } from '../typed.ts';
import { samplePrecision } from './precision.ts';

/** What stays the same in every draw of the coefficients and of the observation's standard deviation. */
export type RegressionPosterior = {
  /** Intercept included, where there is any regressor. */
  readonly regressors: readonly Float64Array[];
  /** V = (X'X + Om)^-1, row by row. */
  readonly covariance: Float64Array;
  /** Upper triangular root of V: root root' = V, row by row. */
  readonly root: Float64Array;
  /** Of 1 / s_e^2 ~ Gamma(shape, rate) after the observed outcomes; their squares are still to be added to the rate. */
  readonly shape: number;
  readonly rate: number;
  /** Room for X'(outcome less level) and the mean of beta. */
  readonly crossProduct: Float64Array;
  readonly centre: Float64Array;
};

/** Weight of the prior of the coefficients, in observations, and the share of it that knows nothing of how regressors go together. */
const slab = { weight: 0.01, diagonal: 0.5 };

/** 50 observations expected to leave 20 % of the outcome's variance (1, being standardised) unexplained. */
const withRegressors = { shape: 25, rate: 25 * 0.2 };

/** A hundredth of an observation, guessed at the outcome's standard deviation. */
const withoutRegressors = { shape: 0.005, rate: 0.005 };

/** As a share of the outcome's standard deviation. */
const highestObservationSd = 1.2;

/** X'X over some of the points. */
function crossProducts(regressors: readonly Float64Array[], points: readonly number[]): Matrix {
  const products = Matrix.zeros(regressors.length, regressors.length);
  for (const t of points) {
    const row = Matrix.rowVector(regressors.map((values) => at(values, t)));
    products.add(row.transpose().mmul(row));
  }
  return products;
}

/**
 * Prepares the conjugate draw of beta and s_e given the level, for a standardised outcome: beta | s_e ~ N(0, s_e^2 Om^-1) with
 * Om = .01 (.5 X'X / n + .5 diag(X'X) / n) over both periods; 1/s_e^2 ~ Gamma(25, 25 x .2), without regressors Gamma(.005, .005);
 * s_e < 1.2. X has an intercept as well as the level, which frees the level from its start at the first outcome.
 * Source: bsts 0.9.10 as called by CausalImpact 1.4.1. There every column is in the model as long as they are three, the intercept one of
 * them; here also when they are four.
 * @param outcome NaN = missing; @param regressors standardised, to the end of the period after; @param waves how many of them are a season
 */
export function prepareRegression(
  outcome: Float64Array,
  regressors: readonly Float64Array[],
  waves = 0,
): RegressionPosterior {
  const [first] = regressors;
  const columns = first === undefined ? [] : [...regressors, new Float64Array(first.length).fill(1)];
  // A season alone says nothing of how much of the outcome is explained.
  const prior = regressors.length === waves ? withoutRegressors : withRegressors;
  const observed = Array.from(outcome.keys()).filter((t) => !Number.isNaN(at(outcome, t)));
  const shared = {
    regressors: columns,
    shape: prior.shape + observed.length / 2,
    rate: prior.rate,
    crossProduct: new Float64Array(columns.length),
    centre: new Float64Array(columns.length),
  };
  if (first === undefined) return { ...shared, covariance: new Float64Array(0), root: new Float64Array(0) };
  const precision = crossProducts(columns, [...first.keys()]).mul(slab.weight / first.length);
  const diagonal = Matrix.diag(precision.diagonal()).mul(slab.diagonal);
  precision.mul(1 - slab.diagonal).add(diagonal);
  precision.add(crossProducts(columns, observed));
  const root = inverse(new CholeskyDecomposition(precision).lowerTriangularMatrix).transpose();
  return {
    ...shared,
    covariance: Float64Array.from(root.mmul(root.transpose()).to1DArray()),
    root: Float64Array.from(root.to1DArray()),
  };
}

/**
 * Draws beta and s_e together given the outcome less its level: s_e with beta integrated out, then beta. Writes beta into `coefficients`,
 * returns s_e, and allocates nothing.
 * @param remainder outcome less level; NaN = missing
 */
export function drawRegression(
  posterior: RegressionPosterior,
  remainder: Float64Array,
  coefficients: Float64Array,
  random: Random,
): number {
  const { covariance, root, crossProduct, centre } = posterior;
  const size = coefficients.length;
  let squares = sumOfProducts(remainder, remainder);
  for (let j = 0; j < size; j += 1) crossProduct[j] = sumOfProducts(at(posterior.regressors, j), remainder);
  for (let j = 0; j < size; j += 1) {
    let total = 0;
    for (let k = 0; k < size; k += 1) total += real(covariance, j * size + k) * real(crossProduct, k);
    centre[j] = total;
    squares -= total * real(crossProduct, j);
  }
  const sd = samplePrecision(random, posterior.shape, posterior.rate + squares / 2, highestObservationSd) ** -0.5;
  for (let j = 0; j < size; j += 1) coefficients[j] = real(centre, j);
  for (let k = 0; k < size; k += 1) {
    const step = sd * random.normal();
    for (let j = 0; j <= k; j += 1) coefficients[j] = real(coefficients, j) + real(root, j * size + k) * step;
  }
  return sd;
}

/** Over the points at which the remainder is known. */
function sumOfProducts(values: Float64Array, remainder: Float64Array): number {
  let total = 0;
  for (let t = 0; t < remainder.length; t += 1) {
    const known = real(remainder, t);
    if (!Number.isNaN(known)) total += real(values, t) * known;
  }
  return total;
}
