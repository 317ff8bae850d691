import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { crossing, studentTail } from '../distributions.ts';
import { at, sum } from '../numbers.ts';
import { pearsonResiduals, type Design, type QuasiPoissonFit } from './quasiPoisson.ts';
import { weighLaws, type SerialLaw, type WeighedLaw } from './serialLaws.ts';

/** How far the errors of a fit hold in a short series whose residuals hang together. */
export type SmallSample = {
  /** Correlation of the errors by distance: the sum of share x rho^distance. */
  readonly correlation: readonly SerialLaw[];
  /** That of the errors from one period to the next. */
  readonly autocorrelation: number;
  /** Variance of a count over its mean. */
  readonly dispersion: number;
  /** Covariance of the coefficients for a dispersion of 1. */
  readonly covariance: Design;
  readonly standardErrors: readonly number[];
  /** By how many standard errors the 95 % interval of each coefficient goes to either side. */
  readonly criticalValues: readonly number[];
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

/** A law with the covariance of the coefficients that follows from it, for a dispersion of 1. */
type Judged = WeighedLaw & { readonly covariance: Matrix };

/** @param root C with C C' = (X'WX)^-1; @param basis sqrt(W) X C, whose columns are orthonormal */
function withCovariances(
  laws: readonly WeighedLaw[],
  root: Matrix,
  basis: Design,
  positions: readonly number[],
): readonly Judged[] {
  const q = new Matrix(basis.map((row) => [...row]));
  const independent = root.mmul(root.transpose());
  const byCorrelation = new Map<number, Matrix>();
  const whole = (rho: number): Matrix => {
    const known = byCorrelation.get(rho);
    if (known) return known;
    const middle = q.transpose().mmul(new Matrix(correlated(positions, rho, basis)));
    const found = root.mmul(middle).mmul(root.transpose());
    // Products round the two halves apart.
    const even = Matrix.add(found, found.transpose()).mul(0.5);
    byCorrelation.set(rho, even);
    return even;
  };
  return laws.map((law) => ({
    ...law,
    covariance: Matrix.add(Matrix.mul(whole(law.rho), law.share), Matrix.mul(independent, 1 - law.share)),
  }));
}

/** By how many of these standard errors to either side 95 % of an error lies, whichever of the laws holds. */
function criticalValue(laws: readonly Judged[], j: number, standardError: number, free: number): number {
  const parts = laws.map(({ weight, dispersion, covariance }) => {
    return { weight, scale: standardError / Math.sqrt(dispersion * covariance.get(j, j)) };
  });
  const outside = (value: number): number =>
    sum(parts.map(({ weight, scale }) => weight * studentTail(value * scale, free)));
  return crossing((value) => outside(value) <= 0.05) ?? Infinity;
}

/**
 * Errors that hold in a short series: those of the fit as it is, if its errors follow an AR(1) with the luck of counts on top, on average over
 * the laws that the residuals allow; each law adds Student's law of its own. Newey and West's errors, and a normal quantile, are too small
 * where a series has some dozens of months.
 * @param y counts; @param positions of each row in time, whole numbers that rise
 */
export function smallSampleErrors(
  fit: QuasiPoissonFit,
  y: readonly number[],
  design: Design,
  positions: readonly number[],
): SmallSample {
  const root = new Matrix(fit.root.map((row) => [...row]));
  const weighted = new Matrix(design.map((row, i) => row.map((value) => value * Math.sqrt(at(fit.fitted, i)))));
  const basis = weighted.mmul(root).to2DArray();
  const laws = withCovariances(weighLaws(pearsonResiduals(fit, y), basis, positions), root, basis, positions);
  const dispersion = sum(laws.map((law) => law.weight * law.dispersion));
  const parts = laws.map((law) => ({ ...law, part: (law.weight * law.dispersion) / dispersion }));
  const covariance = parts.reduce(
    (total, law) => total.add(Matrix.mul(law.covariance, law.part)),
    Matrix.zeros(root.rows, root.rows),
  );
  const standardErrors = covariance.diagonal().map((variance) => Math.sqrt(dispersion * variance));
  const correlation = parts.map(({ rho, share, part }) => ({ rho, share: part * share }));
  return {
    correlation,
    autocorrelation: sum(correlation.map(({ rho, share }) => rho * share)),
    dispersion,
    covariance: covariance.to2DArray(),
    standardErrors,
    criticalValues: standardErrors.map((error, j) => criticalValue(laws, j, error, fit.degreesOfFreedom)),
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
 * @param means of the counts; @param positions of each in time; @param correlation of `smallSampleErrors`
 */
export function luckFactor(
  means: readonly number[],
  positions: readonly number[],
  correlation: readonly SerialLaw[],
): number {
  const roots = means.map((value) => [Math.sqrt(value)]);
  const total = sum(means);
  const shared = new Map<number, number>();
  for (const { rho, share } of correlation) shared.set(rho, (shared.get(rho) ?? 0) + share);
  let spread = total;
  for (const [rho, share] of shared) {
    const products = correlated(positions, rho, roots);
    spread += share * (sum(products.map((product, i) => at(product, 0) * at(at(roots, i), 0))) - total);
  }
  return Math.sqrt(Math.max(1, spread / total));
}
