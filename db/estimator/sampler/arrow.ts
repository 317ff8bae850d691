import { real } from '../typed.ts';

/**
 * A symmetric positive definite matrix in the shape of an arrow: a tridiagonal block (a unit's circumstances by quarter) bordered by two
 * dense rows (its log rate and its productivity). Factored and solved in a number of steps proportional to its size.
 * Order of the unknowns: tridiagonal 0..size-1, then first and second dense.
 */
export type Arrow = {
  size: number;
  /** Diagonal and the element below it (element s links s - 1 and s; element 0 is not used). */
  readonly diagonal: Float64Array;
  readonly below: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  firstFirst: number;
  firstSecond: number;
  secondSecond: number;
};

/** Its Cholesky factor, in the same layout. */
export type ArrowFactor = Arrow;

export function createArrow(capacity: number): Arrow {
  return {
    size: capacity,
    diagonal: new Float64Array(capacity),
    below: new Float64Array(capacity),
    first: new Float64Array(capacity),
    second: new Float64Array(capacity),
    firstFirst: 0,
    firstSecond: 0,
    secondSecond: 0,
  };
}

const smallest = 1e-10;

/** Cholesky factor L with L L' = the matrix, into `out`. */
export function factorArrow(matrix: Arrow, out: ArrowFactor): void {
  out.size = matrix.size;
  let firstFirst = matrix.firstFirst;
  let firstSecond = matrix.firstSecond;
  let secondSecond = matrix.secondSecond;
  let lastDiagonal = 1;
  let lastFirst = 0;
  let lastSecond = 0;
  for (let s = 0; s < matrix.size; s += 1) {
    const below = s === 0 ? 0 : real(matrix.below, s) / lastDiagonal;
    const diagonal = Math.sqrt(Math.max(smallest, real(matrix.diagonal, s) - below * below));
    const first = (real(matrix.first, s) - below * lastFirst) / diagonal;
    const second = (real(matrix.second, s) - below * lastSecond) / diagonal;
    out.below[s] = below;
    out.diagonal[s] = diagonal;
    out.first[s] = first;
    out.second[s] = second;
    firstFirst -= first * first;
    firstSecond -= first * second;
    secondSecond -= second * second;
    lastDiagonal = diagonal;
    lastFirst = first;
    lastSecond = second;
  }
  out.firstFirst = Math.sqrt(Math.max(smallest, firstFirst));
  out.firstSecond = firstSecond / out.firstFirst;
  out.secondSecond = Math.sqrt(Math.max(smallest, secondSecond - out.firstSecond * out.firstSecond));
}

/** Forward substitution L y = x in place; `x` holds size + 2 elements. */
export function solveLower(factor: ArrowFactor, x: Float64Array): void {
  const { size } = factor;
  let first = real(x, size);
  let second = real(x, size + 1);
  let last = 0;
  for (let s = 0; s < size; s += 1) {
    last = (real(x, s) - (s === 0 ? 0 : real(factor.below, s) * last)) / real(factor.diagonal, s);
    x[s] = last;
    first -= real(factor.first, s) * last;
    second -= real(factor.second, s) * last;
  }
  first /= factor.firstFirst;
  x[size] = first;
  x[size + 1] = (second - factor.firstSecond * first) / factor.secondSecond;
}

/** Backward substitution L' y = x in place. */
export function solveUpper(factor: ArrowFactor, x: Float64Array): void {
  const { size } = factor;
  const second = real(x, size + 1) / factor.secondSecond;
  const first = (real(x, size) - factor.firstSecond * second) / factor.firstFirst;
  x[size + 1] = second;
  x[size] = first;
  let next = 0;
  for (let s = size - 1; s >= 0; s -= 1) {
    const carried = s + 1 < size ? real(factor.below, s + 1) * next : 0;
    next =
      (real(x, s) - carried - real(factor.first, s) * first - real(factor.second, s) * second) /
      real(factor.diagonal, s);
    x[s] = next;
  }
}

/** || L' x ||^2: the quadratic form x' (L L') x. */
export function quadraticForm(factor: ArrowFactor, x: Float64Array): number {
  const { size } = factor;
  const first = real(x, size);
  const second = real(x, size + 1);
  const low = factor.firstFirst * first + factor.firstSecond * second;
  const lowest = factor.secondSecond * second;
  let total = low * low + lowest * lowest;
  for (let s = 0; s < size; s += 1) {
    const next = s + 1 < size ? real(factor.below, s + 1) * real(x, s + 1) : 0;
    const value =
      real(factor.diagonal, s) * real(x, s) + next + real(factor.first, s) * first + real(factor.second, s) * second;
    total += value * value;
  }
  return total;
}
