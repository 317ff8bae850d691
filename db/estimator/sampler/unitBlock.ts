import { real, whole } from '../typed.ts';
import { createArrow, type Arrow } from './arrow.ts';
import type { Centre } from './centre.ts';
import type { FitData } from './data.ts';
import type { Term } from './likelihood.ts';
import { quarterCorrelation, type State } from './state.ts';
import { createImplied, type Implied } from './terms.ts';

/** Buffers of the update of one unit, made once and used for all. */
export type UnitBlock = {
  readonly hessian: Arrow;
  readonly factor: Arrow;
  readonly mode: Float64Array;
  readonly step: Float64Array;
  readonly proposal: Float64Array;
  /** Effects of the months, constant while the units are updated. */
  readonly monthEffect: Float64Array;
  readonly implied: Implied;
  readonly scratch: Term;
  /** Where the search of the mode starts once the chain has warmed up; null before. */
  start: Centre | null;
};

export function createUnitBlock(data: FitData): UnitBlock {
  let slots = 0;
  for (let i = 0; i + 1 < data.unitStart.length; i += 1) {
    slots = Math.max(slots, whole(data.slotStart, i + 1) - whole(data.slotStart, i));
  }
  return {
    hessian: createArrow(slots),
    factor: createArrow(slots),
    mode: new Float64Array(slots + 2),
    step: new Float64Array(slots + 2),
    proposal: new Float64Array(slots + 2),
    monthEffect: new Float64Array(data.months.length),
    implied: createImplied(data.count.length),
    scratch: { value: 0, slope: 0, curvature: 0 },
    start: null,
  };
}

/** Copies the months' present effects, before a round of units. */
export function holdMonths(block: UnitBlock, state: State): void {
  for (let t = 0; t < block.monthEffect.length; t += 1) block.monthEffect[t] = Math.exp(real(state.logMonth, t));
}

/** Precision matrix of the AR(1) circumstances: diagonal at the ends, in between, and off the diagonal. */
export function circumstancePrecision(deviation: number): {
  end: number;
  inner: number;
  beside: number;
  alone: number;
} {
  const precision = 1 / (deviation * deviation * (1 - quarterCorrelation * quarterCorrelation));
  return {
    end: precision,
    inner: precision * (1 + quarterCorrelation * quarterCorrelation),
    beside: -quarterCorrelation * precision,
    alone: 1 / (deviation * deviation),
  };
}

/** Rate of the gamma prior of the unit's rate: shape over its mean. */
export function priorRate(data: FitData, state: State, i: number): number {
  return Math.exp(state.logShape - state.logMeanRate - state.inflowSlope * real(data.logInflow, i));
}
