import type { Assumptions } from '../assumptions.ts';
import { square } from '../numbers.ts';
import type { Random } from '../random.ts';
import { real, whole } from '../typed.ts';
import type { FitData } from './data.ts';
import { monthsOfYear, priors, type State } from './state.ts';
import { tries, type Tuning } from './tuning.ts';

/** What a month is expected to be before its own chance: the walk and the season. */
export function monthMean(data: FitData, state: State, t: number): number {
  return real(state.walk, t) + real(state.season, whole(data.calendar, t));
}

/**
 * The walk in waves (discrete cosines, without the constant one): given the months and the drift its coordinates are independent of each
 * other, those of a wave having the variance step^2 / roughness. Wave k takes `basis` from k x months.
 */
export type Waves = {
  readonly count: number;
  readonly basis: Float64Array;
  readonly roughness: Float64Array;
  /** Coordinates of a line that rises by 1 each month. */
  readonly line: Float64Array;
};

export function createWaves({ months }: FitData): Waves {
  const { length } = months;
  const count = Math.max(0, length - 1);
  const basis = new Float64Array(count * length);
  const roughness = new Float64Array(count);
  for (let k = 0; k < count; k += 1) {
    roughness[k] = square(2 * Math.sin((Math.PI * (k + 1)) / (2 * length)));
    for (let t = 0; t < length; t += 1)
      basis[k * length + t] = Math.sqrt(2 / length) * Math.cos((Math.PI * (k + 1) * (t + 0.5)) / length);
  }
  const line = new Float64Array(count);
  const waves = { count, basis, roughness, line };
  analyse(
    waves,
    Float64Array.from(months, (_, t) => t),
    line,
  );
  return waves;
}

export type DriftBlock = {
  readonly waves: Waves;
  readonly residual: Float64Array;
  readonly coordinate: Float64Array;
  readonly sum: Float64Array;
};

export function createDriftBlock(data: FitData): DriftBlock {
  const waves = createWaves(data);
  return {
    waves,
    residual: new Float64Array(data.months.length),
    coordinate: new Float64Array(waves.count),
    sum: new Float64Array(monthsOfYear),
  };
}

/** Coordinates of a series in the waves. */
function analyse({ count, basis }: Waves, series: Float64Array, coordinate: Float64Array): void {
  const { length } = series;
  for (let k = 0; k < count; k += 1) {
    let sum = 0;
    for (let t = 0; t < length; t += 1) sum += real(basis, k * length + t) * real(series, t);
    coordinate[k] = sum;
  }
}

/** The series of these coordinates. */
function compose({ count, basis }: Waves, coordinate: Float64Array, series: Float64Array): void {
  const { length } = series;
  series.fill(0);
  for (let k = 0; k < count; k += 1) {
    const value = real(coordinate, k);
    for (let t = 0; t < length; t += 1) series[t] = real(series, t) + value * real(basis, k * length + t);
  }
}

const noise = square(priors.monthNoise);

/** What coordinates say of the drift, whatever the walk, with its prior: normal with this precision about pull / precision. */
function driftLaw(waves: Waves, coordinate: Float64Array, step: number): { precision: number; pull: number } {
  let precision = 1 / square(priors.driftDeviation);
  let pull = 0;
  for (let k = 0; k < waves.count; k += 1) {
    const weight = real(waves.line, k) / (noise + square(step) / real(waves.roughness, k));
    precision += weight * real(waves.line, k);
    pull += weight * real(coordinate, k);
  }
  return { precision, pull };
}

/** log density of the walk's step given the months, whatever the walk and a drift that is not fixed, on the log scale of the step. */
function stepDensity({ waves, coordinate }: DriftBlock, step: number, fixedDrift: number | null): number {
  let density = Math.log(step) - 0.5 * square(step / priors.walkScale);
  const known = fixedDrift ?? 0;
  for (let k = 0; k < waves.count; k += 1) {
    const variance = noise + square(step) / real(waves.roughness, k);
    density -= 0.5 * (Math.log(variance) + square(real(coordinate, k) - known * real(waves.line, k)) / variance);
  }
  if (fixedDrift !== null) return density;
  const { precision, pull } = driftLaw(waves, coordinate, step);
  return density + 0.5 * (square(pull) / precision - Math.log(precision));
}

const rounds = 4;

function updateStep(state: State, block: DriftBlock, fixedDrift: number | null, tuning: Tuning, random: Random): void {
  let now = stepDensity(block, state.walkDeviation, fixedDrift);
  for (let round = 0; round < rounds; round += 1) {
    const step = state.walkDeviation * Math.exp(tuning.walkDeviation.scale * random.normal());
    const density = stepDensity(block, step, fixedDrift);
    if (!tries(tuning.walkDeviation, density - now, random)) continue;
    state.walkDeviation = step;
    now = density;
  }
}

/** Of independent normal laws with these means and variances, one that sums to zero: what is too much is given back by variance. */
function closeSum(values: Float64Array, variance: (m: number) => number): void {
  let sum = 0;
  let all = 0;
  for (let m = 0; m < values.length; m += 1) {
    sum += real(values, m);
    all += variance(m);
  }
  for (let m = 0; m < values.length; m += 1) values[m] = real(values, m) - (sum * variance(m)) / all;
}

