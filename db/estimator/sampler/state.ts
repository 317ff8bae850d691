import type { Assumptions } from '../assumptions.ts';
import { at } from '../numbers.ts';
import { flag, real, whole } from '../typed.ts';
import type { FitData } from './data.ts';
import { createImplied, findTerms, type Implied } from './terms.ts';

/** Correlation of a unit's circumstances from quarter to quarter. Fixed: with it free the sampler does not mix (method note, 2.2). */
export const quarterCorrelation = 0.85;

/** Widths of the priors that are not assumptions of the user. Source: Vigie method note, section 2.1. */
export const priors = {
  logRateDeviation: 0.15,
  logShape: { mean: Math.log(20), deviation: 0.3 },
  slopeDeviation: 0.7,
  logSize: { mean: Math.log(10), deviation: 0.4 },
  circumstanceScale: 0.15,
  /** Of a month's own log effect, added to the walk and the season. */
  monthNoise: 0.2,
  /** Half-normal scale of the step that the walk makes from month to month. */
  walkScale: 0.03,
  /** Of the drift: what the walk gains or loses each month on average. */
  driftDeviation: 0.01,
  seasonDeviation: 0.1,
} as const;

export const monthsOfYear = 12;

/** One point of the posterior, and what follows from it for each observation. */
export type State = {
  /** log of the files that a base FTE closes in a month, by unit. */
  readonly logRate: Float64Array;
  /** Productivity of a funded FTE relative to a base FTE, by unit. */
  readonly productivity: Float64Array;
  /** log effect of the unit's circumstances, by unit and quarter. */
  readonly circumstance: Float64Array;
  /** log effect of the month on all units: the walk, the season and what is of that month alone. */
  readonly logMonth: Float64Array;
  /** Where all units have drifted by each month: a random walk with a drift, of mean zero over the months. */
  readonly walk: Float64Array;
  /** log effect of each calendar month, of sum zero. */
  readonly season: Float64Array;
  /** Standard deviation of the walk's steps about the drift. */
  walkDeviation: number;
  /** Mean of the walk's steps. */
  drift: number;
  /** Which of the assumed ramp lengths. */
  ramp: number;
  /** Size of the negative binomial. */
  size: number;
  centre: number;
  spread: number;
  deviation: number;
  logMeanRate: number;
  logShape: number;
  inflowSlope: number;
  /** What follows for each observation. */
  readonly current: Implied;
};

/** Effective FTE of an observation at a productivity. */
export function effectiveFteAt(data: FitData, ramped: Float64Array, o: number, productivity: number): number {
  const fte = real(data.base, o) + productivity * real(ramped, o);
  const floor = real(data.floor, o);
  return fte > floor ? fte : floor;
}

/** Work done by the staff of an observation: its effective FTE, with diminishing returns where they are assumed. */
export function workAt(data: FitData, ramped: Float64Array, o: number, productivity: number): number {
  const fte = effectiveFteAt(data, ramped, o, productivity);
  return data.exponent === 1 ? fte : Math.pow(fte, data.exponent);
}

export function rampedOf(data: FitData, ramp: number): Float64Array {
  return at(data.ramped, ramp);
}

/**
 * Files closed for an FTE-month, all uncensored observations without funded staff together: where the prior of the rates is centred. With
 * funded staff it would take for granted how much these do, which it must only where nobody ever worked without them.
 */
export function pooledRate(data: FitData, productivity: number): number {
  const ramped = rampedOf(data, 0);
  const pooled = { files: 0, fte: 0 };
  const own = { files: 0, fte: 0 };
  for (let o = 0; o < data.count.length; o += 1) {
    if (flag(data.censored, o) === 1) continue;
    const isOwn = real(ramped, o) === 0;
    const each = isOwn ? own : pooled;
    each.files += real(data.count, o);
    each.fte += effectiveFteAt(data, ramped, o, productivity);
  }
  const { files, fte } = own.files > 0 ? own : pooled;
  return files > 0 && fte > 0 ? files / fte : 1;
}

/** Where the chain begins: the priors' centres, and each unit at the pooled rate. */
export function firstState(data: FitData, assumptions: Assumptions): State {
  const units = data.unitStart.length - 1;
  const centre = assumptions.relativeProductivity.mean;
  const logRate = Math.log(pooledRate(data, centre));
  const state: State = {
    logRate: new Float64Array(units).fill(logRate),
    productivity: new Float64Array(units).fill(centre),
    circumstance: new Float64Array(whole(data.slotStart, units)),
    logMonth: new Float64Array(data.months.length),
    walk: new Float64Array(data.months.length),
    season: new Float64Array(monthsOfYear),
    walkDeviation: assumptions.fixedWalk ?? priors.walkScale / 2,
    drift: assumptions.fixedDrift ?? 0,
    ramp: Math.floor(data.ramped.length / 2),
    size: Math.exp(priors.logSize.mean),
    centre,
    spread: assumptions.fixedSpread ?? assumptions.productivitySpread / 2,
    deviation: assumptions.fixedDeviation ?? priors.circumstanceScale / 2,
    logMeanRate: logRate,
    logShape: priors.logShape.mean,
    inflowSlope: 0,
    current: createImplied(data.count.length),
  };
  refresh(data, state);
  return state;
}

/** Recomputes what the parameters say of each observation. */
export function refresh(data: FitData, state: State): void {
  const { current } = state;
  const ramped = rampedOf(data, state.ramp);
  for (let i = 0; i + 1 < data.unitStart.length; i += 1) {
    for (let o = whole(data.unitStart, i); o < whole(data.unitStart, i + 1); o += 1) {
      const work = workAt(data, ramped, o, real(state.productivity, i));
      const shared = real(state.circumstance, whole(data.slot, o)) + real(state.logMonth, whole(data.month, o));
      const logMean = real(state.logRate, i) + shared + Math.log(work);
      current.work[o] = work;
      current.logMean[o] = logMean;
      current.mean[o] = Math.exp(logMean);
    }
  }
  findTerms(data, data.places.all, current, state.size, current.term);
}
