import type { Assumptions } from '../assumptions.ts';
import { exp, log } from '../elementary.ts';
import { square } from '../numbers.ts';
import { flag, real, whole } from '../typed.ts';
import type { Random } from '../random.ts';
import type { FitData } from './data.ts';
import { driftPriorRatio } from './drift.ts';
import type { Trial } from './hypers.ts';
import type { Ridge } from './ridge.ts';
import { quarterCorrelation, rampedOf, workAt, type State } from './state.ts';
import { findTerms } from './terms.ts';
import { tries, type Step, type Walk } from './tuning.ts';
import { priorRate } from './unitBlock.ts';

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
    const productivity = real(state.productivity, i) + by * ridge.productivity;
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
      if (ridge.productivity !== 0 && real(ramped, o) > 0) {
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

/** All parameters by one step along a direction, as the productivities and their mean, and the rest as it answers; the decision is counted on `walk`. */
export function shiftAlong(
  data: FitData,
  state: State,
  ridge: Ridge,
  assumptions: Assumptions,
  trial: Trial,
  walk: Walk,
  step: Step,
  random: Random,
): void {
  const { by } = step;
  const moved = by * ridge.productivity;
  const { mean, deviation } = assumptions.relativeProductivity;
  const ratio =
    step.ratio +
    stepAlong(data, state, ridge, by, trial) +
    ridgePriorRatio(data, state, ridge, by) -
    (square(state.centre + moved - mean) - square(state.centre - mean)) / (2 * square(deviation));
  if (!tries(walk, ratio, random)) return;
  adopt(state, trial);
  state.centre += moved;
  for (let i = 0; i < state.logRate.length; i += 1) {
    if (flag(data.funded, i) === 1) state.productivity[i] = real(state.productivity, i) + moved;
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
