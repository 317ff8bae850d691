import type { Assumptions } from '../assumptions.ts';
import { findAnswers, type Answers } from './answers.ts';
import { widenProductivity } from './widen.ts';
import { createRandom, type Random } from '../random.ts';
import { createCentre, type Centre } from './centre.ts';
import { hasFewUnits, type FitData } from './data.ts';
import {
  createTrial,
  shiftLevel,
  updateDeviation,
  updateProductivityLaw,
  updateRateLaw,
  updateSize,
  type Trial,
} from './hypers.ts';
import { createDriftBlock, updateDrift, type DriftBlock } from './drift.ts';
import { countsExceeding, type CountProfile } from './likelihood.ts';
import { createMonthBlock, updateMonth, type MonthBlock } from './monthEffects.ts';
import { jumpRamp, scaleCircumstance, scaleProductivity } from './moves.ts';
import { openDirections, shiftOpen, type OpenDirection } from './openDirections.ts';
import { findRidge, type Ridge } from './ridge.ts';
import { findSpectra, type Spectrum } from './spectrum.ts';
import { createStretchBlock, stretchCircumstance, type StretchBlock } from './stretch.ts';
import { firstState, type State } from './state.ts';
import { shiftAlong } from './shift.ts';
import { createTuning, proposeStep, type Tuning } from './tuning.ts';
import { createUnitBlock, holdMonths, type UnitBlock } from './unitBlock.ts';
import { updateUnit } from './updateUnit.ts';

type Warmth = {
  readonly spectra: readonly Spectrum[];
  readonly block: StretchBlock;
  /** One for each ramp length. */
  readonly answers: readonly Answers[];
};

/** Everything that a chain works with. */
export type Machine = {
  readonly data: FitData;
  readonly assumptions: Assumptions;
  readonly random: Random;
  readonly state: State;
  readonly tuning: Tuning;
  readonly unitBlock: UnitBlock;
  readonly monthBlock: MonthBlock;
  readonly driftBlock: DriftBlock;
  readonly trial: Trial;
  readonly counts: CountProfile;
  readonly uncensored: number;
  readonly rateCentre: number;
  /** Where the units' parameters lay while the chain warmed up. */
  readonly centre: Centre;
  ridges: readonly Ridge[];
  /** Where there are few units; none otherwise. */
  readonly open: readonly OpenDirection[];
  /** How parameters answer to their spreads; null until the chain has warmed up. */
  warmth: Warmth | null;
};

export function createMachine(data: FitData, assumptions: Assumptions, seed: number, stream = 'capacity'): Machine {
  const state = firstState(data, assumptions);
  const driftBlock = createDriftBlock(data);
  return {
    data,
    assumptions,
    random: createRandom(seed, stream),
    state,
    tuning: createTuning(),
    unitBlock: createUnitBlock(data),
    monthBlock: createMonthBlock(data),
    driftBlock,
    trial: createTrial(data),
    counts: countsExceeding(data.count, data.censored),
    uncensored: data.censored.reduce((total, each) => total + (each === 0 ? 1 : 0), 0),
    rateCentre: state.logMeanRate,
    centre: createCentre(state),
    ridges: [],
    open: hasFewUnits(data) ? openDirections(data, state, assumptions, driftBlock.waves) : [],
    warmth: null,
  };
}

/** Points the moves along the ridge, one for each ramp length, as the curvature is at the present state. */
export function pointRidges(machine: Machine): void {
  const { data, state, assumptions, driftBlock } = machine;
  machine.ridges = data.ramped.map((ramped) => findRidge(data, state, assumptions, ramped, driftBlock.waves));
}

/** Learns how parameters answer to their spreads, about where the chain has been. */
export function pointSpreads(machine: Machine): void {
  const { data, state, centre } = machine;
  const spectra = findSpectra(data, state, centre);
  const answers = data.ramped.map((ramped) => findAnswers(data, state, ramped, centre));
  machine.warmth = { spectra, block: createStretchBlock(data, spectra), answers };
}

/** Proposals for units and months that were accepted, and for months also how many there were: a sweep visits every other month. */
export type Swept = { readonly units: number; readonly months: number; readonly visitedMonths: number };

/** Tries of each move in a sweep: with these no parameter of 42 units mixes much worse than the others. */
const triesOf = { size: 1, stretch: 2, widen: 2, scaleProductivity: 1 } as const;
/** Before the chain has warmed up it is not known how parameters answer to their spreads: these are scaled as they are. */
const triesCold = { circumstance: 2, productivity: 4 } as const;

function repeat(times: number, move: () => void): void {
  for (let k = 0; k < times; k += 1) move();
}

/** The two spreads, each with what it spreads. */
function moveSpreads({ data, state, assumptions, tuning, random, trial, warmth }: Machine): void {
  const scale = (): void => {
    scaleProductivity(data, state, assumptions, trial, tuning, random);
  };
  if (assumptions.fixedDeviation === null) {
    if (warmth === null)
      repeat(triesCold.circumstance, () => {
        scaleCircumstance(data, state, trial, tuning, random);
      });
    else
      repeat(triesOf.stretch, () => {
        stretchCircumstance(data, state, warmth.spectra, warmth.block, trial, tuning, random);
      });
  }
  if (assumptions.fixedSpread !== null) return;
  const answers = warmth?.answers[state.ramp];
  if (answers === undefined) {
    repeat(triesCold.productivity, scale);
    return;
  }
  repeat(triesOf.widen, () => {
    widenProductivity(data, state, answers, assumptions, trial, tuning, random);
  });
  repeat(triesOf.scaleProductivity, scale);
}

/**
 * One sweep: every unit, every other month, the laws that they share, and the moves that mix fast. Two sweeps visit every month.
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
  shiftOpen(machine);
  updateDrift(data, state, machine.driftBlock, assumptions, tuning, random);
  updateRateLaw(data, state, rateCentre, tuning, random);
  shiftLevel(data, state, rateCentre, tuning, random);
  updateProductivityLaw(data, state, assumptions, tuning, random);
  if (assumptions.fixedDeviation === null) updateDeviation(data, state, tuning, random);
  const ridge = machine.ridges[state.ramp];
  if (ridge) {
    const step = proposeStep(tuning.ridge, state.centre, random);
    shiftAlong(data, state, ridge, assumptions, trial, tuning.ridge, step, random);
  }
  repeat(triesOf.size, () => {
    updateSize(data, state, machine.counts, machine.uncensored, trial, tuning, random);
  });
  jumpRamp(data, state, assumptions, trial, random);
  moveSpreads(machine);
  return { units, months, visitedMonths };
}
