import type { Assumptions } from '../assumptions.ts';
import { exp, log } from '../elementary.ts';
import { square } from '../numbers.ts';
import { flag, real, whole } from '../typed.ts';
import type { Random } from '../random.ts';
import type { FitData } from './data.ts';
import type { Trial } from './hypers.ts';
import { adoptMeans } from './shift.ts';
import { priors, rampedOf, workAt, type State } from './state.ts';
import { findTerms } from './terms.ts';
import { tries, type Tuning } from './tuning.ts';

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
