import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { at, sum } from '../numbers.ts';

/** The form b' V+ b, V+ being the generalised inverse of V, and the rank of V. */
export type QuadraticForm = { readonly rank: number; readonly of: (vector: ArrayLike<number>) => number };

/** Directions in which V has less than this share of its largest eigenvalue have no inverse. */
const tolerance = 1e-10;

/** The form of V = rows' rows / divisor. @param rows vectors of one length; not empty */
export function inverseForm(rows: readonly ArrayLike<number>[], divisor: number): QuadraticForm {
  const matrix = new Matrix(rows.map((row) => Array.from(row)));
  const covariance = matrix.transpose().mmul(matrix).div(divisor);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, { assumeSymmetric: true });
  const least = tolerance * Math.max(...realEigenvalues);
  const directions = realEigenvalues
    .map((value, k) => ({ value, vector: eigenvectorMatrix.getColumn(k) }))
    .filter(({ value }) => value > least);
  return {
    rank: directions.length,
    of: (vector) =>
      sum(
        directions.map(
          ({ value, vector: axis }) => sum(axis.map((element, k) => element * at(vector, k))) ** 2 / value,
        ),
      ),
  };
}
