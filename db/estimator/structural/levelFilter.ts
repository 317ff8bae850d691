import { real } from '../typed.ts';

/** Variances of the local level model y_t = mu_t + e_t, mu_{t+1} = mu_t + eta_t. */
export type Variances = { readonly observation: number; readonly level: number };

/** What is known of the first level before the first observation. */
export type FirstLevel = { readonly mean: number; readonly variance: number };

/** One element for each time point. */
export type FilteredLevel = {
  /** Of mu_t given y_1 to y_t. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
  /** y_t less its prediction from y_1 to y_{t-1}, and the variance of that; the innovation is NaN where y_t is missing. */
  readonly innovation: Float64Array;
  readonly innovationVariance: Float64Array;
};

export function createFilteredLevel(length: number): FilteredLevel {
  const fresh = (): Float64Array => new Float64Array(length);
  return { mean: fresh(), variance: fresh(), innovation: fresh(), innovationVariance: fresh() };
}

/**
 * Kalman filter of the local level model; a missing value (NaN) skips the update. Writes into `into` and allocates nothing.
 * Source: Durbin and Koopman, Time Series Analysis by State Space Methods (2012), 2.2 and 2.7.
 */
export function filterLevel(
  values: Float64Array,
  start: FirstLevel,
  { observation, level }: Variances,
  into: FilteredLevel,
): void {
  let { mean, variance } = start;
  for (let t = 0; t < values.length; t += 1) {
    const innovation = real(values, t) - mean;
    const innovationVariance = variance + observation;
    if (!Number.isNaN(innovation)) {
      const gain = variance / innovationVariance;
      mean += gain * innovation;
      variance = gain * observation;
    }
    into.mean[t] = mean;
    into.variance[t] = variance;
    into.innovation[t] = innovation;
    into.innovationVariance[t] = innovationVariance;
    variance += level;
  }
}
