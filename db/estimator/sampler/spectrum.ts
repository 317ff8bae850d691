import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { observe, type Term } from './likelihood.ts';
import type { Centre } from './centre.ts';
import type { FitData } from './data.ts';
import { priorRate } from './unitBlock.ts';
import { quarterCorrelation, type State } from './state.ts';
import { flag, real, whole } from '../typed.ts';

/**
 * The circumstances of one unit in coordinates that are independent both by their prior, of one variance, and by what the data say of them:
 * circumstances = basis x coordinates.
 */
export type Spectrum = {
  readonly size: number;
  /** Row by row, as the inverse is. */
  readonly basis: Float64Array;
  readonly inverse: Float64Array;
  /** How much the data say of each coordinate (the precision), and to which value they pull, times that. */
  readonly information: Float64Array;
  readonly pull: Float64Array;
  /** By how much the log rate answers to each circumstance. */
  readonly answer: Float64Array;
};

const spread = Math.sqrt(1 - quarterCorrelation * quarterCorrelation);

/** Circumstances from independent steps of variance 1: column k, below the diagonal. */
function stepsToCircumstances(size: number): Matrix {
  const matrix = Matrix.zeros(size, size);
  for (let k = 0; k < size; k += 1) {
    let value = k === 0 ? 1 : spread;
    for (let s = k; s < size; s += 1) {
      matrix.set(s, k, value);
      value *= quarterCorrelation;
    }
  }
  return matrix;
}

/** Curvature of the likelihood in each circumstance of a unit, as things are. */
function curvatureOf(data: FitData, state: State, i: number): Float64Array {
  const first = whole(data.slotStart, i);
  const curvature = new Float64Array(whole(data.slotStart, i + 1) - first);
  const scratch: Term = { value: 0, slope: 0, curvature: 0 };
  for (let o = whole(data.unitStart, i); o < whole(data.unitStart, i + 1); o += 1) {
    observe(real(data.count, o), flag(data.censored, o), real(state.current.mean, o), state.size, scratch);
    const s = whole(data.slot, o) - first;
    curvature[s] = real(curvature, s) + scratch.curvature;
  }
  return curvature;
}

/**
 * matrix x vector, of one size. Four rows side by side: the processor adds to one while it waits for the others.
 * @param first where the vector begins in `vectors`; @param place where the product goes in `out`
 */
export function multiply(
  matrix: Float64Array,
  size: number,
  vectors: Float64Array,
  first: number,
  out: Float64Array,
  place: number,
): void {
  let s = 0;
  for (; s + 4 <= size; s += 4) {
    const row = s * size;
    let [one, two, three, four] = [0, 0, 0, 0];
    for (let k = 0; k < size; k += 1) {
      const value = real(vectors, first + k);
      one += real(matrix, row + k) * value;
      two += real(matrix, row + size + k) * value;
      three += real(matrix, row + 2 * size + k) * value;
      four += real(matrix, row + 3 * size + k) * value;
    }
    out[place + s] = one;
    out[place + s + 1] = two;
    out[place + s + 2] = three;
    out[place + s + 3] = four;
  }
  for (; s < size; s += 1) {
    let total = 0;
    for (let k = 0; k < size; k += 1) total += real(matrix, s * size + k) * real(vectors, first + k);
    out[place + s] = total;
  }
}

/** Steps from circumstances: the inverse of the above, which has two diagonals. */
function circumstancesToSteps(size: number): Matrix {
  const matrix = Matrix.zeros(size, size);
  for (let s = 0; s < size; s += 1) {
    matrix.set(s, s, s === 0 ? 1 : 1 / spread);
    if (s > 0) matrix.set(s, s - 1, -quarterCorrelation / spread);
  }
  return matrix;
}

function spectrumOf(data: FitData, state: State, centre: Centre, deviation: number, i: number): Spectrum {
  const first = whole(data.slotStart, i);
  const curvature = curvatureOf(data, state, i);
  const size = curvature.length;
  const known =
    priorRate(data, state, i) * Math.exp(real(state.logRate, i)) + curvature.reduce((sum, each) => sum + each, 0);
  const answer = curvature.map((each) => each / known);
  // What the data say of the circumstances once the rate has answered.
  const said = Matrix.diag(Array.from(curvature)).sub(Matrix.columnVector(curvature).mmul(Matrix.rowVector(answer)));
  const steps = stepsToCircumstances(size);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(steps.transpose().mmul(said).mmul(steps), {
    assumeSymmetric: true,
  });
  const inverse = Float64Array.from(eigenvectorMatrix.transpose().mmul(circumstancesToSteps(size)).to1DArray());
  const information = Float64Array.from(realEigenvalues, (value) => Math.max(0, value));
  const pull = new Float64Array(size);
  multiply(inverse, size, centre.circumstance, first, pull, 0);
  for (let k = 0; k < size; k += 1) pull[k] = real(pull, k) * (real(information, k) + 1 / (deviation * deviation));
  return {
    size,
    basis: Float64Array.from(steps.mmul(eigenvectorMatrix).to1DArray()),
    inverse,
    information,
    pull,
    answer,
  };
}

/** Of every unit, as the curvature is at the present state, about where the chain has been. */
export function findSpectra(data: FitData, state: State, centre: Centre): readonly Spectrum[] {
  return Array.from(state.logRate, (_, i) => spectrumOf(data, state, centre, centre.deviation, i));
}
