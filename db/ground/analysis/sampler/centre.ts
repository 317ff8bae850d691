import { real } from '../typed.ts';
import type { State } from './state.ts';

/** Where the units' own parameters lie: means of the states of a stretch of the chain. */
export type Centre = {
  readonly logRate: Float64Array;
  readonly productivity: Float64Array;
  readonly circumstance: Float64Array;
  deviation: number;
  centre: number;
  spread: number;
  states: number;
};

export function createCentre(state: State): Centre {
  return {
    logRate: new Float64Array(state.logRate.length),
    productivity: new Float64Array(state.productivity.length),
    circumstance: new Float64Array(state.circumstance.length),
    deviation: 0,
    centre: 0,
    spread: 0,
    states: 0,
  };
}

function moveTowards(mean: Float64Array, values: Float64Array, share: number): void {
  for (let i = 0; i < mean.length; i += 1) mean[i] = real(mean, i) + share * (real(values, i) - real(mean, i));
}

/** Takes one more state into the means. */
export function addState(centre: Centre, state: State): void {
  centre.states += 1;
  const share = 1 / centre.states;
  centre.deviation += share * (state.deviation - centre.deviation);
  centre.centre += share * (state.centre - centre.centre);
  centre.spread += share * (state.spread - centre.spread);
  moveTowards(centre.logRate, state.logRate, share);
  moveTowards(centre.productivity, state.productivity, share);
  moveTowards(centre.circumstance, state.circumstance, share);
}
