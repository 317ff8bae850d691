import type { Assumptions } from '../assumptions.ts';
import { createRandom, type Random } from '../random.ts';
import type { FitData } from './data.ts';
import {
  createTrial,
  shiftLevel,
  updateDeviation,
  updateProductivityLaw,
  updateRateLaw,
  updateSize,
  type Trial,
} from './hypers.ts';
import { countsExceeding } from './likelihood.ts';
import { createMonthBlock, updateMonth, type MonthBlock } from './monthEffects.ts';
import { jumpRamp, scaleCircumstance, scaleProductivity, shiftAlongRidge } from './moves.ts';
import { findRidge, type Ridge } from './ridge.ts';
import { firstState, type State } from './state.ts';
import { createTuning, type Tuning } from './tuning.ts';
import { createUnitBlock, updateUnit, type UnitBlock } from './unitBlock.ts';

/** Everything that a chain works with. */
export type Machine = {
  readonly data: FitData;
  readonly assumptions: Assumptions;
  readonly random: Random;
  readonly state: State;
  readonly tuning: Tuning;
  readonly unitBlock: UnitBlock;
  readonly monthBlock: MonthBlock;
  readonly trial: Trial;
  readonly exceeding: Float64Array;
  readonly uncensored: number;
  readonly rateCentre: number;
  ridges: readonly Ridge[];
};

export function createMachine(data: FitData, assumptions: Assumptions, seed: number): Machine {
  const state = firstState(data, assumptions);
  return {
    data,
    assumptions,
    random: createRandom(seed, 'capacity'),
    state,
    tuning: createTuning(),
    unitBlock: createUnitBlock(data),
    monthBlock: createMonthBlock(data),
    trial: createTrial(data),
    exceeding: countsExceeding(data.count, data.censored),
    uncensored: data.censored.reduce((total, each) => total + (each === 0 ? 1 : 0), 0),
    rateCentre: state.logMeanRate,
    ridges: [],
  };
}

/** Points the moves along the ridge, one for each ramp length, as the curvature is at the present state. */
export function pointRidges(machine: Machine): void {
  machine.ridges = machine.data.ramped.map((ramped) => findRidge(machine.data, machine.state, ramped));
}

/** One sweep over everything; @returns accepted unit and month proposals */
export function sweep(machine: Machine, isEven: boolean): { units: number; months: number } {
  const { data, state, assumptions, tuning, random, trial, rateCentre } = machine;
  let units = 0;
  let months = 0;
  for (let i = 0; i < state.logRate.length; i += 1)
    units += Number(updateUnit(data, state, machine.unitBlock, i, random));
  for (let t = 0; t < state.logMonth.length; t += 1)
    months += Number(updateMonth(data, state, machine.monthBlock, t, random));
  updateRateLaw(data, state, rateCentre, tuning, random);
  shiftLevel(state, rateCentre, tuning, random);
  updateProductivityLaw(data, state, assumptions, tuning, random);
  updateDeviation(data, state, tuning, random);
  const ridge = machine.ridges[state.ramp];
  if (ridge) shiftAlongRidge(data, state, ridge, assumptions, trial, tuning, random);
  scaleProductivity(data, state, assumptions, trial, tuning, random);
  // These two mix fast: every other sweep is enough.
  if (isEven) updateSize(data, state, machine.exceeding, machine.uncensored, trial, tuning, random);
  else scaleCircumstance(data, state, trial, tuning, random);
  jumpRamp(data, state, assumptions, trial, random);
  return { units, months };
}
