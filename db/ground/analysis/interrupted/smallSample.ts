import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { at, quantileOfSorted, sum, z975 } from '../numbers.ts';
import type { Random } from '../random.ts';
import { pearsonResiduals, type Design, type QuasiPoissonFit } from './quasiPoisson.ts';

/** How far the errors of a fit hold in a short series whose residuals hang together. */
export type SmallSample = {
  /** Correlation of the errors from one period to the next, freed of the bias that fitting brings. */
  readonly autocorrelation: number;
  /** Variance of a count over its mean, freed of the same. */
  readonly dispersion: number;
  /** Covariance of the coefficients for a dispersion of 1. */
  readonly covariance: Design;
  readonly standardErrors: readonly number[];
  /** By how many standard errors the 95 % interval of each coefficient goes to either side. */
  readonly criticalValues: readonly number[];
};

/** Grid of correlations; values between them are interpolated. */
const grid = Array.from({ length: 30 }, (_, k) => -0.5 + 0.05 * k);

/** Place of 0 on the grid. */
const independent = 10;

/** 95 % of a normal law. */
type Prepared = {
  /** sqrt(weight) x design, and (X'WX)^-1. */
  readonly weighted: readonly (readonly number[])[];
  readonly bread: Matrix;
  /** Rows that follow each other in time. */
  readonly neighbours: readonly number[];
  /** By correlation of the grid: of the residuals at one period's distance, their mean square, and variance of each coefficient. */
  readonly expected: readonly {
    readonly lagged: number;
    readonly square: number;
    readonly variances: readonly number[];
  }[];
};

/**
 * The matrix of correlations rho^distance times a matrix with one row for each position: what lies before and what lies after are carried from
 * row to row, so that a long series takes time and memory by its length and not by its square.
 */
function correlated(positions: readonly number[], rho: number, rows: readonly (readonly number[])[]): number[][] {
  const product = rows.map((row) => [...row]);
  const carry = (order: readonly number[]): void => {
    let carried = at(rows, 0).map(() => 0);
    for (let k = 1; k < order.length; k += 1) {
      const [from, to] = [at(order, k - 1), at(order, k)];
      const weight = Math.pow(rho, Math.abs(at(positions, to) - at(positions, from)));
      const passed = at(rows, from);
      carried = carried.map((value, j) => weight * (value + at(passed, j)));
      product[to] = at(product, to).map((value, j) => value + at(carried, j));
    }
  };
  const order = [...positions.keys()];
  carry(order);
  carry(order.reverse());
  return product;
}

function prepare(fit: QuasiPoissonFit, design: Design, positions: readonly number[]): Prepared {
  const weighted = design.map((row, i) => row.map((value) => value * Math.sqrt(at(fit.fitted, i))));
  const z = new Matrix(weighted);
  const root = new Matrix(fit.root.map((row) => [...row]));
  const bread = root.mmul(root.transpose());
  const neighbours = positions.flatMap((position, i) => (i > 0 && position === at(positions, i - 1) + 1 ? [i] : []));
  const expected = grid.map((rho) => {
    const product = new Matrix(correlated(positions, rho, weighted));
    const half = product.mmul(bread);
    const covariance = bread.mmul(z.transpose().mmul(product)).mmul(bread);
    const leverage = z.mmul(covariance);
    // Of the residuals M R M with M = I - Z B Z', only the elements that are needed: of a row with itself, or with the one a period before it.
    const residual = (i: number, j: number): number => {
      let value = i === j ? 1 : rho;
      for (let k = 0; k < covariance.rows; k += 1)
        value += z.get(j, k) * (leverage.get(i, k) - half.get(i, k)) - z.get(i, k) * half.get(j, k);
      return value;
    };
    const lagged = sum(neighbours.map((i) => residual(i, i - 1)));
    const square = sum(positions.map((_, i) => residual(i, i)));
    return { lagged: lagged / square, square, variances: covariance.diagonal() };
  });
  return { weighted, bread, neighbours, expected };
}

/** Place on the grid of the correlation under which the residuals would hang together as they do; the expected one rises with it. */
function placeOf({ expected }: Prepared, lagged: number): number {
  const above = expected.findIndex((each) => each.lagged >= lagged);
  if (above < 0) return expected.length - 1;
  if (above === 0) return 0;
  const low = at(expected, above - 1).lagged;
  return above - 1 + (lagged - low) / (at(expected, above).lagged - low);
}

function between(prepared: Prepared, place: number, read: (each: Prepared['expected'][number]) => number): number {
  const low = Math.min(Math.floor(place), prepared.expected.length - 2);
  const share = place - low;
  return (1 - share) * read(at(prepared.expected, low)) + share * read(at(prepared.expected, low + 1));
}

type Judged = { readonly place: number; readonly dispersion: number };

