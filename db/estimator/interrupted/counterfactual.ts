import { sampleNegativeBinomial } from '../negativeBinomial.ts';
import { at, sum } from '../numbers.ts';
import type { Random } from '../random.ts';
import { real } from '../typed.ts';
import { meansOf, type Design, type QuasiPoissonFit } from './quasiPoisson.ts';

export type ExpectedTotal = { readonly total: number; readonly standardError: number };

/**
 * Expected sum of counts on other rows than those fitted (without the step, or after it), with the standard error that the coefficients'
 * covariance gives it by the delta method: g = sum mean_i x_i, SE = sqrt(g' V g).
 */
export function expectedTotal(fit: QuasiPoissonFit, design: Design, offset: readonly number[]): ExpectedTotal {
  const means = meansOf(fit.coefficients, design, offset);
  const gradient = fit.coefficients.map((_, j) => sum(design.map((row, i) => at(means, i) * at(row, j))));
  const scaled = fit.coefficients.map((_, k) => sum(gradient.map((value, j) => value * at(at(fit.root, j), k))));
  return { total: sum(means), standardError: Math.sqrt(fit.dispersion * sum(scaled.map((value) => value * value))) };
}

type OnRow = (row: number, draw: number) => number;
export type DrawnCounts = { readonly count: OnRow; readonly expected: OnRow };

/** Far above any count, and low enough for the samplers' arithmetic: a trend may run off when it is projected. */
const largestMean = 1e12;

/**
 * Counts that may come about on other rows than those fitted: coefficients b ~ N(bhat, V), then a negative binomial with variance
 * dispersion x mean (Poisson for a dispersion of 1 or less, which is then taken for 1 in V too).
 * Source: Vigie method note, section 3 (b1).
 * @returns a draw of the count on a row, and the mean that it was drawn from; the same draw keeps its coefficients on every row; RangeError for
 * a row or draw that is not there
 */
export function drawCounts(
  fit: QuasiPoissonFit,
  design: Design,
  offset: readonly number[],
  random: Random,
  draws: number,
): DrawnCounts {
  const dispersion = Math.max(1, fit.dispersion);
  const scale = Math.sqrt(dispersion);
  const columns = fit.coefficients.length;
  const coefficients = new Float64Array(draws * columns);
  for (let d = 0; d < draws; d += 1) {
    const normals = fit.coefficients.map(() => random.normal());
    for (let j = 0; j < columns; j += 1) {
      const row = at(fit.root, j);
      let error = 0;
      for (let k = j; k < columns; k += 1) error += at(row, k) * at(normals, k);
      coefficients[d * columns + j] = at(fit.coefficients, j) + scale * error;
    }
  }
  const rows = Float64Array.from(design.flat());
  const offsets = Float64Array.from(offset);
  const expected = (i: number, d: number): number => {
    let predictor = real(offsets, i);
    for (let j = 0; j < columns; j += 1) predictor += real(rows, i * columns + j) * real(coefficients, d * columns + j);
    return Math.min(Math.exp(predictor), largestMean);
  };
  const count = (i: number, d: number): number => {
    const mean = expected(i, d);
    if (mean === 0) return 0;
    return sampleNegativeBinomial(random, mean, dispersion > 1 ? mean / (dispersion - 1) : Infinity);
  };
  return { count, expected };
}
