import { at } from '../numbers.ts';
import type { Random } from '../random.ts';
import { real } from '../typed.ts';
import { createFilteredLevel, filterLevel, type FilteredLevel } from './levelFilter.ts';
import { samplePrecision } from './precision.ts';
import { drawRegression, prepareRegression, type RegressionPosterior } from './regressionPosterior.ts';
import { standardised, standardsOf, type ModelledSeries, type Standards } from './series.ts';

export type SamplerSettings = {
  /** Prior guess of the level's movement from point to point, as a share of the outcome's standard deviation; .01 is CausalImpact's default. */
  readonly priorLevelSd: number;
  /** Draws kept. */
  readonly draws: number;
  /** Draws thrown away before them. */
  readonly burnIn: number;
};

/** Draws from the posterior, in the units of the outcome. */
export type StructuralDraws = {
  /** Outcome without the intervention, observation noise included: draw d, point j of the period after is element d x points + j. */
  readonly predicted: Float64Array;
  readonly points: number;
  /** Mean over the draws of level and regression, without the noise: one element for each point of the period after. */
  readonly expected: Float64Array;
  readonly levelSd: Float64Array;
  readonly observationSd: Float64Array;
  /** One array for each regressor; units of the outcome for one unit of the regressor. */
  readonly coefficients: readonly Float64Array[];
};

/** Weight of the prior of the level's movement, as half a number of observed movements, and its bound: the outcome's standard deviation, 1. */
const levelPrior = { shape: 16, highestSd: 1 };

/** Of the standardised series. */
type Chain = {
  readonly outcome: Float64Array;
  readonly regression: RegressionPosterior;
  /** Rate of the prior of 1 / s_eta^2. */
  readonly levelRate: number;
  readonly filtered: FilteredLevel;
  /** The current draw: level of each point of the period before, coefficients, and regression at each point to the end of the period after. */
  readonly level: Float64Array;
  readonly coefficients: Float64Array;
  readonly regressed: Float64Array;
  levelSd: number;
  observationSd: number;
  /** Room for the outcome less one part of the model. */
  readonly remainder: Float64Array;
};

function createChain(series: ModelledSeries, standards: Standards, priorLevelSd: number): Chain {
  const length = series.outcome.length;
  const { outcome, regressors } = standardised(series, standards);
  const regression = prepareRegression(outcome, regressors, series.waves);
  return {
    outcome,
    regression,
    levelRate: levelPrior.shape * priorLevelSd ** 2,
    filtered: createFilteredLevel(length),
    level: new Float64Array(length),
    coefficients: new Float64Array(regression.regressors.length),
    regressed: new Float64Array(series.after.last + 1),
    levelSd: priorLevelSd,
    observationSd: 1,
    remainder: new Float64Array(length),
  };
}

/**
 * A draw of all levels given what the filter found, backward from the last. Writes into `level` and allocates nothing.
 * Source: Carter and Kohn (Biometrika 81, 1994); Frühwirth-Schnatter (Journal of Time Series Analysis 15, 1994).
 */
export function drawLevel(filtered: FilteredLevel, levelVariance: number, random: Random, level: Float64Array): void {
  const last = level.length - 1;
  let next = real(filtered.mean, last) + Math.sqrt(real(filtered.variance, last)) * random.normal();
  level[last] = next;
  for (let t = last - 1; t >= 0; t -= 1) {
    const mean = real(filtered.mean, t);
    const variance = real(filtered.variance, t);
    const weight = variance / (variance + levelVariance);
    next = mean + weight * (next - mean) + Math.sqrt(weight * levelVariance) * random.normal();
    level[t] = next;
  }
}

function drawLevelSd({ level, levelRate }: Chain, random: Random): number {
  let squares = 0;
  for (let t = 1; t < level.length; t += 1) squares += (real(level, t) - real(level, t - 1)) ** 2;
  const shape = levelPrior.shape + (level.length - 1) / 2;
  return samplePrecision(random, shape, levelRate + squares / 2, levelPrior.highestSd) ** -0.5;
}

function subtract(from: Float64Array, values: Float64Array, into: Float64Array): void {
  for (let t = 0; t < into.length; t += 1) into[t] = real(from, t) - real(values, t);
}

