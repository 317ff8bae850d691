import fc from 'fast-check';
import { CholeskyDecomposition, Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import {
  createArrow,
  factorArrow,
  quadraticForm,
  solveLower,
  solveUpper,
  type Arrow,
} from '../../../../db/estimator/sampler/arrow.ts';

/** A symmetric matrix of that shape, positive definite because its diagonal outweighs the rest of each row. */
const anyArrow: fc.Arbitrary<Arrow> = fc.integer({ min: 1, max: 9 }).chain((size) => {
  const entries = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size });
  return fc.tuple(entries, entries, entries, fc.double({ min: -1, max: 1, noNaN: true })).map((drawn) => {
    const [below, first, second, corner] = drawn;
    const arrow = createArrow(size + 2);
    arrow.size = size;
    const total = (values: number[]): number => values.reduce((sum, value) => sum + Math.abs(value), 0);
    for (let s = 0; s < size; s += 1) {
      arrow.below[s] = below[s]!;
      arrow.first[s] = first[s]!;
      arrow.second[s] = second[s]!;
      arrow.diagonal[s] = 0.1 + total([s === 0 ? 0 : below[s]!, below[s + 1] ?? 0, first[s]!, second[s]!]);
    }
    arrow.firstSecond = corner;
    arrow.firstFirst = 0.1 + Math.abs(corner) + total(first);
    arrow.secondSecond = 0.1 + Math.abs(corner) + total(second);
    return arrow;
  });
});

function dense(arrow: Arrow): Matrix {
  const { size } = arrow;
  const full = Matrix.zeros(size + 2, size + 2);
  const set = (i: number, j: number, value: number): void => {
    full.set(i, j, value);
    full.set(j, i, value);
  };
  for (let s = 0; s < size; s += 1) {
    set(s, s, arrow.diagonal[s]!);
    if (s > 0) set(s, s - 1, arrow.below[s]!);
    set(size, s, arrow.first[s]!);
    set(size + 1, s, arrow.second[s]!);
  }
  set(size, size, arrow.firstFirst);
  set(size + 1, size, arrow.firstSecond);
  set(size + 1, size + 1, arrow.secondSecond);
  return full;
}

/** The factor as a lower triangle. */
function triangle(factor: Arrow): Matrix {
  const full = dense(factor);
  for (let i = 0; i < full.rows; i += 1) for (let j = i + 1; j < full.columns; j += 1) full.set(i, j, 0);
  return full;
}

const close = (found: ArrayLike<number>, expected: readonly number[]): void => {
  expected.forEach((value, i) => {
    expect(Math.abs(found[i]! - value)).toBeLessThan(1e-9 * (1 + Math.abs(value)));
  });
};

function check(
  property: (input: { factor: Arrow; full: Matrix; lower: Matrix; x: readonly number[]; column: Matrix }) => void,
): void {
  fc.assert(
    fc.property(anyArrow, fc.infiniteStream(fc.double({ min: -3, max: 3, noNaN: true })), (arrow, stream) => {
      const factor = createArrow(arrow.size + 2);
      factorArrow(arrow, factor);
      const x = [...stream.take(arrow.size + 2)];
      property({ factor, full: dense(arrow), lower: triangle(factor), x, column: Matrix.columnVector(x) });
    }),
    { numRuns: 60, seed: 31 },
  );
}

describe('a matrix in the shape of an arrow, against the same matrix in full', () => {
  it('has the Cholesky factor of the full matrix', () => {
    check(({ full, lower }) => {
      close(lower.to1DArray(), new CholeskyDecomposition(full).lowerTriangularMatrix.to1DArray());
    });
  });

  it('solves L y = x, L’ y = x, and both one after the other', () => {
    check(({ factor, full, lower, x, column }) => {
      const down = Float64Array.from(x);
      solveLower(factor, down);
      close(down, solve(lower, column).to1DArray());
      const up = Float64Array.from(x);
      solveUpper(factor, up);
      close(up, solve(lower.transpose(), column).to1DArray());
      solveUpper(factor, down);
      close(down, solve(full, column).to1DArray());
    });
  });

  it('has the quadratic form of the full matrix', () => {
    check(({ factor, full, x, column }) => {
      const expected = column.transpose().mmul(full).mmul(column).get(0, 0);
      close([quadraticForm(factor, Float64Array.from(x))], [expected]);
    });
  });

  it('may be factored in place', () => {
    fc.assert(
      fc.property(anyArrow, (arrow) => {
        const apart = createArrow(arrow.size + 2);
        factorArrow(arrow, apart);
        factorArrow(arrow, arrow);
        close(dense(arrow).to1DArray(), dense(apart).to1DArray());
      }),
      { numRuns: 20, seed: 32 },
    );
  });
});
