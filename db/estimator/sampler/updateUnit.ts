import { exp, log } from '../elementary.ts';
import { at } from '../numbers.ts';
import { flag, real, whole } from '../typed.ts';
import type { Random } from '../random.ts';
import { quadraticForm, solveUpper } from './arrow.ts';
import type { FitData } from './data.ts';
import { rampedOf, workAt, type State } from './state.ts';
import { adoptRange, findTerms } from './terms.ts';
import { circumstancePrecision, priorRate, type UnitBlock } from './unitBlock.ts';
import { findMode } from './unitMode.ts';

/** The proposal is this much wider than the Laplace approximation. */
const inflation = 1.05;

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

/** What the proposal says of the unit's observations, into the block; @returns the change of the log-likelihood */
function evaluateProposal(data: FitData, state: State, block: UnitBlock, i: number): number {
  const { proposal, hessian, implied } = block;
  const { size } = hessian;
  const ramped = rampedOf(data, state.ramp);
  const productivity = real(proposal, size + 1);
  const start = whole(data.unitStart, i);
  let slot = -1;
  let logLevel = 0;
  let level = 0;
  for (let o = start; o < whole(data.unitStart, i + 1); o += 1) {
    const own = whole(data.slot, o) - whole(data.slotStart, i);
    if (own !== slot) {
      slot = own;
      logLevel = real(proposal, size) + real(proposal, slot);
      level = exp(logLevel);
    }
    const isAlone = real(ramped, o) === 0;
    const work = isAlone ? real(data.ownWork, o) : workAt(data, ramped, o, productivity);
    const logWork = isAlone ? real(data.logOwnWork, o) : log(work);
    const month = whole(data.month, o);
    implied.work[o] = work;
    implied.mean[o] = level * real(block.monthEffect, month) * work;
    implied.logMean[o] = logLevel + real(state.logMonth, month) + logWork;
  }
  return findTerms(data, at(data.places.ofUnit, i), implied, state.size, state.current.term);
}

function loadCurrent(data: FitData, state: State, block: UnitBlock, i: number, into: Float64Array): void {
  const { size } = block.hessian;
  const firstSlot = whole(data.slotStart, i);
  for (let s = 0; s < size; s += 1) into[s] = real(state.circumstance, firstSlot + s);
  into[size] = real(state.logRate, i);
  into[size + 1] = real(state.productivity, i);
}

function accept(data: FitData, state: State, block: UnitBlock, i: number): void {
  const { proposal, hessian, implied } = block;
  const { size } = hessian;
  const firstSlot = whole(data.slotStart, i);
  for (let s = 0; s < size; s += 1) state.circumstance[firstSlot + s] = real(proposal, s);
  state.logRate[i] = real(proposal, size);
  state.productivity[i] = real(proposal, size + 1);
  adoptRange(state.current, implied, whole(data.unitStart, i), whole(data.unitStart, i + 1));
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
  const ratio =
    evaluateProposal(data, state, block, i) +
    logPrior(state, proposal, size, shape, rate, funded) -
    currentPrior +
    (0.5 * (proposalForm - currentForm)) / (inflation * inflation);
  if (!(Math.log(random.uniform()) < ratio)) return false;
  accept(data, state, block, i);
  return true;
}
