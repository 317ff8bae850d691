import { flag, real, whole } from '../typed.ts';
import type { Random } from '../random.ts';
import { createArrow, factorArrow, quadraticForm, solveLower, solveUpper, type Arrow } from './arrow.ts';
import type { FitData } from './data.ts';
import { censoredTerm, type Term } from './likelihood.ts';
import {
  createImplied,
  effectiveFteAt,
  quarterCorrelation,
  rampedOf,
  termOf,
  workAt,
  type Implied,
  type State,
} from './state.ts';

const newtonSteps = 2;
/** The proposal is this much wider than the Laplace approximation. */
const inflation = 1.05;

/** Buffers of the update of one unit, made once and used for all. */
export type UnitBlock = {
  readonly hessian: Arrow;
  readonly factor: Arrow;
  readonly mode: Float64Array;
  readonly step: Float64Array;
  readonly proposal: Float64Array;
  /** Effects of the months of the unit's observations, constant while it is updated. */
  readonly monthEffect: Float64Array;
  readonly implied: Implied;
  readonly scratch: Term;
};

export function createUnitBlock(data: FitData): UnitBlock {
  let slots = 0;
  let observations = 0;
  for (let i = 0; i + 1 < data.unitStart.length; i += 1) {
    slots = Math.max(slots, whole(data.slotStart, i + 1) - whole(data.slotStart, i));
    observations = Math.max(observations, whole(data.unitStart, i + 1) - whole(data.unitStart, i));
  }
  return {
    hessian: createArrow(slots),
    factor: createArrow(slots),
    mode: new Float64Array(slots + 2),
    step: new Float64Array(slots + 2),
    proposal: new Float64Array(slots + 2),
    monthEffect: new Float64Array(observations),
    implied: createImplied(observations),
    scratch: { value: 0, slope: 0, curvature: 0 },
  };
}

