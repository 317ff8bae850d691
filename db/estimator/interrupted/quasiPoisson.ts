import { inverse, Matrix, QrDecomposition } from 'ml-matrix';
import { at, sum } from '../numbers.ts';

/** One row for each observation, one element for each coefficient. */
export type Design = readonly (readonly number[])[];

export type QuasiPoissonFit = {
  readonly status: 'fitted';
  /** One for each column of the design, in log counts. */
  readonly coefficients: readonly number[];
  /** Upper triangular C with C C' = (X'WX)^-1; the covariance of the coefficients is C C' times the dispersion. */
  readonly root: Design;
  /** Variance of a count over its mean: Pearson X^2 / (n - p); 1 where a Poisson law is assumed. */
  readonly dispersion: number;
  readonly deviance: number;
  /** n - p. */
  readonly degreesOfFreedom: number;
  /** Expected counts, one for each row. */
  readonly fitted: readonly number[];
};

/** Why there is no fit: no more rows than columns, a column that the others make up, or estimates that run off to infinity. */
export type FitFailure = {
  readonly status: 'failed';
  readonly reason: 'too_few_rows' | 'collinear' | 'did_not_converge';
};

/** R's rule (`glm.control`), so that figures agree with R to its last digit. */
const devianceTolerance = 1e-8;
const largestIterations = 25;
/** Where a count of zero drives a coefficient to minus infinity the deviance converges and the predictor goes on falling by about 1. */
const settledStep = 1e-3;
/** Part of a column that the columns before it do not make up, below which it has no coefficient of its own. */
const collinearity = 1e-10;

type State = { readonly predictor: readonly number[]; readonly fitted: readonly number[]; readonly deviance: number };
type Step = State & { readonly coefficients: readonly number[]; readonly triangle: Matrix };

function dot(row: readonly number[], coefficients: readonly number[]): number {
  let total = 0;
  for (let j = 0; j < row.length; j += 1) total += at(row, j) * at(coefficients, j);
  return total;
}

/** Means of counts on rows of a design, exp(offset + x'b). */
export function meansOf(coefficients: readonly number[], design: Design, offset: readonly number[]): number[] {
  return design.map((row, i) => Math.exp(at(offset, i) + dot(row, coefficients)));
}

function fitOf(y: readonly number[], predictor: readonly number[]): State {
  const fitted = predictor.map(Math.exp);
  const parts = y.map((count, i) => {
    const mean = at(fitted, i);
    return (count > 0 ? count * Math.log(count / mean) : 0) - (count - mean);
  });
  return { predictor, fitted, deviance: 2 * sum(parts) };
}

function isCollinear(triangle: Matrix): boolean {
  for (let j = 0; j < triangle.columns; j += 1) {
    let square = 0;
    for (let i = 0; i <= j; i += 1) square += triangle.get(i, j) ** 2;
    if (!(Math.abs(triangle.get(j, j)) > collinearity * Math.sqrt(square))) return true;
  }
  return false;
}

/** One weighted least-squares step on the working response, by QR so that the condition of the design is not squared. */
function improve(state: State, y: readonly number[], design: Design, offset: readonly number[]): Step | null {
  const roots = state.fitted.map(Math.sqrt);
  const weighted = new QrDecomposition(design.map((row, i) => row.map((value) => value * at(roots, i))));
  const triangle = weighted.upperTriangularMatrix;
  if (isCollinear(triangle)) return null;
  const working = y.map((count, i) => {
    const mean = at(state.fitted, i);
    return (at(state.predictor, i) - at(offset, i) + (count - mean) / mean) * at(roots, i);
  });
  const coefficients = weighted.solve(Matrix.columnVector(working)).to1DArray();
  return {
    ...fitOf(
      y,
      design.map((row, i) => at(offset, i) + dot(row, coefficients)),
    ),
    coefficients,
    triangle,
  };
}

function hasSettled(before: State, after: State): boolean {
  const change = Math.abs(after.deviance - before.deviance) / (Math.abs(after.deviance) + 0.1);
  return (
    change < devianceTolerance &&
    after.predictor.every((value, i) => Math.abs(value - at(before.predictor, i)) < settledStep)
  );
}

function checkInput(y: readonly number[], design: Design, offset: readonly number[]): void {
  const columns = at(design, 0).length;
  if (design.length !== y.length || offset.length !== y.length || design.some((row) => row.length !== columns))
    throw new RangeError('Counts, offset and rows of the design are as many, and the rows equally long.');
  if (y.some((count) => !(count >= 0 && count < Infinity))) throw new RangeError('A count is 0 or more.');
  if (![...design.flat(), ...offset].every(Number.isFinite)) throw new RangeError('Designs and offsets are finite.');
}

/**
 * Log-linear model of counts, log E[y] = offset + X b, Var y = dispersion x mean, by iteratively reweighted least squares.
 * As `glm(family = quasipoisson)` of R does, it stops when the deviance changes by less than 1e-8 of itself, and covariance and dispersion
 * use the weights of the last step. Source: McCullagh and Nelder, Generalized Linear Models (1989), 2.5 and 6.2.
 * @param y counts, 0 or more; @param offset for each row, in logarithms; RangeError when the three do not fit together or are not finite
 */
export function fitQuasiPoisson(
  y: readonly number[],
  design: Design,
  offset: readonly number[],
): QuasiPoissonFit | FitFailure {
  if (y.length === 0) return { status: 'failed', reason: 'too_few_rows' };
  checkInput(y, design, offset);
  const degreesOfFreedom = y.length - at(design, 0).length;
  if (degreesOfFreedom <= 0) return { status: 'failed', reason: 'too_few_rows' };
  let before = fitOf(
    y,
    y.map((count) => Math.log(count + 0.1)),
  );
  for (let iteration = 0; iteration < largestIterations; iteration += 1) {
    const after = improve(before, y, design, offset);
    if (after === null) return { status: 'failed', reason: 'collinear' };
    if (!Number.isFinite(after.deviance)) break;
    if (hasSettled(before, after)) return finish(before, after, y, degreesOfFreedom);
    before = after;
  }
  return { status: 'failed', reason: 'did_not_converge' };
}

function finish(before: State, last: Step, y: readonly number[], degreesOfFreedom: number): QuasiPoissonFit {
  const pearson = y.map((count, i) => at(before.fitted, i) * (count / at(last.fitted, i) - 1) ** 2);
  return {
    status: 'fitted',
    coefficients: last.coefficients,
    root: inverse(last.triangle).to2DArray(),
    dispersion: sum(pearson) / degreesOfFreedom,
    deviance: last.deviance,
    degreesOfFreedom,
    fitted: last.fitted,
  };
}

/** Covariance of the coefficients, dispersion x (X'WX)^-1. */
export function covarianceOf({ root, dispersion }: QuasiPoissonFit): Design {
  return root.map((row) => root.map((other) => dispersion * dot(row, other)));
}

/** (y - mean) / sqrt(mean) of each row. */
export function pearsonResiduals({ fitted }: QuasiPoissonFit, y: readonly number[]): readonly number[] {
  return fitted.map((mean, i) => (at(y, i) - mean) / Math.sqrt(mean));
}