function judge(prepared: Prepared, residuals: readonly number[]): Judged {
  const product = sum(prepared.neighbours.map((i) => at(residuals, i) * at(residuals, i - 1)));
  const square = sum(residuals.map((value) => value * value));
  // Neighbours that seem to alternate are luck in a short series: errors are not made smaller for it.
  const place = square > 0 ? Math.max(independent, placeOf(prepared, product / square)) : independent;
  return { place, dispersion: square / between(prepared, place, (each) => each.square) };
}

/** After so many periods nothing is left of an error, whatever the correlation on the grid. */
const longestGap = 1000;

/** Estimate over standard error of each coefficient, for errors drawn from an AR(1): what the same procedure makes of pure luck. */
function drawRatios(prepared: Prepared, positions: readonly number[], rho: number, random: Random): number[] {
  const { weighted, bread } = prepared;
  const fresh = Math.sqrt(1 - rho * rho);
  const errors: number[] = [];
  positions.forEach((position, i) => {
    let error = i === 0 ? random.normal() : at(errors, i - 1);
    const gap = i === 0 ? 0 : position - at(positions, i - 1);
    if (gap > longestGap) error = random.normal();
    else for (let t = 0; t < gap; t += 1) error = rho * error + fresh * random.normal();
    errors.push(error);
  });
  const columns = at(weighted, 0).length;
  const scores = Array.from({ length: columns }, (_, j) =>
    sum(errors.map((error, i) => error * at(at(weighted, i), j))),
  );
  const estimates = Array.from({ length: columns }, (_, j) => sum(scores.map((score, k) => bread.get(j, k) * score)));
  const residuals = errors.map((error, i) => error - sum(estimates.map((value, j) => value * at(at(weighted, i), j))));
  const { place, dispersion } = judge(prepared, residuals);
  return estimates.map(
    (value, j) => Math.abs(value) / Math.sqrt(dispersion * between(prepared, place, (each) => at(each.variances, j))),
  );
}

/**
 * Errors that hold in a short series: the correlation of the errors (AR(1)) and the dispersion are those under which the residuals of this
 * very design would be expected as they are, the covariance follows from them, and the critical value of each coefficient is the 95 % quantile
 * of its ratio in series drawn from that law and judged by the same procedure (parametric bootstrap-t). Newey and West's errors, and a normal
 * quantile, are too small where a series has some dozens of months.
 * Source: Davison and Hinkley, Bootstrap Methods (1997), 5.2; Prais and Winsten's correlation by moments of the residuals.
 * @param y counts; @param positions of each row in time, whole numbers that rise; @param draws of the bootstrap
 */
export function smallSampleErrors(
  fit: QuasiPoissonFit,
  y: readonly number[],
  design: Design,
  positions: readonly number[],
  random: Random,
  draws = 399,
): SmallSample {
  const prepared = prepare(fit, design, positions);
  const { place, dispersion } = judge(prepared, pearsonResiduals(fit, y));
  const rho = at(grid, 0) + 0.05 * place;
  const z = new Matrix(prepared.weighted.map((row) => [...row]));
  const meat = z.transpose().mmul(new Matrix(correlated(positions, rho, prepared.weighted)));
  const product = prepared.bread.mmul(meat).mmul(prepared.bread);
  // Products round the two halves apart.
  const covariance = Matrix.add(product, product.transpose()).mul(0.5);
  const ratios = Array.from({ length: draws }, () => drawRatios(prepared, positions, rho, random));
  const criticalValues = at(design, 0).map((_, j) => {
    const sorted = Float64Array.from(ratios, (each) => at(each, j)).sort();
    return Math.max(z975, quantileOfSorted(sorted, 0.95));
  });
  return {
    autocorrelation: rho,
    dispersion,
    covariance: covariance.to2DArray(),
    standardErrors: covariance.diagonal().map((variance) => Math.sqrt(dispersion * variance)),
    criticalValues,
  };
}

/** Upper triangular C with C C' = a covariance. */
function upperRoot(covariance: Design): number[][] {
  const size = covariance.length;
  const turned = new Matrix(
    covariance.map((_, i) => covariance.map((_row, j) => at(at(covariance, size - 1 - i), size - 1 - j))),
  );
  const lower = new CholeskyDecomposition(turned).lowerTriangularMatrix;
  return covariance.map((_, i) => covariance.map((_row, j) => lower.get(size - 1 - i, size - 1 - j)));
}

/** The fit with these errors in place of its own: what is drawn from it, or predicted by it, carries them. */
export function withSmallSample(fit: QuasiPoissonFit, errors: SmallSample): QuasiPoissonFit {
  return { ...fit, dispersion: Math.max(1, errors.dispersion), root: upperRoot(errors.covariance) };
}

/**
 * By how much the luck of a total of counts is wider than if the periods were independent.
 * @param means of the counts; @param positions of each in time
 */
export function luckFactor(means: readonly number[], positions: readonly number[], rho: number): number {
  const roots = means.map((value) => [Math.sqrt(value)]);
  const products = correlated(positions, rho, roots);
  const total = sum(products.map((product, i) => at(product, 0) * at(at(roots, i), 0)));
  return Math.sqrt(Math.max(1, total / sum(means)));
}