/** Precision matrix of the AR(1) circumstances: diagonal at the ends, in between, and beside it. */
function circumstancePrecision(deviation: number): { end: number; inner: number; beside: number; alone: number } {
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

/** Gradient (into `block.step`) and Hessian of the log posterior of unit i at `block.mode`: the priors' part. */
function addPrior(block: UnitBlock, state: State, shape: number, rate: number, funded: boolean): void {
  const { hessian, mode, step } = block;
  const { size } = hessian;
  const { end, inner, beside, alone } = circumstancePrecision(state.deviation);
  for (let s = 0; s < size; s += 1) {
    const diagonal = size === 1 ? alone : s === 0 || s === size - 1 ? end : inner;
    const before = s > 0 ? real(mode, s - 1) : 0;
    const after = s + 1 < size ? real(mode, s + 1) : 0;
    hessian.diagonal[s] = diagonal;
    hessian.below[s] = beside;
    hessian.first[s] = 0;
    hessian.second[s] = 0;
    step[s] = -(diagonal * real(mode, s) + beside * (before + after));
  }
  const pull = rate * Math.exp(real(mode, size));
  const precision = 1 / (state.spread * state.spread);
  step[size] = shape - pull;
  step[size + 1] = funded ? -(real(mode, size + 1) - state.centre) * precision : 0;
  hessian.firstFirst = pull;
  hessian.firstSecond = 0;
  hessian.secondSecond = funded ? precision : 1;
}

/** Adds what the observations of unit i say at `block.mode`. Curvature in the productivity is the expected one: it is never negative. */
function addObservations(data: FitData, state: State, block: UnitBlock, i: number): void {
  const { hessian, mode, step, scratch, monthEffect } = block;
  const { count, censored, slot: slots, floor } = data;
  const { diagonal, first, second } = hessian;
  const ramped = rampedOf(data, state.ramp);
  const { size: dispersion } = state;
  const { size } = hessian;
  const start = whole(data.unitStart, i);
  const end = whole(data.unitStart, i + 1);
  const firstSlot = whole(data.slotStart, i);
  const productivity = real(mode, size + 1);
  let slot = -1;
  let level = 0;
  for (let o = start; o < end; o += 1) {
    const own = whole(slots, o) - firstSlot;
    if (own !== slot) {
      slot = own;
      level = Math.exp(real(mode, size) + real(mode, slot));
    }
    const fte = effectiveFteAt(data, ramped, o, productivity);
    const work = data.exponent === 1 ? fte : Math.pow(fte, data.exponent);
    observe(real(count, o), flag(censored, o), level * real(monthEffect, o - start) * work, dispersion, scratch);
    const { slope, curvature } = scratch;
    step[slot] = real(step, slot) + slope;
    step[size] = real(step, size) + slope;
    diagonal[slot] = real(diagonal, slot) + curvature;
    first[slot] = real(first, slot) + curvature;
    hessian.firstFirst += curvature;
    const funded = real(ramped, o);
    if (funded > 0 && fte > real(floor, o)) {
      const weight = (data.exponent * funded) / fte;
      step[size + 1] = real(step, size + 1) + slope * weight;
      second[slot] = real(second, slot) + curvature * weight;
      hessian.firstSecond += curvature * weight;
      hessian.secondSecond += curvature * weight * weight;
    }
  }
}

/** Slope and curvature of the log-likelihood of one observation in the log of its mean. */
export function observe(count: number, censored: number, mean: number, size: number, out: Term): void {
  if (censored === 1) {
    censoredTerm(count, mean, size, out);
    return;
  }
  const ratio = size / (mean + size);
  out.slope = ratio * (count - mean);
  out.curvature = ((count + size) * ratio * mean) / (mean + size);
}

/** Month effects of the unit's observations: constant during its update. */
function monthLevels(data: FitData, state: State, block: UnitBlock, i: number): void {
  const start = whole(data.unitStart, i);
  for (let o = start; o < whole(data.unitStart, i + 1); o += 1)
    block.monthEffect[o - start] = Math.exp(real(state.logMonth, whole(data.month, o)));
}

function clamp(value: number, size: number): number {
  return value > size ? size : value < -size ? -size : value;
}

/** Mode by Newton's method from a start that does not depend on the current values, so that the proposal does not either. */
export function findMode(data: FitData, state: State, block: UnitBlock, i: number, shape: number, rate: number): void {
  const { hessian, factor, mode, step } = block;
  const size = whole(data.slotStart, i + 1) - whole(data.slotStart, i);
  hessian.size = size;
  monthLevels(data, state, block, i);
  const ramped = rampedOf(data, state.ramp);
  const start = whole(data.unitStart, i);
  let files = shape;
  let fte = rate;
  for (let o = start; o < whole(data.unitStart, i + 1); o += 1) {
    files += real(data.count, o);
    fte += real(block.monthEffect, o - start) * workAt(data, ramped, o, state.centre);
  }
  mode.fill(0, 0, size);
  mode[size] = Math.log(files / fte);
  mode[size + 1] = state.centre;
  const funded = flag(data.funded, i) === 1;
  for (let iteration = 0; iteration < newtonSteps; iteration += 1) {
    addPrior(block, state, shape, rate, funded);
    addObservations(data, state, block, i);
    factorArrow(hessian, factor);
    solveLower(factor, step);
    solveUpper(factor, step);
    for (let s = 0; s < size + 2; s += 1) mode[s] = real(mode, s) + clamp(real(step, s), 0.8);
  }
}

/** log prior density of a unit's parameters, without constants. */
function logPrior(
  state: State,
  values: Float64Array,
  size: number,
  shape: number,
  rate: number,
  funded: boolean,
): number {
  const { end, inner, beside, alone } = circumstancePrecision(state.deviation);
  let square = 0;
  for (let s = 0; s < size; s += 1) {
    const value = real(values, s);
    const diagonal = size === 1 ? alone : s === 0 || s === size - 1 ? end : inner;
    square += diagonal * value * value + (s === 0 ? 0 : 2 * beside * value * real(values, s - 1));
  }
  const logRate = real(values, size);
  const distance = funded ? (real(values, size + 1) - state.centre) / state.spread : 0;
  return shape * logRate - rate * Math.exp(logRate) - 0.5 * square - 0.5 * distance * distance;
}

/** What the proposal says of the unit's observations, into the block; @returns the sum of the log-likelihoods */
function evaluateProposal(data: FitData, state: State, block: UnitBlock, i: number): number {
  const { proposal, hessian, implied } = block;
  const { size } = hessian;
  const ramped = rampedOf(data, state.ramp);
  const start = whole(data.unitStart, i);
  let total = 0;
  let slot = -1;
  let logLevel = 0;
  let level = 0;
  for (let o = start; o < whole(data.unitStart, i + 1); o += 1) {
    const own = whole(data.slot, o) - whole(data.slotStart, i);
    if (own !== slot) {
      slot = own;
      logLevel = real(proposal, size) + real(proposal, slot);
      level = Math.exp(logLevel);
    }
    const work = workAt(data, ramped, o, real(proposal, size + 1));
    const logMean = logLevel + real(state.logMonth, whole(data.month, o)) + Math.log(work);
    const mean = level * real(block.monthEffect, o - start) * work;
    const term = termOf(data, o, mean, logMean, state.size, block.scratch);
    implied.work[o - start] = work;
    implied.mean[o - start] = mean;
    implied.logMean[o - start] = logMean;
    implied.term[o - start] = term;
    total += term;
  }
  return total;
}

function loadCurrent(data: FitData, state: State, block: UnitBlock, i: number, into: Float64Array): void {
  const { size } = block.hessian;
  const firstSlot = whole(data.slotStart, i);
  for (let s = 0; s < size; s += 1) into[s] = real(state.circumstance, firstSlot + s);
  into[size] = real(state.logRate, i);
  into[size + 1] = real(state.productivity, i);
}

function accept(data: FitData, state: State, block: UnitBlock, i: number): void {
  const { proposal, hessian } = block;
  const { size } = hessian;
  const firstSlot = whole(data.slotStart, i);
  for (let s = 0; s < size; s += 1) state.circumstance[firstSlot + s] = real(proposal, s);
  state.logRate[i] = real(proposal, size);
  state.productivity[i] = real(proposal, size + 1);
  const start = whole(data.unitStart, i);
  const { implied } = block;
  const { current } = state;
  for (let o = start; o < whole(data.unitStart, i + 1); o += 1) {
    current.work[o] = real(implied.work, o - start);
    current.mean[o] = real(implied.mean, o - start);
    current.logMean[o] = real(implied.logMean, o - start);
    current.term[o] = real(implied.term, o - start);
  }
}

/**
 * One joint update of a unit's log rate, productivity and circumstances: an independence proposal from their Laplace approximation given
 * everything else. A unit without funded staff keeps its productivity: nothing is known of it.
 * @returns whether the proposal was accepted
 */
export function updateUnit(data: FitData, state: State, block: UnitBlock, i: number, random: Random): boolean {
  const shape = Math.exp(state.logShape);
  const rate = priorRate(data, state, i);
  const funded = flag(data.funded, i) === 1;
  findMode(data, state, block, i, shape, rate);
  const { mode, step, proposal, factor, hessian } = block;
  const { size } = hessian;
  for (let s = 0; s < size + 2; s += 1) proposal[s] = random.normal() * inflation;
  if (!funded) proposal[size + 1] = 0;
  solveUpper(factor, proposal);
  const proposalForm = quadraticForm(factor, proposal);
  for (let s = 0; s < size + 2; s += 1) proposal[s] = real(proposal, s) + real(mode, s);
  loadCurrent(data, state, block, i, step);
  if (!funded) step[size + 1] = real(mode, size + 1);
  const currentPrior = logPrior(state, step, size, shape, rate, funded);
  for (let s = 0; s < size + 2; s += 1) step[s] = real(step, s) - real(mode, s);
  const currentForm = quadraticForm(factor, step);
  let current = 0;
  for (let o = whole(data.unitStart, i); o < whole(data.unitStart, i + 1); o += 1)
    current += real(state.current.term, o);
  const proposed = evaluateProposal(data, state, block, i);
  const ratio =
    proposed -
    current +
    logPrior(state, proposal, size, shape, rate, funded) -
    currentPrior +
    (0.5 * (proposalForm - currentForm)) / (inflation * inflation);
  if (!(Math.log(random.uniform()) < ratio)) return false;
  accept(data, state, block, i);
  return true;
}
