import type { Assumptions } from '../assumptions.ts';
import { exp, log } from '../elementary.ts';
import { square } from '../numbers.ts';
import { flag, real, whole } from '../typed.ts';
import type { Random } from '../random.ts';
import type { FitData } from './data.ts';
import { driftPriorRatio } from './drift.ts';
import type { Trial } from './hypers.ts';
import type { Ridge } from './ridge.ts';
import { priorRate } from './unitBlock.ts';
import { priors, quarterCorrelation, rampedOf, workAt, type State } from './state.ts';
import { findTerms } from './terms.ts';
import { proposeStep, tries, type Tuning } from './tuning.ts';

/** Where the work of the staff stays as it is. */
export function adoptMeans({ current }: State, trial: Trial): void {
  current.mean.set(trial.mean);
  current.logMean.set(trial.logMean);
  current.term.set(trial.term);
}

export function adopt(state: State, trial: Trial): void {
  state.current.work.set(trial.work);
  adoptMeans(state, trial);
}

function adoptWithFunded(data: FitData, state: State, trial: Trial): void {
  const { current } = state;
  for (let k = 0; k < data.withFunded.length; k += 1) {
    const o = whole(data.withFunded, k);
    current.work[o] = real(trial.work, o);
    current.mean[o] = real(trial.mean, o);
    current.logMean[o] = real(trial.logMean, o);
    current.term[o] = real(trial.term, o);
  }
}

/** log ratio of the priors of circumstances, rates and months after a step of `by` along the ridge. */
function ridgePriorRatio(data: FitData, state: State, ridge: Ridge, by: number): number {
  const shape = Math.exp(state.logShape);
  const innovation = square(state.deviation) * (1 - square(quarterCorrelation));
  let ratio = 0;
  for (let i = 0; i < state.logRate.length; i += 1) {
    const change = by * real(ridge.logRate, i);
    const pull = priorRate(data, state, i) * Math.exp(real(state.logRate, i));
    ratio += shape * change - pull * (Math.exp(change) - 1);
    const first = whole(data.slotStart, i);
    for (let s = first; s < whole(data.slotStart, i + 1); s += 1) {
      const before = s === first ? 0 : quarterCorrelation * real(state.circumstance, s - 1);
      const moved = s === first ? 0 : quarterCorrelation * real(ridge.circumstance, s - 1);
      const old = real(state.circumstance, s) - before;
      const next = old + by * (real(ridge.circumstance, s) - moved);
      ratio -= (square(next) - square(old)) / (2 * (s === first ? square(state.deviation) : innovation));
    }
  }
  return ratio + driftPriorRatio(data, state, ridge, by);
}

/** Observations after a step along the ridge, from the current ones; @returns the change of the log-likelihood */
function stepAlong(data: FitData, state: State, ridge: Ridge, by: number, trial: Trial): number {
  const { current } = state;
  const ramped = rampedOf(data, state.ramp);
  const { monthFactor } = trial;
  for (let t = 0; t < monthFactor.length; t += 1) monthFactor[t] = Math.exp(by * real(ridge.logMonth, t));
  let slot = -1;
  let logLevel = 0;
  let level = 0;
  for (let i = 0; i < state.logRate.length; i += 1) {
    const productivity = real(state.productivity, i) + by;
    for (let o = whole(data.unitStart, i); o < whole(data.unitStart, i + 1); o += 1) {
      if (whole(data.slot, o) !== slot) {
        slot = whole(data.slot, o);
        logLevel = by * (real(ridge.logRate, i) + real(ridge.circumstance, slot));
        level = exp(logLevel);
      }
      const t = whole(data.month, o);
      let work = real(current.work, o);
      let logMean = real(current.logMean, o) + logLevel + by * real(ridge.logMonth, t);
      let mean = real(current.mean, o) * level * real(monthFactor, t);
      if (real(ramped, o) > 0) {
        const factor = workAt(data, ramped, o, productivity) / work;
        work *= factor;
        logMean += log(factor);
        mean *= factor;
      }
      trial.work[o] = work;
      trial.logMean[o] = logMean;
      trial.mean[o] = mean;
    }
  }
  return findTerms(data, data.places.all, trial, state.size, current.term);
}

/** All productivities and their mean up or down together, the rest answering along the ridge. */
export function shiftAlongRidge(
  data: FitData,
  state: State,
  ridge: Ridge,
  assumptions: Assumptions,
  trial: Trial,
  tuning: Tuning,
  random: Random,
): void {
  const step = proposeStep(tuning.ridge, state.centre, random);
  const { by } = step;
  const { mean, deviation } = assumptions.relativeProductivity;
  const ratio =
    step.ratio +
    stepAlong(data, state, ridge, by, trial) +
    ridgePriorRatio(data, state, ridge, by) -
    (square(state.centre + by - mean) - square(state.centre - mean)) / (2 * square(deviation));
  if (!tries(tuning.ridge, ratio, random)) return;
  adopt(state, trial);
  state.centre += by;
  for (let i = 0; i < state.logRate.length; i += 1) {
    if (flag(data.funded, i) === 1) state.productivity[i] = real(state.productivity, i) + by;
    state.logRate[i] = real(state.logRate, i) + by * real(ridge.logRate, i);
  }
  for (let s = 0; s < state.circumstance.length; s += 1)
    state.circumstance[s] = real(state.circumstance, s) + by * real(ridge.circumstance, s);
  for (let t = 0; t < state.logMonth.length; t += 1)
    state.logMonth[t] = real(state.logMonth, t) + by * real(ridge.logMonth, t);
  state.drift += by * ridge.drift;
  for (let t = 0; t < state.walk.length; t += 1) state.walk[t] = real(state.walk, t) + by * real(ridge.walk, t);
  for (let m = 0; m < state.season.length; m += 1) state.season[m] = real(state.season, m) + by * real(ridge.season, m);
}

