import { at, mean } from '../numbers.ts';
import { pearsonResiduals, type Design, type QuasiPoissonFit } from './quasiPoisson.ts';

/**
 * Autocorrelations of a series at lags 1 to `lags`; null, a period without a value, takes its pairs out. Without gaps the usual
 * sum of products over sum of squares; with gaps as `acf(na.action = na.pass)` of R.
 * @returns null where no pair is left or the series does not vary
 */
export function autocorrelations(series: readonly (number | null)[], lags: number): readonly (number | null)[] {
  const known = series.filter((value) => value !== null);
  const centre = mean(known);
  const centred = series.map((value) => (value === null ? null : value - centre));
  const covarianceAt = (lag: number): number | null => {
    let [total, pairs] = [0, 0];
    for (let t = lag; t < centred.length; t += 1) {
      const [later, earlier] = [at(centred, t), at(centred, t - lag)];
      if (later === null || earlier === null) continue;
      total += later * earlier;
      pairs += 1;
    }
    return pairs === 0 ? null : total / (pairs + lag);
  };
  const variance = covarianceAt(0);
  return Array.from({ length: lags }, (_, index) => {
    const covariance = covarianceAt(index + 1);
    return covariance === null || variance === null || !(variance > 0) ? null : covariance / variance;
  });
}

/**
 * Autocorrelations of the Pearson residuals of a fit at lags 1 to `lags`.
 * @param positions of each row in time, whole numbers that rise: a period without a row parts its neighbours
 */
export function residualAutocorrelations(
  fit: QuasiPoissonFit,
  y: readonly number[],
  positions: readonly number[],
  lags: number,
): readonly (number | null)[] {
  const series: (number | null)[] = [];
  pearsonResiduals(fit, y).forEach((value, i) => {
    const passed = i === 0 ? 0 : at(positions, i) - at(positions, i - 1) - 1;
    // No pair reaches over more periods than there are lags.
    for (let t = 0; t < Math.min(passed, lags); t += 1) series.push(null);
    series.push(value);
  });
  return autocorrelations(series, lags);
}

/** What each row adds to each coefficient: (X'WX)^-1 x (y - mean), in log counts. */
function influencesOf(fit: QuasiPoissonFit, y: readonly number[], design: Design): readonly (readonly number[])[] {
  const columns = fit.coefficients.map((_, j) => j);
  return design.map((row, i) => {
    const excess = at(y, i) - at(fit.fitted, i);
    const inner = columns.map((k) => columns.reduce((total, j) => total + at(at(fit.root, j), k) * at(row, j), 0));
    return fit.root.map((of) => excess * columns.reduce((total, k) => total + at(of, k) * at(inner, k), 0));
  });
}

/**
 * Standard errors of the coefficients that hold where neighbouring errors are correlated, with Bartlett weights 1 - l / (lag + 1) and no
 * small-sample factor. Source: Newey and West, Econometrica 55 (1987).
 * @param positions of each row in time, whole numbers that rise: rows `lag` or less apart count as neighbours, so gaps are respected
 */
export function neweyWestErrors(
  fit: QuasiPoissonFit,
  y: readonly number[],
  design: Design,
  positions: readonly number[],
  lag: number,
): readonly number[] {
  const influences = influencesOf(fit, y, design);
  return fit.coefficients.map((_, j) => {
    let variance = 0;
    for (let i = 0; i < influences.length; i += 1) {
      const own = at(at(influences, i), j);
      variance += own * own;
      for (let k = i - 1; k >= 0 && at(positions, i) - at(positions, k) <= lag; k -= 1) {
        const distance = at(positions, i) - at(positions, k);
        variance += 2 * (1 - distance / (lag + 1)) * own * at(at(influences, k), j);
      }
    }
    return Math.sqrt(variance);
  });
}
