import { at, sum } from '../numbers.ts';
import { dot, solveNonNegative } from './nonNegative.ts';

export type SimplexFit = {
  /** One for each column, 0 or more, sum 1. */
  readonly weights: readonly number[];
  /**
   * Smallest reduced gradient (gradient_j less its weighted mean), in units of the largest squared distance or of the ridge. 0 up to rounding at
   * the optimum; below -1e-8 the weights are not to be used.
   */
  readonly kkt: number;
};

/** Below this reduced gradient a fit did not converge. Source: Vigie method note, section 5, row 1. */
export const worstKkt = -1e-8;

/** A share below this is what rounding leaves of a weight of 0. */
const rounding = 1e-14;

/** The largest entry, so that rows are of comparable size whatever the units; 1 when all are 0. */
function sizeOf(distances: readonly Float64Array[], ridge: number): number {
  let size = Math.sqrt(ridge);
  for (const distance of distances) for (const value of distance) size = Math.max(size, Math.abs(value));
  return size > 0 ? size : 1;
}

/** Rows: the distances, the roots of the ridge on the diagonal, and the row that holds the sum of the weights. */
function augment(distances: readonly Float64Array[], ridge: number): Float64Array[] {
  const size = sizeOf(distances, ridge);
  const ridgeRows = ridge > 0 ? distances.length : 0;
  return distances.map((distance, j) => {
    const column = new Float64Array(distance.length + ridgeRows + 1);
    for (let i = 0; i < distance.length; i += 1) column[i] = at(distance, i) / size;
    if (ridge > 0) column[distance.length + j] = Math.sqrt(ridge) / size;
    column[column.length - 1] = 1;
    return column;
  });
}

function weightsOf(augmented: readonly Float64Array[], guess: readonly number[]): number[] {
  const goal = new Float64Array(at(augmented, 0).length);
  goal[goal.length - 1] = 1;
  const found = Array.from(solveNonNegative(augmented, goal, guess));
  const total = sum(found);
  return found.map((weight) => (weight > rounding * total ? weight / total : 0));
}

function smallestReducedGradient(augmented: readonly Float64Array[], weights: readonly number[]): number {
  const rows = augmented.map((column) => column.subarray(0, -1));
  const fitted = new Float64Array(at(rows, 0).length);
  rows.forEach((row, j) => {
    for (let i = 0; i < fitted.length; i += 1) fitted[i] = at(fitted, i) + at(weights, j) * at(row, i);
  });
  const average = dot(fitted, fitted);
  return Math.min(...rows.map((row) => dot(row, fitted) - average));
}

/**
 * The weights w >= 0, sum 1, whose mean of the given points is nearest to zero: they minimise |D w|^2.
 * Non-negative least squares of D against zeros, with a row of ones against 1, gives them times a factor: for w = s u the sum of squares is
 * s^2 q(u) + (s - 1)^2, and its minimum over s, q / (1 + q), grows with q(u). So the row of ones needs no large weight (1e5 is the usual device where
 * the target is not taken off first, and leaves an error of 4e-8): after division by the sum the answer is exact.
 * @param distances the points, at least one, all as long
 * @param guess as for `solveNonNegative`
 */
export function nearestMixture(distances: readonly Float64Array[], guess: readonly number[] = []): number[] {
  return weightsOf(augment(distances, 0), guess);
}

/**
 * The weights w >= 0, sum 1, that minimise |target - sum_j w_j column_j|^2 + ridge |w|^2. As they sum to 1, this is `nearestMixture` of the columns less
 * the target, with rows for the ridge.
 * @param columns each as long as the target, at least one; RangeError otherwise
 * @param ridge 0 or more, in squared units of the target
 */
export function fitOnSimplex(columns: readonly ArrayLike<number>[], target: ArrayLike<number>, ridge = 0): SimplexFit {
  if (columns.length === 0 || columns.some((column) => column.length !== target.length)) {
    throw new RangeError('A fit needs at least one column, and each as long as the target.');
  }
  const distances = columns.map((column) => {
    const distance = new Float64Array(target.length);
    for (let i = 0; i < target.length; i += 1) distance[i] = at(column, i) - at(target, i);
    return distance;
  });
  const augmented = augment(distances, ridge);
  const weights = weightsOf(augmented, []);
  return { weights, kkt: smallestReducedGradient(augmented, weights) };
}
