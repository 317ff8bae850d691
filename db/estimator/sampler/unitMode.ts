import { flag, real, whole } from '../typed.ts';
import { factorArrow, solveLower, solveUpper } from './arrow.ts';
import type { Centre } from './centre.ts';
import { hasFewUnits, type FitData } from './data.ts';
import { observe } from './likelihood.ts';
import { effectiveFteAt, rampedOf, workAt, type State } from './state.ts';
import { circumstancePrecision, type UnitBlock } from './unitBlock.ts';

/**
 * From a start in closed form two steps of Newton's method are needed; from the centre of the posterior one is enough. Few units always start in
 * closed form, which is far off where most months are short of work.
 */
const newtonSteps = { closedForm: 2, centre: 1, fewUnits: 5 };

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
  const { count, censored, slot: slots, month: months, floor } = data;
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
    observe(real(count, o), flag(censored, o), level * real(monthEffect, whole(months, o)) * work, dispersion, scratch);
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

function clamp(value: number, size: number): number {
  return value > size ? size : value < -size ? -size : value;
}

/** A start in closed form, into the block's mode: no circumstances, the mean productivity, and the rate that gives the files closed. */
function startInClosedForm(
  data: FitData,
  state: State,
  block: UnitBlock,
  i: number,
  shape: number,
  rate: number,
): void {
  const { mode, hessian } = block;
  const { size } = hessian;
  const ramped = rampedOf(data, state.ramp);
  const start = whole(data.unitStart, i);
  let files = shape;
  let fte = rate;
  for (let o = start; o < whole(data.unitStart, i + 1); o += 1) {
    files += real(data.count, o);
    fte += real(block.monthEffect, whole(data.month, o)) * workAt(data, ramped, o, state.centre);
  }
  mode.fill(0, 0, size);
  mode[size] = Math.log(files / fte);
  mode[size + 1] = state.centre;
}

function startAtCentre(
  data: FitData,
  { logRate, productivity, circumstance }: Centre,
  block: UnitBlock,
  i: number,
): void {
  const { mode, hessian } = block;
  const { size } = hessian;
  const firstSlot = whole(data.slotStart, i);
  for (let s = 0; s < size; s += 1) mode[s] = real(circumstance, firstSlot + s);
  mode[size] = real(logRate, i);
  mode[size + 1] = real(productivity, i);
}

/** Mode by Newton's method from a start that does not depend on the unit's current values, so that the proposal does not either. */
export function findMode(data: FitData, state: State, block: UnitBlock, i: number, shape: number, rate: number): void {
  const { hessian, factor, mode, step, start } = block;
  const size = whole(data.slotStart, i + 1) - whole(data.slotStart, i);
  hessian.size = size;
  if (start === null) startInClosedForm(data, state, block, i, shape, rate);
  else startAtCentre(data, start, block, i);
  const funded = flag(data.funded, i) === 1;
  const usual = start === null ? newtonSteps.closedForm : newtonSteps.centre;
  const steps = hasFewUnits(data) ? newtonSteps.fewUnits : usual;
  for (let iteration = 0; iteration < steps; iteration += 1) {
    addPrior(block, state, shape, rate, funded);
    addObservations(data, state, block, i);
    factorArrow(hessian, factor);
    solveLower(factor, step);
    solveUpper(factor, step);
    for (let s = 0; s < size + 2; s += 1) mode[s] = real(mode, s) + clamp(real(step, s), 0.8);
  }
}
