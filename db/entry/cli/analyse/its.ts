import { drawCounts, expectedTotal } from '../../../estimator/interrupted/counterfactual.ts';
import { testNested } from '../../../estimator/interrupted/nestedTest.ts';
import {
  covarianceOf,
  fitQuasiPoisson,
  meansOf,
  type Design,
  type FitFailure,
  type QuasiPoissonFit,
} from '../../../estimator/interrupted/quasiPoisson.ts';
import { neweyWestErrors, residualAutocorrelations } from '../../../estimator/interrupted/serial.ts';
import {
  luckFactor,
  smallSampleErrors,
  withSmallSample,
  type SmallSample,
} from '../../../estimator/interrupted/smallSample.ts';
import { at, mean, quantileOfSorted, sum, z975 } from '../../../estimator/numbers.ts';
import { createRandom, type Random } from '../../../estimator/random.ts';
import { InputFailure } from '../outcome.ts';
import { defineMethod, type Table } from './method.ts';
import { designOf, seriesOf, specification, type ItsSeries, type ItsSpecification } from './itsSeries.ts';

/** Of the normal distribution, as in R. */
const lags = 12;

/** Rows of a series by their index. */
type Rows = readonly number[];
type Part = {
  readonly y: readonly number[];
  readonly design: Design;
  readonly offset: readonly number[];
  /** In time. */
  readonly places: readonly number[];
};

function partOf(series: ItsSeries, design: Design, rows: Rows): Part {
  return {
    y: rows.map((i) => at(series.outcome, i) ?? 0),
    design: rows.map((i) => at(design, i)),
    offset: rows.map((i) => at(series.offset, i) ?? 0),
    places: rows.map((i) => at(series.places, i)),
  };
}

function fitPart({ y, design, offset }: Part): QuasiPoissonFit | FitFailure {
  return fitQuasiPoisson(y, design, offset);
}

/** With the dispersion that the family assumes, so that standard errors and draws follow it. */
function assuming(family: ItsSpecification['family'], fit: QuasiPoissonFit): QuasiPoissonFit {
  return family === 'poisson' ? { ...fit, dispersion: 1 } : fit;
}

type Errors = NonNullable<ItsSpecification['errors']>;

function errorsOf({ errors, family }: ItsSpecification): Errors {
  return errors ?? (family === 'poisson' ? 'model' : 'smallSample');
}

/** Errors that hold in a short series. */
function shortSeries(fit: QuasiPoissonFit, { y, design, places }: Part): SmallSample {
  return smallSampleErrors(fit, y, design, places);
}

function coefficientRows(
  terms: readonly string[],
  fit: QuasiPoissonFit,
  part: Part,
  { lag, errors, short }: { readonly lag: number; readonly errors: Errors; readonly short: SmallSample },
) {
  const covariance = covarianceOf(fit);
  const robust = neweyWestErrors(fit, part.y, part.design, part.places, lag);
  return terms.map((term, j) => {
    const estimate = at(fit.coefficients, j);
    const standardError = Math.sqrt(at(at(covariance, j), j));
    const [smallSampleError, criticalValue] = [at(short.standardErrors, j), at(short.criticalValues, j)];
    const half = errors === 'model' ? z975 * standardError : criticalValue * smallSampleError;
    return {
      term,
      estimate,
      standardError,
      neweyWestError: at(robust, j),
      smallSampleError,
      criticalValue,
      ratio: Math.exp(estimate),
      ratioLow: Math.exp(estimate - half),
      ratioHigh: Math.exp(estimate + half),
    };
  });
}

/** How the errors of a fit are taken: as the model has them, or as they hold in a short series. */
type Taken = { readonly fit: QuasiPoissonFit; readonly short: SmallSample | null };

/**
 * Expected total of the rows after the interruption, and the middle 95 % of totals that may come about. In a short series the coefficients
 * spread as far as their critical values say, and the luck of neighbouring rows adds up.
 */
