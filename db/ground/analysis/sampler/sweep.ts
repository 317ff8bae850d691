import type { Assumptions } from '../assumptions.ts';
import { createRandom, type Random } from '../random.ts';
import { createCentre, type Centre } from './centre.ts';
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
import { countsExceeding, type CountProfile } from './likelihood.ts';
import { createMonthBlock, updateMonth, type MonthBlock } from './monthEffects.ts';
import { jumpRamp, scaleCircumstance, scaleProductivity, shiftAlongRidge } from './moves.ts';
import { findRidge, type Ridge } from './ridge.ts';
import { firstState, type State } from './state.ts';
import { createTuning, type Tuning } from './tuning.ts';
import { createUnitBlock, holdMonths, type UnitBlock } from './unitBlock.ts';
import { updateUnit } from './updateUnit.ts';

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
  readonly counts: CountProfile;
  readonly uncensored: number;
  readonly rateCentre: number;
  /** Where the units' parameters lay while the chain warmed up. */
  readonly centre: Centre;
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
    counts: countsExceeding(data.count, data.censored),
    uncensored: data.censored.reduce((total, each) => total + (each === 0 ? 1 : 0), 0),
    rateCentre: state.logMeanRate,
    centre: createCentre(state),
    ridges: [],
  };
}

/** Points the moves along the ridge, one for each ramp length, as the curvature is at the present state. */
export function pointRidges(machine: Machine): void {
  machine.ridges = machine.data.ramped.map((ramped) => findRidge(machine.data, machine.state, ramped));
}

/** Proposals for units and months that were accepted, and for months also how many there were: a sweep visits every other month. */
export type Swept = { readonly units: number; readonly months: number; readonly visitedMonths: number };

/** The two spreads are what mixes worst: with one try of each every other sweep, 5,600 sweeps were worth 87 and 174 draws of them. */
const triesOfScale = { circumstance: 2, productivity: 4 } as const;

function scaleSpreads({ data, state, assumptions, tuning, random, trial }: Machine): void {
  if (assumptions.fixedDeviation === null) {
    for (let k = 0; k < triesOfScale.circumstance; k += 1) scaleCircumstance(data, state, trial, tuning, random);
  }
  for (let k = 0; k < triesOfScale.productivity; k += 1)
    scaleProductivity(data, state, assumptions, trial, tuning, random);
}

/**
 * One sweep: every unit, every other month, the laws that they share, and one half of the moves that mix fast. Two sweeps visit everything.
 */
export function sweep(machine: Machine, isEven: boolean): Swept {
  const { data, state, assumptions, tuning, random, trial, rateCentre } = machine;
  let units = 0;
  let months = 0;
  let visitedMonths = 0;
  holdMonths(machine.unitBlock, state);
  for (let i = 0; i < state.logRate.length; i += 1)
    units += Number(updateUnit(data, state, machine.unitBlock, i, random));
  for (let t = isEven ? 0 : 1; t < state.logMonth.length; t += 2) {
    months += Number(updateMonth(data, state, machine.monthBlock, t, random));
    visitedMonths += 1;
  }
  updateRateLaw(data, state, rateCentre, tuning, random);
  shiftLevel(state, rateCentre, tuning, random);
  updateProductivityLaw(data, state, assumptions, tuning, random);
  if (assumptions.fixedDeviation === null) updateDeviation(data, state, tuning, random);
  const ridge = machine.ridges[state.ramp];
  if (ridge) shiftAlongRidge(data, state, ridge, assumptions, trial, tuning, random);
  if (isEven) {
    updateSize(data, state, machine.counts, machine.uncensored, trial, tuning, random);
    jumpRamp(data, state, assumptions, trial, random);
  }
  scaleSpreads(machine);
  return { units, months, visitedMonths };
}
