import type { Assumptions } from '../assumptions.ts';
import { exp, log } from '../elementary.ts';
import type { Random } from '../random.ts';
import { flag, real, whole } from '../typed.ts';
import type { Answers } from './answers.ts';
import type { FitData } from './data.ts';
import type { Trial } from './hypers.ts';
import { quarterCorrelation, rampedOf, workAt, type State } from './state.ts';
import { adoptRange, findTerms } from './terms.ts';
import { tries, type Tuning } from './tuning.ts';
import { priorRate } from './unitBlock.ts';

/** Observations when each unit's productivity changes by its own `by`; @returns the change of the log-likelihood */
function evaluate(data: FitData, state: State, { ridge }: Answers, by: Float64Array, trial: Trial): number {
  const { current } = state;
  const ramped = rampedOf(data, state.ramp);
  let slot = -1;
  let logLevel = 0;
  let level = 0;
  for (let i = 0; i < by.length; i += 1) {
    if (flag(data.funded, i) === 0) continue;
    const own = real(by, i);
    const productivity = real(state.productivity, i) + own;
    for (let o = whole(data.unitStart, i); o < whole(data.unitStart, i + 1); o += 1) {
      if (whole(data.slot, o) !== slot) {
        slot = whole(data.slot, o);
        logLevel = own * (real(ridge.logRate, i) + real(ridge.circumstance, slot));
        level = exp(logLevel);
      }
      let work = real(current.work, o);
      let logMean = real(current.logMean, o) + logLevel;
      let mean = real(current.mean, o) * level;
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
  return findTerms(data, data.places.ofFunded, trial, state.size, current.term);
}

/** Takes over the observations of the funded units: nothing changes for the others. */
function adoptFunded({ funded, unitStart }: FitData, { current }: State, trial: Trial): void {
  for (let i = 0; i < funded.length; i += 1)
    if (flag(funded, i) === 1) adoptRange(current, trial, whole(unitStart, i), whole(unitStart, i + 1));
}

/** log ratio of the priors of a unit's circumstances and rate when its productivity changes by `by`. */
function priorRatio(data: FitData, state: State, { ridge }: Answers, i: number, by: number): number {
  const innovation = state.deviation ** 2 * (1 - quarterCorrelation ** 2);
  const change = by * real(ridge.logRate, i);
  const first = whole(data.slotStart, i);
  let ratio =
    Math.exp(state.logShape) * change -
    priorRate(data, state, i) * Math.exp(real(state.logRate, i)) * (Math.exp(change) - 1);
  for (let s = first; s < whole(data.slotStart, i + 1); s += 1) {
    const before = s === first ? 0 : quarterCorrelation * real(state.circumstance, s - 1);
    const moved = s === first ? 0 : quarterCorrelation * real(ridge.circumstance, s - 1);
    const old = real(state.circumstance, s) - before;
    const next = old + by * (real(ridge.circumstance, s) - moved);
    ratio -= (next * next - old * old) / (2 * (s === first ? state.deviation ** 2 : innovation));
  }
  return ratio;
}

/**
 * Another spread of the productivities, to which these answer as the curvature of the posterior says, and rates and circumstances to them:
 * steps as wide as the posterior of the spread are accepted.
 */
export function widenProductivity(
  data: FitData,
  state: State,
  answers: Answers,
  assumptions: Assumptions,
  trial: Trial,
  tuning: Tuning,
  random: Random,
): void {
  const logFactor = tuning.widenProductivity.scale * random.normal();
  const spread = state.spread * Math.exp(logFactor);
  const precision = 1 / state.spread ** 2;
  const next = 1 / spread ** 2;
  const by = new Float64Array(state.productivity.length);
  let ratio = logFactor - (spread ** 2 - state.spread ** 2) / (2 * assumptions.productivitySpread ** 2);
  for (let i = 0; i < by.length; i += 1) {
    if (flag(data.funded, i) === 0) continue;
    const [said, pull] = [real(answers.information, i), real(answers.pull, i)];
    const value = real(state.productivity, i);
    const [before, after] = [precision + said, next + said];
    const mean = (pull + state.centre * precision) / before;
    const moved = (pull + state.centre * next) / after + (value - mean) * Math.sqrt(before / after);
    by[i] = moved - value;
    ratio += 0.5 * Math.log((before / after) * (next / precision));
    ratio -= 0.5 * ((moved - state.centre) ** 2 * next - (value - state.centre) ** 2 * precision);
    ratio += priorRatio(data, state, answers, i, real(by, i));
  }
  if (!tries(tuning.widenProductivity, ratio + evaluate(data, state, answers, by, trial), random)) return;
  adoptFunded(data, state, trial);
  state.spread = spread;
  const { ridge } = answers;
  for (let i = 0; i < by.length; i += 1) {
    if (real(by, i) === 0) continue;
    state.productivity[i] = real(state.productivity, i) + real(by, i);
    state.logRate[i] = real(state.logRate, i) + real(by, i) * real(ridge.logRate, i);
    for (let s = whole(data.slotStart, i); s < whole(data.slotStart, i + 1); s += 1)
      state.circumstance[s] = real(state.circumstance, s) + real(by, i) * real(ridge.circumstance, s);
  }
}
