import type { Assumptions } from '../assumptions.ts';
import { learnClosings } from '../closings/learn.ts';
import type { SharedClosings } from '../closings/rates.ts';
import { at } from '../numbers.ts';
import { monthsApart } from '../panel.ts';
import type { UsableUnit } from '../prepare.ts';
import { createRandom, type Random } from '../random.ts';
import { layOut, type FitData } from './data.ts';
import { keepDraw } from './chain.ts';
import type { CapacityFit, FitOptions } from './fit.ts';
import { createMonthBlock, updateMonth, type MonthBlock } from './monthEffects.ts';
import { continueWalk, startWalk, type Ends } from './continueWalk.ts';
import { firstState, monthsOfYear, refresh, type State } from './state.ts';
import { createUnitBlock, holdMonths } from './unitBlock.ts';
import { updateUnit } from './updateUnit.ts';

/** What many units said together of what all units share, for a workspace with too few of them to tell. */
export type ReferencePosterior = {
  /** First month of `logMonth`, 'YYYY-MM', and how many months each draw holds. */
  readonly firstMonth: string;
  readonly months: number;
  readonly units: number;
  readonly draws: readonly ReferenceDraw[];
};

/** One draw: productivity of funded staff and its spread, ramp in months, size, deviation, law of the rates, month effects. */
export type ReferenceDraw = {
  readonly centre: number;
  readonly spread: number;
  readonly rampMonths: number;
  readonly size: number;
  readonly deviation: number;
  readonly logMeanRate: number;
  readonly logShape: number;
  readonly logMonth: readonly number[];
  /** Of the months: step of the walk, its value at the first and the last of them, and the season. None in references of before they were estimated. */
  readonly walkDeviation?: number | undefined;
  readonly walkEnds?: readonly [number, number] | undefined;
  readonly season?: readonly number[] | undefined;
  /** Mean of the walk's steps. None in references of before it was estimated. */
  readonly drift?: number | undefined;
  /** What files that leave without investigation follow. */
  readonly closings: SharedClosings;
};

/** How many draws a reference carries: enough for its quantiles, few enough for a small file. */
const drawsInReference = 350;

export function toReference(fit: CapacityFit, assumptions: Assumptions): ReferencePosterior {
  const step = Math.max(1, Math.floor(fit.draws.length / drawsInReference));
  const chosen = fit.draws.filter((_, index) => index % step === 0).slice(0, drawsInReference);
  return {
    firstMonth: at(fit.data.months, 0),
    months: fit.data.months.length,
    units: fit.data.units.length,
    draws: chosen.map((draw, index) => ({
      centre: draw.centre,
      spread: draw.spread,
      rampMonths: at(assumptions.rampMonths, draw.ramp),
      size: draw.size,
      deviation: draw.deviation,
      logMeanRate: draw.logMeanRate,
      logShape: draw.logShape,
      logMonth: [...draw.logMonth],
      walkDeviation: draw.walkDeviation,
      walkEnds: [at(draw.walk, 0), at(draw.walk, draw.walk.length - 1)],
      season: [...draw.season],
      drift: draw.drift,
      closings: at(fit.closings.shared, index % fit.closings.shared.length),
    })),
  };
}

/** Updates of the unit given one reference draw: its proposals are independent and mostly accepted, so few are needed. */
const updatesPerDraw = 6;

function adoptShared(data: FitData, state: State, draw: ReferenceDraw, ramp: number, first: number): void {
  state.centre = draw.centre;
  state.spread = draw.spread;
  state.ramp = ramp;
  state.size = draw.size;
  state.deviation = draw.deviation;
  state.logMeanRate = draw.logMeanRate;
  state.logShape = draw.logShape;
  state.inflowSlope = 0;
  state.walkDeviation = draw.walkDeviation ?? 0;
  state.drift = draw.drift ?? 0;
  state.season.set(draw.season ?? none);
  for (let t = 0; t < data.months.length; t += 1) state.logMonth[t] = draw.logMonth[t - first] ?? 0;
}

function settle(data: FitData, state: State, blocks: Blocks, { before, after, ends }: Outside, random: Random): number {
  const outside = [...before, ...after];
  const sides = [
    { known: ends[0], drift: -state.drift, months: before },
    { known: ends[1], drift: state.drift, months: after },
  ];
  let accepted = 0;
  for (const side of sides) startWalk(data, state, side, random);
  refresh(data, state);
  for (let n = 0; n < updatesPerDraw; n += 1) {
    for (const side of sides) continueWalk(data, state, side, random);
    holdMonths(blocks.unit, state);
    for (let i = 0; i < state.logRate.length; i += 1)
      accepted += Number(updateUnit(data, state, blocks.unit, i, random));
    for (const t of outside) updateMonth(data, state, blocks.month, t, random);
  }
  return accepted;
}

/** Months that the reference does not have, each list beginning next to it, and the value of its walk there. */
type Outside = { readonly before: readonly number[]; readonly after: readonly number[]; readonly ends: Ends };

const noWalk: Ends = [0, 0];
const none = new Float64Array(monthsOfYear);

type Blocks = { readonly unit: ReturnType<typeof createUnitBlock>; readonly month: MonthBlock };

/**
 * Posterior of a few units given what a reference says of all: for each draw of the reference, the units' own rates, productivities and
 * circumstances are drawn given it. Nothing flows back: these units do not change what the reference says of the others (a cut model).
 * Months that the reference does not hold are estimated from these units and the prior.
 * Source: Vigie method note, section 2.2; Plummer (2015), Cuts in Bayesian graphical models, Statistics and Computing 25.
 */
export function fitWithReference(
  units: readonly UsableUnit[],
  assumptions: Assumptions,
  reference: ReferencePosterior,
  { seed, closings, onProgress }: FitOptions,
): CapacityFit {
  const data = layOut(units, assumptions);
  const random = createRandom(seed, 'reference');
  const state = firstState(data, assumptions);
  const blocks = { unit: createUnitBlock(data), month: createMonthBlock(data) };
  const first = monthsApart(at(data.months, 0), reference.firstMonth);
  const places = data.months.map((_, t) => t);
  const before = places.filter((t) => t < first).reverse();
  const after = places.filter((t) => t >= first + reference.months);
  let accepted = 0;
  const draws = reference.draws.map((draw, index) => {
    const own = assumptions.rampMonths.indexOf(draw.rampMonths);
    const ramp = own >= 0 ? own : Math.floor(random.uniform() * assumptions.rampMonths.length);
    adoptShared(data, state, draw, ramp, first);
    accepted += settle(data, state, blocks, { before, after, ends: draw.walkEnds ?? noWalk }, random);
    if (index % 20 === 0) onProgress?.(index / reference.draws.length);
    return keepDraw(state);
  });
  onProgress?.(1);
  return {
    data,
    draws,
    closings: closings ?? learnClosings(data.units, { seed, shared: reference.draws.map((draw) => draw.closings) }),
    diagnostics: {
      chains: 1,
      sweeps: draws.length * updatesPerDraw,
      unitAcceptance: accepted / (draws.length * updatesPerDraw * units.length),
      monthAcceptance: 1,
    },
    worst: null,
  };
}
