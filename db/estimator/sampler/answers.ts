import { flag, real, whole } from '../typed.ts';
import type { Centre } from './centre.ts';
import type { FitData } from './data.ts';
import { answerOfUnit, factorOfUnit, noRidge, weigh, type Ridge } from './ridge.ts';
import type { State } from './state.ts';

/** How each unit's rate and circumstances answer to its productivity, and what the data say of the productivity once they have answered. */
export type Answers = {
  readonly ridge: Ridge;
  readonly information: Float64Array;
  /** To which productivity the data pull, times the information. */
  readonly pull: Float64Array;
};

/** By the curvature at the present state, about where the chain has been, for one ramp length. */
export function findAnswers(data: FitData, state: State, ramped: Float64Array, centre: Centre): Answers {
  const weights = weigh(data, state, ramped);
  const ridge = noRidge(state);
  const information = new Float64Array(state.logRate.length);
  const pull = new Float64Array(state.logRate.length);
  const precision = 1 / (centre.spread * centre.spread);
  for (let i = 0; i < state.logRate.length; i += 1) {
    if (flag(data.funded, i) === 0) continue;
    answerOfUnit(data, weights, factorOfUnit(data, state, weights, i), ridge, i);
    let said = 0;
    for (let o = whole(data.unitStart, i); o < whole(data.unitStart, i + 1); o += 1) {
      const own = real(weights.pull, o);
      if (own === 0) continue;
      said += own * (own / real(weights.curvature, o) + real(ridge.logRate, i));
      said += own * real(ridge.circumstance, whole(data.slot, o));
    }
    information[i] = Math.max(0, said);
    pull[i] = real(centre.productivity, i) * (real(information, i) + precision) - centre.centre * precision;
  }
  return { ridge, information, pull };
}
