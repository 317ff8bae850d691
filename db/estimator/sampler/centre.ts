import { real } from '../typed.ts';
import type { State } from './state.ts';

/** Mean of a series, and the sum of its squared distances from it. */
type Moments = { mean: number; squares: number };

/** Where the parameters of units and months lie: means of the states of a stretch of the chain. */
export type Centre = {
  readonly logRate: Float64Array;
  readonly productivity: Float64Array;
  readonly circumstance: Float64Array;
  readonly logMonth: Float64Array;
  deviation: number;
  centre: number;
  spread: number;
  /** Of the productivities' mean, and of the log of the size. */
  readonly productivities: Moments;
  readonly logSize: Moments;
  states: number;
};

export function createCentre(state: State): Centre {
  return {
    logRate: new Float64Array(state.logRate.length),
    productivity: new Float64Array(state.productivity.length),
    circumstance: new Float64Array(state.circumstance.length),
    logMonth: new Float64Array(state.logMonth.length),
    deviation: 0,
    centre: 0,
    spread: 0,
    productivities: { mean: 0, squares: 0 },
    logSize: { mean: 0, squares: 0 },
    states: 0,
  };
}

function moveTowards(mean: Float64Array, values: Float64Array, share: number): void {
  for (let i = 0; i < mean.length; i += 1) mean[i] = real(mean, i) + share * (real(values, i) - real(mean, i));
}

function addValue(moments: Moments, value: number, share: number): void {
  const before = value - moments.mean;
  moments.mean += share * before;
  moments.squares += before * (value - moments.mean);
}

/** Takes one more state into the means. */
export function addState(centre: Centre, state: State): void {
  centre.states += 1;
  const share = 1 / centre.states;
  centre.deviation += share * (state.deviation - centre.deviation);
  centre.centre += share * (state.centre - centre.centre);
  centre.spread += share * (state.spread - centre.spread);
  addValue(centre.productivities, state.centre, share);
  addValue(centre.logSize, Math.log(state.size), share);
  moveTowards(centre.logRate, state.logRate, share);
  moveTowards(centre.productivity, state.productivity, share);
  moveTowards(centre.circumstance, state.circumstance, share);
  moveTowards(centre.logMonth, state.logMonth, share);
}
