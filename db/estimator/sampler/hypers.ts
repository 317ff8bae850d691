import type { Assumptions } from '../assumptions.ts';
import { square } from '../numbers.ts';
import { logGamma } from '../distributions.ts';
import { flag, real, whole } from '../typed.ts';
import type { Random } from '../random.ts';
import type { FitData } from './data.ts';
import { sizeTerm, type CountProfile } from './likelihood.ts';
import { monthMean } from './drift.ts';
import { priors, quarterCorrelation, type State } from './state.ts';
import { createImplied, findTerms, type Implied } from './terms.ts';
import { proposeStep, tries, type Tuning } from './tuning.ts';

/** log density of the units' rates and of the law that they share, at given parameters of that law. */
function rateLaw(data: FitData, state: State, centre: number, mean: number, shape: number, slope: number): number {
  const a = Math.exp(shape);
  const logA = shape;
  let total = 0;
  for (let i = 0; i < state.logRate.length; i += 1) {
    const log = mean + slope * real(data.logInflow, i);
    const distance = real(state.logRate, i) - log;
    total += a * distance - a * Math.exp(distance);
  }
  total += state.logRate.length * (a * logA - logGamma(a));
  return (
    total -
    0.5 * square((mean - centre) / priors.logRateDeviation) -
    0.5 * square((shape - priors.logShape.mean) / priors.logShape.deviation) -
    0.5 * square(slope / priors.slopeDeviation)
  );
}

/** Mean, shape and inflow slope of the law of the rates, one after the other by random walks; cheap, so several rounds. */
export function updateRateLaw(data: FitData, state: State, centre: number, tuning: Tuning, random: Random): void {
  for (let round = 0; round < 3; round += 1) {
    const now = rateLaw(data, state, centre, state.logMeanRate, state.logShape, state.inflowSlope);
    const mean = state.logMeanRate + tuning.rateMean.scale * random.normal();
    let current = now;
    const atMean = rateLaw(data, state, centre, mean, state.logShape, state.inflowSlope);
    if (tries(tuning.rateMean, atMean - current, random)) {
      state.logMeanRate = mean;
      current = atMean;
    }
    const shape = state.logShape + tuning.rateShape.scale * random.normal();
    const atShape = rateLaw(data, state, centre, state.logMeanRate, shape, state.inflowSlope);
    if (tries(tuning.rateShape, atShape - current, random)) {
      state.logShape = shape;
      current = atShape;
    }
    const slope = state.inflowSlope + tuning.inflowSlope.scale * random.normal();
    const atSlope = rateLaw(data, state, centre, state.logMeanRate, state.logShape, slope);
    if (tries(tuning.inflowSlope, atSlope - current, random)) state.inflowSlope = slope;
  }
}

/**
 * All rates up and all months down by the same factor: the likelihood stays as it is, so this costs nothing and frees the level.
 */
export function shiftLevel(data: FitData, state: State, centre: number, tuning: Tuning, random: Random): void {
  const by = tuning.level.scale * random.normal();
  let ratio =
    -0.5 * square((state.logMeanRate + by - centre) / priors.logRateDeviation) +
    0.5 * square((state.logMeanRate - centre) / priors.logRateDeviation);
  for (let t = 0; t < state.logMonth.length; t += 1) {
    const own = real(state.logMonth, t) - monthMean(data, state, t);
    ratio -= (square(own - by) - square(own)) / (2 * square(priors.monthNoise));
  }
  if (!tries(tuning.level, ratio, random)) return;
  state.logMeanRate += by;
  for (let i = 0; i < state.logRate.length; i += 1) state.logRate[i] = real(state.logRate, i) + by;
  for (let t = 0; t < state.logMonth.length; t += 1) state.logMonth[t] = real(state.logMonth, t) - by;
}

/** Mean of the productivities given them (a normal law), and their spread by random walks on its log. */
export function updateProductivityLaw(
  data: FitData,
  state: State,
  assumptions: Assumptions,
  tuning: Tuning,
  random: Random,
): void {
  const { mean, deviation } = assumptions.relativeProductivity;
  let units = 0;
  let total = 0;
  for (let i = 0; i < state.productivity.length; i += 1) {
    if (flag(data.funded, i) === 0) continue;
    units += 1;
    total += real(state.productivity, i);
  }
  const precision = 1 / square(deviation) + units / square(state.spread);
  const located = mean / square(deviation) + total / square(state.spread);
  state.centre = located / precision + random.normal() / Math.sqrt(precision);
  if (assumptions.fixedSpread !== null) return;
  let squares = 0;
  for (let i = 0; i < state.productivity.length; i += 1) {
    if (flag(data.funded, i) === 1) squares += square(real(state.productivity, i) - state.centre);
  }
  const density = (spread: number): number =>
    (1 - units) * Math.log(spread) -
    squares / (2 * square(spread)) -
    0.5 * square(spread / assumptions.productivitySpread);
  for (let round = 0; round < 3; round += 1) {
    const spread = state.spread * Math.exp(tuning.spread.scale * random.normal());
    if (tries(tuning.spread, density(spread) - density(state.spread), random)) state.spread = spread;
  }
}

/** Stationary deviation of the circumstances given them. */
export function updateDeviation(data: FitData, state: State, tuning: Tuning, random: Random): void {
  const innovation = 1 - square(quarterCorrelation);
  let squares = 0;
  for (let i = 0; i + 1 < data.slotStart.length; i += 1) {
    for (let s = whole(data.slotStart, i); s < whole(data.slotStart, i + 1); s += 1) {
      const value = real(state.circumstance, s);
      squares +=
        s === whole(data.slotStart, i)
          ? square(value)
          : square(value - quarterCorrelation * real(state.circumstance, s - 1)) / innovation;
    }
  }
  const slots = state.circumstance.length;
  const density = (deviation: number): number =>
    (1 - slots) * Math.log(deviation) -
    squares / (2 * square(deviation)) -
    0.5 * square(deviation / priors.circumstanceScale);
  for (let round = 0; round < 3; round += 1) {
    const deviation = state.deviation * Math.exp(tuning.deviation.scale * random.normal());
    if (tries(tuning.deviation, density(deviation) - density(state.deviation), random)) state.deviation = deviation;
  }
}

/** Buffers of a move that changes many observations; `monthFactor` has one element for each month. */
export type Trial = Implied & { readonly monthFactor: Float64Array };

export function createTrial(data: FitData): Trial {
  return {
    ...createImplied(data.count.length),
    monthFactor: new Float64Array(data.months.length),
  };
}

/** Size of the negative binomial, by a random walk on its log, or by a jump to where it has been. */
export function updateSize(
  data: FitData,
  state: State,
  counts: CountProfile,
  uncensored: number,
  trial: Trial,
  tuning: Tuning,
  random: Random,
): void {
  const now = Math.log(state.size);
  const step = proposeStep(tuning.size, now, random);
  const logSize = now + step.by;
  const size = Math.exp(logSize);
  const prior = (log: number): number => -0.5 * square((log - priors.logSize.mean) / priors.logSize.deviation);
  const { current } = state;
  const change =
    findTerms(data, data.places.all, { ...current, term: trial.term }, size, current.term) +
    sizeTerm(counts, uncensored, size) -
    sizeTerm(counts, uncensored, state.size);
  if (!tries(tuning.size, change + prior(logSize) - prior(now) + step.ratio, random)) return;
  state.size = size;
  current.term.set(trial.term);
}