function regress({ regression, coefficients, regressed }: Chain): void {
  regressed.fill(0);
  for (let j = 0; j < coefficients.length; j += 1) {
    const regressor = at(regression.regressors, j);
    const coefficient = real(coefficients, j);
    for (let t = 0; t < regressed.length; t += 1) regressed[t] = real(regressed, t) + coefficient * real(regressor, t);
  }
}

/** One sweep: the levels, how much they move, then coefficients and noise. */
function sweep(chain: Chain, random: Random): void {
  const { outcome, filtered, level, remainder } = chain;
  const variances = { observation: chain.observationSd ** 2, level: chain.levelSd ** 2 };
  subtract(outcome, chain.regressed, remainder);
  filterLevel(remainder, { mean: real(outcome, 0), variance: 1 }, variances, filtered);
  drawLevel(filtered, variances.level, random, level);
  chain.levelSd = drawLevelSd(chain, random);
  subtract(outcome, level, remainder);
  chain.observationSd = drawRegression(chain.regression, remainder, chain.coefficients, random);
  regress(chain);
}

/** Goes on from the last level through the period after; writes one row of predictions, from `offset`, and adds to the running totals. */
function predictAfter(
  chain: Chain,
  { first, last }: ModelledSeries['after'],
  random: Random,
  expected: Float64Array,
  predicted: Float64Array,
  offset: number,
): void {
  const { level, regressed, levelSd, observationSd } = chain;
  let current = real(level, level.length - 1);
  for (let t = level.length; t <= last; t += 1) {
    current += levelSd * random.normal();
    if (t < first) continue;
    const point = t - first;
    const mean = current + real(regressed, t);
    expected[point] = real(expected, point) + mean;
    predicted[offset + point] = mean + observationSd * random.normal();
  }
}

function checkSettings({ priorLevelSd, draws, burnIn }: SamplerSettings): void {
  if (!(priorLevelSd > 0 && priorLevelSd <= 1)) throw new RangeError('The prior of the level lies above 0, up to 1.');
  if (!Number.isInteger(draws) || draws < 1 || !Number.isInteger(burnIn) || burnIn < 0)
    throw new RangeError('Draws are whole numbers, at least one of them kept.');
}

/**
 * Draws from the posterior of the local level model with static regression, fitted to the period before, and of the outcome that it predicts
 * for the period after. Outcome and regressors are standardised on the period before (sd_y = 1); mu_1 ~ N(y_1, 1);
 * 1/s_eta^2 ~ Gamma(16, 16 p^2) with s_eta < 1; coefficients and noise as in `prepareRegression`. Gibbs: levels by forward filtering and
 * backward sampling, the rest by conjugate draws. Source: Brodersen et al. (Annals of Applied Statistics 9, 2015), as CausalImpact 1.4.1.
 * @param settings p above 0 and at most 1, whole numbers of draws; RangeError otherwise
 */
export function sampleStructural(series: ModelledSeries, settings: SamplerSettings, random: Random): StructuralDraws {
  checkSettings(settings);
  const { draws, burnIn } = settings;
  const standards = standardsOf(series);
  const { mean, sd } = standards.outcome;
  const scales = standards.regressors.map((regressor) => sd / regressor.sd);
  const chain = createChain(series, standards, settings.priorLevelSd);
  const points = series.after.last - series.after.first + 1;
  const predicted = new Float64Array(draws * points);
  const expected = new Float64Array(points);
  const levelSd = new Float64Array(draws);
  const observationSd = new Float64Array(draws);
  const coefficients = scales.map(() => new Float64Array(draws));
  for (let swept = 0; swept < burnIn; swept += 1) sweep(chain, random);
  for (let d = 0; d < draws; d += 1) {
    sweep(chain, random);
    predictAfter(chain, series.after, random, expected, predicted, d * points);
    levelSd[d] = sd * chain.levelSd;
    observationSd[d] = sd * chain.observationSd;
    for (let j = 0; j < scales.length; j += 1) at(coefficients, j)[d] = at(scales, j) * at(chain.coefficients, j);
  }
  const original = (value: number): number => mean + sd * value;
  return {
    predicted: predicted.map(original),
    points,
    expected: expected.map((total) => original(total / draws)),
    levelSd,
    observationSd,
    coefficients,
  };
}
