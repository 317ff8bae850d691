import { exp } from '../elementary.ts';
import type { Random } from '../random.ts';
import { real, whole } from '../typed.ts';
import type { FitData } from './data.ts';
import type { Trial } from './hypers.ts';
import { adoptMeans } from './shift.ts';
import { multiply, type Spectrum } from './spectrum.ts';
import { priors, type State } from './state.ts';
import { findTerms } from './terms.ts';
import { tries, type Tuning } from './tuning.ts';
import { priorRate } from './unitBlock.ts';

/** Buffers: circumstances and rates as proposed, and the coordinates of one unit. */
export type StretchBlock = {
  readonly circumstance: Float64Array;
  readonly logRate: Float64Array;
  readonly from: readonly Float64Array[];
  readonly to: readonly Float64Array[];
};

export function createStretchBlock(data: FitData, spectra: readonly Spectrum[]): StretchBlock {
  const buffers = (): Float64Array[] => spectra.map(({ size }) => new Float64Array(size));
  return {
    circumstance: new Float64Array(whole(data.slotStart, spectra.length)),
    logRate: new Float64Array(spectra.length),
    from: buffers(),
    to: buffers(),
  };
}

/** Coordinates of a unit at another deviation, each as far from its mean in its deviation as it was; @returns log ratio of prior and volume */
function stretchUnit(
  { size, information, pull }: Spectrum,
  from: Float64Array,
  to: Float64Array,
  precision: number,
  next: number,
): number {
  let ratio = 0;
  let volume = 1;
  for (let k = 0; k < size; k += 1) {
    const before = precision + real(information, k);
    const after = next + real(information, k);
    const value = real(from, k);
    const share = before / after;
    const moved = real(pull, k) / after + (value - real(pull, k) / before) * Math.sqrt(share);
    to[k] = moved;
    ratio -= 0.5 * (moved * moved * next - value * value * precision);
    volume *= (share * next) / precision;
  }
  return ratio + 0.5 * Math.log(volume);
}

/** Observations at the proposed circumstances and rates; @returns the change of the log-likelihood */
function evaluate(data: FitData, state: State, block: StretchBlock, trial: Trial): number {
  const { current } = state;
  let slot = -1;
  let logLevel = 0;
  let level = 0;
  for (let i = 0; i < state.logRate.length; i += 1) {
    const rate = real(block.logRate, i) - real(state.logRate, i);
    for (let o = whole(data.unitStart, i); o < whole(data.unitStart, i + 1); o += 1) {
      if (whole(data.slot, o) !== slot) {
        slot = whole(data.slot, o);
        logLevel = rate + real(block.circumstance, slot) - real(state.circumstance, slot);
        level = exp(logLevel);
      }
      trial.logMean[o] = real(current.logMean, o) + logLevel;
      trial.mean[o] = real(current.mean, o) * level;
    }
  }
  return findTerms(data, data.places.all, trial, state.size, current.term);
}

/**
 * Another deviation of the circumstances, to which these answer as the curvature of the posterior says, and the rates to them: steps as wide
 * as the posterior of the deviation are accepted.
 */
export function stretchCircumstance(
  data: FitData,
  state: State,
  spectra: readonly Spectrum[],
  block: StretchBlock,
  trial: Trial,
  tuning: Tuning,
  random: Random,
): void {
  const log = tuning.stretchCircumstance.scale * random.normal();
  const deviation = state.deviation * Math.exp(log);
  const precision = 1 / (state.deviation * state.deviation);
  const next = 1 / (deviation * deviation);
  const shape = Math.exp(state.logShape);
  let ratio = log - (deviation ** 2 - state.deviation ** 2) / (2 * priors.circumstanceScale ** 2);
  for (let i = 0; i < spectra.length; i += 1) {
    const spectrum = spectra[i] as Spectrum;
    const [from, to] = [block.from[i] as Float64Array, block.to[i] as Float64Array];
    const first = whole(data.slotStart, i);
    multiply(spectrum.inverse, spectrum.size, state.circumstance, first, from, 0);
    ratio += stretchUnit(spectrum, from, to, precision, next);
    multiply(spectrum.basis, spectrum.size, to, 0, block.circumstance, first);
    let answer = 0;
    for (let s = 0; s < spectrum.size; s += 1)
      answer -= real(spectrum.answer, s) * (real(block.circumstance, first + s) - real(state.circumstance, first + s));
    block.logRate[i] = real(state.logRate, i) + answer;
    ratio += shape * answer - priorRate(data, state, i) * Math.exp(real(state.logRate, i)) * (Math.exp(answer) - 1);
  }
  if (!tries(tuning.stretchCircumstance, ratio + evaluate(data, state, block, trial), random)) return;
  adoptMeans(state, trial);
  state.deviation = deviation;
  state.circumstance.set(block.circumstance);
  state.logRate.set(block.logRate);
}
