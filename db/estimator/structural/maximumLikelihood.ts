import { EigenvalueDecomposition, Matrix, solve } from 'ml-matrix';
import { at, sum } from '../numbers.ts';
import { searchSimplex } from '../nelderMead.ts';
import { createFilteredLevel, filterLevel, type FilteredLevel, type Variances } from './levelFilter.ts';
import { momentsOf, observedValues, type ModelledSeries } from './series.ts';

/** Parameters of y_t = mu_t + x_t' beta + e_t with mu a random walk; in the units of the outcome, its square and the regressors. */
export type StructuralParameters = Variances & { readonly coefficients: readonly number[] };

export type MaximumLikelihood = StructuralParameters & { readonly logLikelihood: number };

/** So wide that the first observation sets the level; on outcomes whose standard deviation nears 1,000 it no longer is. */
const firstLevel = { mean: 0, variance: 1e6 };

function residualsOf(series: ModelledSeries, coefficients: readonly number[]): Float64Array {
  return series.outcome.map((value, t) =>
    series.regressors.reduce((rest, regressor, j) => rest - at(coefficients, j) * at(regressor, t), value),
  );
}

function filtered(values: Float64Array, variances: Variances): FilteredLevel {
  const result = createFilteredLevel(values.length);
  filterLevel(values, firstLevel, variances, result);
  return result;
}

/** The first observation only sets the level, and tells nothing of the parameters. */
function countedPoints({ innovation }: FilteredLevel): number[] {
  return Array.from(innovation.keys()).filter((t) => t > 0 && !Number.isNaN(at(innovation, t)));
}

/**
 * Log-likelihood of the period before by its one-step predictions, the first level N(0, 1e6) and the first observation left out.
 * Source: Durbin and Koopman (2012), 7.2; the convention is that of statsmodels' UnobservedComponents.
 * @param parameters variances above 0; one coefficient for each regressor
 */
export function structuralLogLikelihood(series: ModelledSeries, parameters: StructuralParameters): number {
  const result = filtered(residualsOf(series, parameters.coefficients), parameters);
  let total = 0;
  for (const t of countedPoints(result)) {
    const variance = at(result.innovationVariance, t);
    total -= 0.5 * (Math.log(2 * Math.PI * variance) + at(result.innovation, t) ** 2 / variance);
  }
  return total;
}

/** The best coefficients for given variances, and how much is known of each: the inverse of their covariance. */
type Regression = { readonly coefficients: readonly number[]; readonly information: Matrix };

/**
 * The best coefficients for given variances, in closed form: the filter is linear, so the innovations of the outcome regressed on those of
 * the regressors, weighted by their precision, are generalised least squares; where regressors say the same, the smallest coefficients are
 * taken. Source: Durbin and Koopman (2012), 6.2.3.
 */
function regress(series: ModelledSeries, variances: Variances): Regression {
  if (series.regressors.length === 0) return { coefficients: [], information: Matrix.zeros(0, 0) };
  const outcome = filtered(series.outcome, variances);
  const missingAlike = (regressor: Float64Array): Float64Array =>
    series.outcome.map((value, t) => (Number.isNaN(value) ? NaN : at(regressor, t)));
  const regressors = series.regressors.map((regressor) => filtered(missingAlike(regressor), variances));
  const points = countedPoints(outcome);
  const whitened = ({ innovation }: FilteredLevel): number[] =>
    points.map((t) => at(innovation, t) / Math.sqrt(at(outcome.innovationVariance, t)));
  const rows = new Matrix(regressors.map(whitened));
  const information = rows.mmul(rows.transpose());
  const crossed = rows.mmul(Matrix.columnVector(whitened(outcome)));
  return { coefficients: solve(information, crossed, true).to1DArray(), information };
}

/** Share of the largest eigenvalue below which regressors say the same. */
const sameness = 1e-10;

function logDeterminant(information: Matrix): number {
  if (information.rows === 0) return 0;
  const { realEigenvalues } = new EigenvalueDecomposition(information, { assumeSymmetric: true });
  const least = sameness * Math.max(...realEigenvalues);
  return sum(realEigenvalues.filter((value) => value > least).map(Math.log));
}

/**
 * Log-likelihood of the variances alone, whatever the coefficients, up to a constant: many coefficients, as those of a season, take
 * movements of the level for their own where only the best of them count.
 * Source: Durbin and Koopman (2012), 7.2.5 (restricted likelihood by a diffuse start of the coefficients).
 */
export function restrictedLogLikelihood(series: ModelledSeries, variances: Variances): number {
  const { coefficients, information } = regress(series, variances);
  return structuralLogLikelihood(series, { ...variances, coefficients }) - 0.5 * logDeterminant(information);
}

/** Level variances, as shares of the outcome's variance, from which the search starts: the likelihood can have a second, lower top. */
const startingShares = [0.3, 0.01, 0.0001];

const search = { step: 1, evaluations: 500, tolerance: 1e-11 };

/** Share of the outcome's variance below which a variance counts as this: a series that is explained to the last has no highest likelihood. */
const smallestShare = 1e-13;

/**
 * Maximum likelihood: the coefficients are worked out for each pair of variances, and Nelder and Mead's simplex searches the logarithms of
 * the two variances from three starts. A level that does not move shows as a variance of nearly 0.
 */
export function maximiseLikelihood(series: ModelledSeries): MaximumLikelihood {
  const spread = momentsOf(observedValues(series.outcome)).sd ** 2;
  const varianceAt = (log: number): number => Math.max(Math.exp(log), smallestShare * spread);
  const parametersAt = (logs: readonly number[]): StructuralParameters => {
    const variances = { observation: varianceAt(at(logs, 0)), level: varianceAt(at(logs, 1)) };
    return { ...variances, coefficients: regress(series, variances).coefficients };
  };
  const objective = (logs: readonly number[]): number => -structuralLogLikelihood(series, parametersAt(logs));
  const found = startingShares.map((share) =>
    searchSimplex(objective, [Math.log(spread / 2), Math.log(share * spread)], search),
  );
  const best = found.reduce((one, other) => (other.value < one.value ? other : one));
  return { ...parametersAt(best.point), logLikelihood: -best.value };
}

/**
 * Prediction of the period after from given parameters, without their uncertainty.
 * @returns mean and variance of the outcome at each point of the period after, in its units
 */
export function predictAfter(
  series: ModelledSeries,
  parameters: StructuralParameters,
): readonly { readonly mean: number; readonly variance: number }[] {
  const { mean, variance } = filtered(residualsOf(series, parameters.coefficients), parameters);
  const last = series.outcome.length - 1;
  return Array.from({ length: series.after.last - series.after.first + 1 }, (_, step) => {
    const t = series.after.first + step;
    return {
      mean: series.regressors.reduce(
        (total, regressor, j) => total + at(parameters.coefficients, j) * at(regressor, t),
        at(mean, last),
      ),
      variance: at(variance, last) + (t - last) * parameters.level + parameters.observation,
    };
  });
}
