import { observe, type Term } from './likelihood.ts';
import type { Centre } from './centre.ts';
import type { FitData } from './data.ts';
import { eigenOf } from './eigen.ts';
import { priorRate } from './unitBlock.ts';
import { quarterCorrelation, type State } from './state.ts';
import { flag, real, whole } from '../typed.ts';

/**
 * The circumstances of one unit in coordinates that are independent both by their prior, of one variance, and by what the data say of them:
 * circumstances = basis x coordinates.
 */
export type Spectrum = {
  readonly size: number;
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
function stepsToCircumstances(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < size; k += 1) {
    let value = k === 0 ? 1 : spread;
    for (let s = k; s < size; s += 1) {
      matrix[s * size + k] = value;
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

export function multiply(matrix: Float64Array, vector: Float64Array, out: Float64Array): void {
  const size = vector.length;
  for (let s = 0; s < size; s += 1) {
    let total = 0;
    const row = s * size;
    for (let k = 0; k < size; k += 1) total += real(matrix, row + k) * real(vector, k);
    out[s] = total;
  }
}

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const out = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1)
    for (let k = 0; k < size; k += 1) {
      const left = real(a, i * size + k);
      if (left === 0) continue;
      for (let j = 0; j < size; j += 1) out[i * size + j] = real(out, i * size + j) + left * real(b, k * size + j);
    }
  return out;
}

function transposed(matrix: Float64Array, size: number): Float64Array {
  return Float64Array.from(matrix, (_, place) => real(matrix, (place % size) * size + Math.floor(place / size)));
}

/** Steps from circumstances: the inverse of the above, which has two diagonals. */
function circumstancesToSteps(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let s = 0; s < size; s += 1) {
    matrix[s * size + s] = s === 0 ? 1 : 1 / spread;
    if (s > 0) matrix[s * size + s - 1] = -quarterCorrelation / spread;
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
  const said = new Float64Array(size * size);
  for (let s = 0; s < size; s += 1) {
    for (let r = 0; r < size; r += 1) said[s * size + r] = -real(curvature, s) * real(answer, r);
    said[s * size + s] = real(said, s * size + s) + real(curvature, s);
  }
  const steps = stepsToCircumstances(size);
  const { values, vectors } = eigenOf(product(transposed(steps, size), product(said, steps, size), size), size);
  const inverse = product(transposed(vectors, size), circumstancesToSteps(size), size);
  const information = values.map((value) => Math.max(0, value));
  const pull = new Float64Array(size);
  multiply(inverse, centre.circumstance.subarray(first, first + size), pull);
  for (let k = 0; k < size; k += 1) pull[k] = real(pull, k) * (real(information, k) + 1 / (deviation * deviation));
  return { size, basis: product(steps, vectors, size), inverse, information, pull, answer };
}

/** Of every unit, as the curvature is at the present state, about where the chain has been. */
export function findSpectra(data: FitData, state: State, centre: Centre): readonly Spectrum[] {
  return Array.from(state.logRate, (_, i) => spectrumOf(data, state, centre, centre.deviation, i));
}
