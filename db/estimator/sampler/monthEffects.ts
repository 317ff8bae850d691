import { flag, real, whole } from '../typed.ts';
import type { Random } from '../random.ts';
import type { Centre } from './centre.ts';
import type { FitData } from './data.ts';
import { observe, termOf, type Term } from './likelihood.ts';
import { monthMean } from './drift.ts';
import { priors, type State } from './state.ts';

const inflation = 1.05;
const ownPrecision = 1 / priors.monthNoise ** 2;

/** What the update of one month works on: the means of its observations without the month's effect. */
export type MonthBlock = {
  readonly mean: Float64Array;
  readonly proposed: Float64Array;
  readonly scratch: Term;
  /** Where the search of the mode starts once the chain has warmed up; null before. */
  start: Centre | null;
};

export function createMonthBlock(data: FitData): MonthBlock {
  const units = data.unitStart.length;
  return {
    mean: new Float64Array(units),
    proposed: new Float64Array(units),
    scratch: { value: 0, slope: 0, curvature: 0 },
    start: null,
  };
}

/** As for units: two steps from a start in closed form, one from the centre of the posterior. */
const newtonSteps = { closedForm: 2, centre: 1 };

/** The effect that gives the files of the month, as far as its prior lets it. */
function startInClosedForm(data: FitData, block: MonthBlock, t: number, centre: number): number {
  const first = whole(data.monthStart, t);
  let files = ownPrecision;
  let expected = ownPrecision * Math.exp(-centre);
  for (let k = first; k < whole(data.monthStart, t + 1); k += 1) {
    files += real(data.count, whole(data.byMonth, k));
    expected += real(block.mean, k - first);
  }
  return Math.log(files / expected);
}

/** Mode of the log of the month's effect by Newton's method from a start that does not depend on its current value, and the curvature close to it. */
function findMode(
  data: FitData,
  size: number,
  block: MonthBlock,
  t: number,
  centre: number,
): { mode: number; curvature: number } {
  const { scratch } = block;
  const first = whole(data.monthStart, t);
  const end = whole(data.monthStart, t + 1);
  let mode = block.start === null ? startInClosedForm(data, block, t, centre) : real(block.start.logMonth, t);
  const steps = block.start === null ? newtonSteps.closedForm : newtonSteps.centre;
  let curvature = ownPrecision;
  for (let step = 0; step < steps; step += 1) {
    const effect = Math.exp(mode);
    let slope = -ownPrecision * (mode - centre);
    curvature = ownPrecision;
    for (let k = first; k < end; k += 1) {
      const o = whole(data.byMonth, k);
      observe(real(data.count, o), flag(data.censored, o), real(block.mean, k - first) * effect, size, scratch);
      slope += scratch.slope;
      curvature += scratch.curvature;
    }
    mode += Math.max(-0.8, Math.min(0.8, slope / curvature));
  }
  return { mode, curvature };
}

/** Updates the common effect of month t by an independence proposal from its Laplace approximation; @returns whether it was accepted */
export function updateMonth(data: FitData, state: State, block: MonthBlock, t: number, random: Random): boolean {
  const start = whole(data.monthStart, t);
  const end = whole(data.monthStart, t + 1);
  const centre = monthMean(data, state, t);
  if (start === end) {
    state.logMonth[t] = centre + priors.monthNoise * random.normal();
    return true;
  }
  const { current } = state;
  const now = real(state.logMonth, t);
  const inverse = Math.exp(-now);
  for (let k = start; k < end; k += 1)
    block.mean[k - start] = real(state.current.mean, whole(data.byMonth, k)) * inverse;
  const { mode, curvature } = findMode(data, state.size, block, t, centre);
  const next = mode + (inflation * random.normal()) / Math.sqrt(curvature);
  const effect = Math.exp(next);
  let ratio = -0.5 * ownPrecision * ((next - centre) ** 2 - (now - centre) ** 2);
  for (let k = start; k < end; k += 1) {
    const o = whole(data.byMonth, k);
    const logMean = real(current.logMean, o) + next - now;
    const term = termOf(
      real(data.count, o),
      flag(data.censored, o),
      real(block.mean, k - start) * effect,
      logMean,
      state.size,
      block.scratch,
    );
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
