import type { Assumptions } from '../assumptions.ts';
import { flag, real, whole } from '../typed.ts';
import { createArrow, factorArrow, solveLower, solveUpper, type Arrow } from './arrow.ts';
import type { FitData } from './data.ts';
import { type Term, observe } from './likelihood.ts';
import { answerOfDrift, createWaves, type Waves } from './drift.ts';
import { effectiveFteAt, monthsOfYear, priors, quarterCorrelation, type State } from './state.ts';
import { priorRate } from './unitBlock.ts';

/**
 * How rates, circumstances and months answer, by the curvature of the posterior, when every productivity rises by 1: moving along it changes
 * the likelihood least, so that steps as wide as the posterior of the mean productivity are accepted.
 */
export type Ridge = {
  /** By how much every productivity and their mean move: 1, or 0 in directions that leave them. */
  readonly productivity: number;
  readonly logRate: Float64Array;
  readonly circumstance: Float64Array;
  readonly logMonth: Float64Array;
  readonly walk: Float64Array;
  readonly season: Float64Array;
  drift: number;
};

const rounds = 60;

type Weights = { readonly curvature: Float64Array; readonly pull: Float64Array };

/** Curvature of each observation, and that times its slope in the productivity. */
export function weigh(data: FitData, state: State, ramped: Float64Array): Weights {
  const curvature = new Float64Array(data.count.length);
  const pull = new Float64Array(data.count.length);
  const scratch: Term = { value: 0, slope: 0, curvature: 0 };
  for (let i = 0; i + 1 < data.unitStart.length; i += 1) {
    for (let o = whole(data.unitStart, i); o < whole(data.unitStart, i + 1); o += 1) {
      observe(real(data.count, o), flag(data.censored, o), real(state.current.mean, o), state.size, scratch);
      const fte = effectiveFteAt(data, ramped, o, state.centre);
      curvature[o] = scratch.curvature;
      pull[o] = fte > real(data.floor, o) ? (scratch.curvature * data.exponent * real(ramped, o)) / fte : 0;
    }
  }
  return { curvature, pull };
}

/** Factor of the curvature of unit i in its rate and circumstances: it does not change with the months' direction. */
export function factorOfUnit(data: FitData, state: State, weights: Weights, i: number): Arrow {
  const size = whole(data.slotStart, i + 1) - whole(data.slotStart, i);
  const matrix = createArrow(size);
  const innovation = 1 / (state.deviation ** 2 * (1 - quarterCorrelation ** 2));
  for (let s = 0; s < size; s += 1) {
    const isEnd = s === 0 || s === size - 1;
    const inner = innovation * (isEnd ? 1 : 1 + quarterCorrelation ** 2);
    matrix.diagonal[s] = size === 1 ? 1 / state.deviation ** 2 : inner;
    matrix.below[s] = -quarterCorrelation * innovation;
  }
  matrix.firstFirst = priorRate(data, state, i) * Math.exp(real(state.logRate, i));
  matrix.secondSecond = 1;
  for (let o = whole(data.unitStart, i); o < whole(data.unitStart, i + 1); o += 1) {
    const slot = whole(data.slot, o) - whole(data.slotStart, i);
    const curvature = real(weights.curvature, o);
    matrix.diagonal[slot] = real(matrix.diagonal, slot) + curvature;
    matrix.first[slot] = real(matrix.first, slot) + curvature;
    matrix.firstFirst += curvature;
  }
  factorArrow(matrix, matrix);
  return matrix;
}

/** Rates and circumstances of unit i given the months' direction. */
export function answerOfUnit(data: FitData, weights: Weights, factor: Arrow, ridge: Ridge, i: number): void {
  const { size } = factor;
  const solution = new Float64Array(size + 2);
  for (let o = whole(data.unitStart, i); o < whole(data.unitStart, i + 1); o += 1) {
    const slot = whole(data.slot, o) - whole(data.slotStart, i);
    const residual = -real(weights.pull, o) - real(weights.curvature, o) * real(ridge.logMonth, whole(data.month, o));
    solution[slot] = real(solution, slot) + residual;
    solution[size] = real(solution, size) + residual;
  }
  solveLower(factor, solution);
  solveUpper(factor, solution);
  ridge.logRate[i] = real(solution, size);
  ridge.circumstance.set(solution.subarray(0, size), whole(data.slotStart, i));
}

/** Months given the units' direction. */
function answerOfMonths(
  data: FitData,
  state: State,
  { fixedDrift }: Assumptions,
  weights: Weights,
  waves: Waves,
  ridge: Ridge,
): void {
  const slope = new Float64Array(data.months.length);
  const own = 1 / priors.monthNoise ** 2;
  for (let t = 0; t < slope.length; t += 1)
    slope[t] = own * (real(ridge.walk, t) + real(ridge.season, whole(data.calendar, t)));
  const precision = new Float64Array(slope.length).fill(own);
  for (let i = 0; i + 1 < data.unitStart.length; i += 1) {
    for (let o = whole(data.unitStart, i); o < whole(data.unitStart, i + 1); o += 1) {
      const t = whole(data.month, o);
      const curvature = real(weights.curvature, o);
      const unit = real(ridge.logRate, i) + real(ridge.circumstance, whole(data.slot, o));
      slope[t] = real(slope, t) - real(weights.pull, o) - curvature * unit;
      precision[t] = real(precision, t) + curvature;
    }
  }
  for (let t = 0; t < slope.length; t += 1) ridge.logMonth[t] = real(slope, t) / real(precision, t);
  answerOfDrift(data, state.walkDeviation, fixedDrift, waves, ridge);
}

/** A direction in which nothing moves yet. */
export function noRidge(state: State): Ridge {
  return {
    productivity: 1,
    logRate: new Float64Array(state.logRate.length),
    circumstance: new Float64Array(state.circumstance.length),
    logMonth: new Float64Array(state.logMonth.length),
    walk: new Float64Array(state.walk.length),
    season: new Float64Array(monthsOfYear),
    drift: 0,
  };
}

/** The direction at a state, for one ramp length; solved by alternating between units and months. */
export function findRidge(
  data: FitData,
  state: State,
  assumptions: Assumptions,
  ramped: Float64Array,
  waves = createWaves(data),
): Ridge {
  const weights = weigh(data, state, ramped);
  const ridge = noRidge(state);
  const factors = Array.from(state.logRate, (_, i) => factorOfUnit(data, state, weights, i));
  for (let round = 0; round < rounds; round += 1) {
    factors.forEach((factor, i) => {
      answerOfUnit(data, weights, factor, ridge, i);
    });
    answerOfMonths(data, state, assumptions, weights, waves, ridge);
  }
  return ridge;
}
