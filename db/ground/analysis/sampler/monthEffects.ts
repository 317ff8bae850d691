import { flag, real, whole } from '../typed.ts';
import type { Random } from '../random.ts';
import { sampleGamma } from '../samplers.ts';
import type { FitData } from './data.ts';
import { observe, type Term } from './likelihood.ts';
import { monthShape, termOf, type State } from './state.ts';

const inflation = 1.05;

/** What the update of one month works on: the means of its observations without the month's effect. */
export type MonthBlock = { readonly mean: Float64Array; readonly proposed: Float64Array; readonly scratch: Term };

export function createMonthBlock(data: FitData): MonthBlock {
  const units = data.unitStart.length;
  return {
    mean: new Float64Array(units),
    proposed: new Float64Array(units),
    scratch: { value: 0, slope: 0, curvature: 0 },
  };
}

/** Mode of the log of the month's effect and its curvature there: the start is so close that one step of Newton's method does. */
function findMode(data: FitData, size: number, block: MonthBlock, t: number): { mode: number; curvature: number } {
  const first = whole(data.monthStart, t);
  const end = whole(data.monthStart, t + 1);
  let files = monthShape;
  let expected = monthShape;
  for (let k = first; k < end; k += 1) {
    files += real(data.count, whole(data.byMonth, k));
    expected += real(block.mean, k - first);
  }
  const start = Math.log(files / expected);
  const effect = Math.exp(start);
  let slope = monthShape - monthShape * effect;
  let curvature = monthShape * effect;
  for (let k = first; k < end; k += 1) {
    const o = whole(data.byMonth, k);
    observe(real(data.count, o), flag(data.censored, o), real(block.mean, k - first) * effect, size, block.scratch);
    slope += block.scratch.slope;
    curvature += block.scratch.curvature;
  }
  return { mode: start + Math.max(-0.8, Math.min(0.8, slope / curvature)), curvature };
}

/** Updates the common effect of month t by an independence proposal from its Laplace approximation; @returns whether it was accepted */
export function updateMonth(data: FitData, state: State, block: MonthBlock, t: number, random: Random): boolean {
  const start = whole(data.monthStart, t);
  const end = whole(data.monthStart, t + 1);
  if (start === end) {
    state.logMonth[t] = Math.log(sampleGamma(random, monthShape, monthShape));
    return true;
  }
  const { current } = state;
  const now = real(state.logMonth, t);
  const inverse = Math.exp(-now);
  for (let k = start; k < end; k += 1)
    block.mean[k - start] = real(state.current.mean, whole(data.byMonth, k)) * inverse;
  const { mode, curvature } = findMode(data, state.size, block, t);
  const next = mode + (inflation * random.normal()) / Math.sqrt(curvature);
  const effect = Math.exp(next);
  let ratio = monthShape * (next - now) - monthShape * (effect - Math.exp(now));
  for (let k = start; k < end; k += 1) {
    const o = whole(data.byMonth, k);
    const logMean = real(current.logMean, o) + next - now;
    const term = termOf(data, o, real(block.mean, k - start) * effect, logMean, state.size, block.scratch);
    block.proposed[k - start] = term;
    ratio += term - real(current.term, o);
  }
  ratio += (0.5 * curvature * ((next - mode) ** 2 - (now - mode) ** 2)) / (inflation * inflation);
  if (!(Math.log(random.uniform()) < ratio)) return false;
  state.logMonth[t] = next;
  for (let k = start; k < end; k += 1) {
    const o = whole(data.byMonth, k);
    current.mean[o] = real(block.mean, k - start) * effect;
    current.logMean[o] = real(current.logMean, o) + next - now;
    current.term[o] = real(block.proposed, k - start);
  }
  return true;
}
