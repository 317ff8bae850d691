import { real } from '../typed.ts';

/** Rotations go on until what is beside the diagonal is this small a share of the whole; a dozen rounds are always enough. */
const tolerance = 1e-20;
const mostRounds = 30;

function beside(matrix: Float64Array, size: number): number {
  let total = 0;
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < i; j += 1) total += real(matrix, i * size + j) * real(matrix, i * size + j);
  return total;
}

function rotateColumns(matrix: Float64Array, size: number, p: number, q: number, cos: number, sin: number): void {
  for (let k = 0; k < size; k += 1) {
    const [atP, atQ] = [real(matrix, k * size + p), real(matrix, k * size + q)];
    matrix[k * size + p] = cos * atP - sin * atQ;
    matrix[k * size + q] = sin * atP + cos * atQ;
  }
}

function rotateRows(matrix: Float64Array, size: number, p: number, q: number, cos: number, sin: number): void {
  for (let k = 0; k < size; k += 1) {
    const [atP, atQ] = [real(matrix, p * size + k), real(matrix, q * size + k)];
    matrix[p * size + k] = cos * atP - sin * atQ;
    matrix[q * size + k] = sin * atP + cos * atQ;
  }
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, row by row; the vectors are the columns. `matrix` is used up.
 * Source: Golub and Van Loan (2013), Matrix Computations, 8.5, cyclic Jacobi.
 */
export function eigenOf(matrix: Float64Array, size: number): { values: Float64Array; vectors: Float64Array } {
  const vectors = new Float64Array(size * size);
  for (let k = 0; k < size; k += 1) vectors[k * size + k] = 1;
  const whole = matrix.reduce((total, each) => total + each * each, 0);
  for (let round = 0; round < mostRounds && beside(matrix, size) > tolerance * whole; round += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        const off = real(matrix, p * size + q);
        if (off === 0) continue;
        const ratio = (real(matrix, q * size + q) - real(matrix, p * size + p)) / (2 * off);
        const tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
        const cos = 1 / Math.sqrt(tangent * tangent + 1);
        rotateColumns(matrix, size, p, q, cos, tangent * cos);
        rotateRows(matrix, size, p, q, cos, tangent * cos);
        rotateColumns(vectors, size, p, q, cos, tangent * cos);
      }
    }
  }
  return { values: Float64Array.from({ length: size }, (_, k) => real(matrix, k * size + k)), vectors };
}