function totalsOf({ fit: own, short }: Taken, { y, design, offset, places }: Part, random: Random, draws: number) {
  const fit = short ? withSmallSample(own, short) : own;
  const { total, standardError } = expectedTotal(fit, design, offset);
  const stretch = short ? mean(short.criticalValues) / z975 : 1;
  const luck = short ? luckFactor(meansOf(fit.coefficients, design, offset), places, short.correlation) : 1;
  const wide = { ...fit, root: fit.root.map((row) => row.map((value) => value * stretch)) };
  const { count, expected } = drawCounts(wide, design, offset, random, draws);
  const totals = Float64Array.from({ length: draws }, (_, d) => {
    const centre = sum(y.map((_count, i) => expected(i, d)));
    // Stretched luck may lead below zero, where no count is.
    return Math.max(0, centre + luck * (sum(y.map((_count, i) => count(i, d))) - centre));
  }).sort();
  return {
    status: 'estimated',
    total,
    standardError,
    low: quantileOfSorted(totals, 0.025),
    high: quantileOfSorted(totals, 0.975),
    difference: total - sum(y),
    dispersion: fit.dispersion,
  };
}

function counterfactualOf(series: ItsSeries, options: ItsSpecification, whole: Taken, used: Rows) {
  if (options.counterfactual === null) return null;
  const { draws, seed } = options.counterfactual;
  const { terms } = series;
  const without = terms.step.map(() => 0);
  const after = used.filter((i) => at(terms.step, i) !== 0);
  const before = used.filter((i) => at(terms.step, i) === 0);
  const stepOff = designOf(series, { step: without, ...(terms.slopeChange && { slopeChange: without }) }).design;
  const beforeOnly = designOf(series, { step: null, slopeChange: null }).design;
  const learnt = partOf(series, beforeOnly, before);
  const projection = fitPart(learnt);
  const projected = (part: Part): unknown => {
    if (projection.status === 'failed') return { status: 'refused', reason: projection.reason };
    const fit = assuming(options.family, projection);
    const taken = { fit, short: whole.short && shortSeries(fit, learnt) };
    return totalsOf(taken, part, createRandom(seed, 'before only'), draws);
  };
  return {
    draws,
    seed,
    rows: after.length,
    observed: sum(after.map((i) => at(series.outcome, i) ?? 0)),
    withoutStep: totalsOf(whole, partOf(series, stepOff, after), createRandom(seed, 'without step'), draws),
    beforeOnly: projected(partOf(series, beforeOnly, after)),
  };
}

/** Whatever the family, against the dispersion that the data show. */
function testOf(series: ItsSeries, { testWithout }: ItsSpecification, used: Rows, larger: QuasiPoissonFit) {
  if (testWithout === null) return null;
  if (series.terms[testWithout] === null) throw new InputFailure('analyse.noTerm', { term: testWithout });
  const smaller = fitPart(partOf(series, designOf(series, { [testWithout]: null }).design, used));
  if (smaller.status === 'failed') return { without: testWithout, status: 'refused', reason: smaller.reason };
  return { without: testWithout, status: 'tested', ...testNested(smaller, larger) };
}

/** Counts that the model fits exactly, as a series that never changes, tell nothing of chance: every interval would have no width. */
const leastDispersion = 1e-9;

function runIts(table: Table, options: ItsSpecification): unknown {
  const series = seriesOf(table, options);
  const { terms, design } = designOf(series);
  const used = series.outcome.flatMap((count, i) => (count === null || at(series.offset, i) === null ? [] : [i]));
  const part = partOf(series, design, used);
  const found = fitPart(part);
  if (found.status === 'failed') return { status: 'refused', reason: found.reason };
  if (options.family === 'quasipoisson' && found.dispersion < leastDispersion)
    return { status: 'refused', reason: 'no_variation' };
  const fit = assuming(options.family, found);
  const errors = errorsOf(options);
  const short = shortSeries(fit, part);
  return {
    status: 'estimated',
    family: options.family,
    rows: { used: used.length, missing: series.outcome.length - used.length },
    degreesOfFreedom: fit.degreesOfFreedom,
    deviance: fit.deviance,
    dispersion: fit.dispersion,
    errors,
    shortSeries: { autocorrelation: short.autocorrelation, dispersion: short.dispersion },
    coefficients: coefficientRows(terms, fit, part, { lag: options.neweyWestLag, errors, short }),
    autocorrelation: residualAutocorrelations(fit, part.y, part.places, lags),
    counterfactual: counterfactualOf(series, options, { fit, short: errors === 'model' ? null : short }, used),
    test: testOf(series, options, used, found),
  };
}

/** Segmented quasi-Poisson interrupted time series of one table, in time's order. Documented in docs/analyse/its.md. */
export const its = defineMethod('its', specification, runIts);