function monthsByCalendar({ calendar }: FitData): Float64Array {
  const found = new Float64Array(monthsOfYear);
  for (let t = 0; t < calendar.length; t += 1) found[whole(calendar, t)] = real(found, whole(calendar, t)) + 1;
  return found;
}

/** Mean of each season given the months' effects less the walk, before they are made to sum to zero; @returns their variances */
function seasonMeans(data: FitData, residual: Float64Array, into: Float64Array): (m: number) => number {
  const months = monthsByCalendar(data);
  const variance = (m: number): number => 1 / (real(months, m) / noise + 1 / square(priors.seasonDeviation));
  into.fill(0);
  for (let t = 0; t < residual.length; t += 1) {
    const m = whole(data.calendar, t);
    into[m] = real(into, m) + real(residual, t) / noise;
  }
  for (let m = 0; m < monthsOfYear; m += 1) into[m] = real(into, m) * variance(m);
  return variance;
}

/**
 * Walk and season given the months. The step of the walk is drawn with the walk and its drift integrated out, the drift with the walk
 * integrated out, and the walk given both: all move as far as the months allow, though a walk of small steps says little of how small they are.
 */
export function updateDrift(
  data: FitData,
  state: State,
  block: DriftBlock,
  { fixedWalk, fixedDrift }: Assumptions,
  tuning: Tuning,
  random: Random,
): void {
  const { waves, residual, coordinate } = block;
  for (let t = 0; t < residual.length; t += 1)
    residual[t] = real(state.logMonth, t) - real(state.season, whole(data.calendar, t));
  analyse(waves, residual, coordinate);
  if (fixedWalk === null) updateStep(state, block, fixedDrift, tuning, random);
  if (fixedDrift === null) {
    const { precision, pull } = driftLaw(waves, coordinate, state.walkDeviation);
    state.drift = pull / precision + random.normal() / Math.sqrt(precision);
  }
  for (let k = 0; k < waves.count; k += 1) {
    const prior = square(state.walkDeviation) / real(waves.roughness, k);
    const share = prior / (prior + noise);
    const expected = state.drift * real(waves.line, k);
    coordinate[k] = expected + share * (real(coordinate, k) - expected) + Math.sqrt(share * noise) * random.normal();
  }
  compose(waves, coordinate, state.walk);
  for (let t = 0; t < residual.length; t += 1) residual[t] = real(state.logMonth, t) - real(state.walk, t);
  const variance = seasonMeans(data, residual, state.season);
  for (let m = 0; m < monthsOfYear; m += 1)
    state.season[m] = real(state.season, m) + Math.sqrt(variance(m)) * random.normal();
  closeSum(state.season, variance);
}

/** Directions in which the months, the walk and the season move. */
export type DriftDirection = {
  readonly logMonth: Float64Array;
  readonly walk: Float64Array;
  readonly season: Float64Array;
  drift: number;
};

/** Walk, drift and season that answer best to the months' direction. */
export function answerOfDrift(
  data: FitData,
  step: number,
  fixedDrift: number | null,
  waves: Waves,
  direction: DriftDirection,
): void {
  const { logMonth, walk, season } = direction;
  const residual = logMonth.map((value, t) => value - real(season, whole(data.calendar, t)));
  const coordinate = new Float64Array(waves.count);
  analyse(waves, residual, coordinate);
  const { precision, pull } = driftLaw(waves, coordinate, step);
  direction.drift = fixedDrift === null ? pull / precision : 0;
  for (let k = 0; k < waves.count; k += 1) {
    const prior = square(step) / real(waves.roughness, k);
    const expected = direction.drift * real(waves.line, k);
    coordinate[k] = expected + ((real(coordinate, k) - expected) * prior) / (prior + noise);
  }
  compose(waves, coordinate, walk);
  for (let t = 0; t < residual.length; t += 1) residual[t] = real(logMonth, t) - real(walk, t);
  closeSum(season, seasonMeans(data, residual, season));
}

/** log ratio of the priors of months, walk and season after a step of `by` in a direction. */
export function driftPriorRatio(data: FitData, state: State, direction: DriftDirection, by: number): number {
  const { logMonth, walk, season } = direction;
  const step = square(state.walkDeviation);
  const drift = state.drift + by * direction.drift;
  let ratio = (square(state.drift) - square(drift)) / (2 * square(priors.driftDeviation));
  for (let t = 0; t < logMonth.length; t += 1) {
    const own = real(state.logMonth, t) - monthMean(data, state, t);
    const moved = by * (real(logMonth, t) - real(walk, t) - real(season, whole(data.calendar, t)));
    ratio -= (square(own + moved) - square(own)) / (2 * noise);
    if (t === 0) continue;
    const stride = real(state.walk, t) - real(state.walk, t - 1) - state.drift;
    const turned = by * (real(walk, t) - real(walk, t - 1) - direction.drift);
    ratio -= (square(stride + turned) - square(stride)) / (2 * step);
  }
  for (let m = 0; m < monthsOfYear; m += 1) {
    const value = real(state.season, m);
    ratio -= (square(value + by * real(season, m)) - square(value)) / (2 * square(priors.seasonDeviation));
  }
  return ratio;
}