/**
 * Tries the productivities and the ramp as they now are in `state`: only the observations with funded staff can change. Adopts what follows
 * from them when the ratio is accepted; the caller puts the parameters back otherwise.
 */
function triesProductivity(data: FitData, state: State, trial: Trial, decide: (ratio: number) => boolean): boolean {
  const { current } = state;
  const ramped = rampedOf(data, state.ramp);
  let unit = 0;
  for (let k = 0; k < data.withFunded.length; k += 1) {
    const o = whole(data.withFunded, k);
    while (o >= whole(data.unitStart, unit + 1)) unit += 1;
    const work = workAt(data, ramped, o, real(state.productivity, unit));
    const factor = work / real(current.work, o);
    trial.work[o] = work;
    trial.logMean[o] = real(current.logMean, o) + log(factor);
    trial.mean[o] = real(current.mean, o) * factor;
  }
  if (!decide(findTerms(data, data.places.withFunded, trial, state.size, current.term))) return false;
  adoptWithFunded(data, state, trial);
  return true;
}

/** Spread of the productivities and their distances from the mean by one factor: frees a spread that is close to zero. */
export function scaleProductivity(
  data: FitData,
  state: State,
  assumptions: Assumptions,
  trial: Trial,
  tuning: Tuning,
  random: Random,
): void {
  if (assumptions.fixedSpread !== null) return;
  const logFactor = tuning.scaleProductivity.scale * random.normal();
  const factor = Math.exp(logFactor);
  const kept = state.productivity.slice();
  const spread = state.spread;
  state.spread *= factor;
  for (let i = 0; i < kept.length; i += 1) {
    if (flag(data.funded, i) === 1) state.productivity[i] = state.centre + factor * (real(kept, i) - state.centre);
  }
  const prior = logFactor - (square(state.spread) - square(spread)) / (2 * square(assumptions.productivitySpread));
  if (triesProductivity(data, state, trial, (change) => tries(tuning.scaleProductivity, change + prior, random)))
    return;
  state.spread = spread;
  state.productivity.set(kept);
}

/** Circumstances and their deviation by one factor. */
export function scaleCircumstance(data: FitData, state: State, trial: Trial, tuning: Tuning, random: Random): void {
  const { current } = state;
  const logFactor = tuning.scaleCircumstance.scale * random.normal();
  const factor = Math.exp(logFactor);
  let slot = -1;
  let logLevel = 0;
  let level = 0;
  for (let o = 0; o < data.count.length; o += 1) {
    if (whole(data.slot, o) !== slot) {
      slot = whole(data.slot, o);
      logLevel = (factor - 1) * real(state.circumstance, slot);
      level = exp(logLevel);
    }
    trial.logMean[o] = real(current.logMean, o) + logLevel;
    trial.mean[o] = real(current.mean, o) * level;
  }
  const change = findTerms(data, data.places.all, trial, state.size, current.term);
  const deviation = state.deviation * factor;
  const prior = logFactor - (square(deviation) - square(state.deviation)) / (2 * square(priors.circumstanceScale));
  if (!tries(tuning.scaleCircumstance, change + prior, random)) return;
  adoptMeans(state, trial);
  state.deviation = deviation;
  for (let s = 0; s < state.circumstance.length; s += 1) state.circumstance[s] = factor * real(state.circumstance, s);
}

function total(values: Float64Array): number {
  let sum = 0;
  for (let o = 0; o < values.length; o += 1) sum += real(values, o);
  return sum;
}

/**
 * Another ramp length, with productivities, their mean and spread scaled so that the funded staff's work stays the same on average.
 * Of the Jacobian c^(units + 2) the productivities' own density takes c^units back: c^2 remains.
 */
export function jumpRamp(data: FitData, state: State, assumptions: Assumptions, trial: Trial, random: Random): void {
  const lengths = data.ramped.length;
  if (lengths < 2) return;
  const old = state.ramp;
  const next = (old + 1 + Math.floor(random.uniform() * (lengths - 1))) % lengths;
  const work = (ramp: number): number => total(rampedOf(data, ramp));
  const factor = work(next) > 0 ? work(old) / work(next) : 1;
  const { centre, spread } = state;
  const kept = state.productivity.slice();
  const { mean, deviation } = assumptions.relativeProductivity;
  // A fixed spread is not scaled: the productivities keep their distances and move with the mean alone.
  const isFixed = assumptions.fixedSpread !== null;
  state.ramp = next;
  state.centre = centre * factor;
  if (!isFixed) state.spread = spread * factor;
  for (let i = 0; i < kept.length; i += 1) {
    if (flag(data.funded, i) === 0) continue;
    state.productivity[i] = isFixed ? real(kept, i) + state.centre - centre : real(kept, i) * factor;
  }
  const spreadPrior = isFixed
    ? Math.log(factor)
    : 2 * Math.log(factor) - (square(state.spread) - square(spread)) / (2 * square(assumptions.productivitySpread));
  const prior = spreadPrior - (square(state.centre - mean) - square(centre - mean)) / (2 * square(deviation));
  if (triesProductivity(data, state, trial, (change) => Math.log(random.uniform()) < change + prior)) return;
  state.ramp = old;
  state.centre = centre;
  state.spread = spread;
  state.productivity.set(kept);
}
