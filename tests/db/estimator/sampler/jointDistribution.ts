import type { Assumptions } from '../../../../db/estimator/assumptions.ts';
import { gammaCdf } from '../../../../db/estimator/distributions.ts';
import { sampleNegativeBinomial } from '../../../../db/estimator/negativeBinomial.ts';
import { at, mean } from '../../../../db/estimator/numbers.ts';
import { createRandom, type Random } from '../../../../db/estimator/random.ts';
import { sampleGamma } from '../../../../db/estimator/samplers.ts';
import { monthMean, updateDrift } from '../../../../db/estimator/sampler/drift.ts';
import { effectiveSampleSize } from '../../../../db/estimator/sampler/chainChecks.ts';
import { layOut } from '../../../../db/estimator/sampler/data.ts';
import { addState } from '../../../../db/estimator/sampler/centre.ts';
import * as hypers from '../../../../db/estimator/sampler/hypers.ts';
import { countsExceeding } from '../../../../db/estimator/sampler/likelihood.ts';
import { updateMonth } from '../../../../db/estimator/sampler/monthEffects.ts';
import { findPlaces } from '../../../../db/estimator/sampler/places.ts';
import * as moves from '../../../../db/estimator/sampler/moves.ts';
import { shiftOpen } from '../../../../db/estimator/sampler/openDirections.ts';
import { priors, quarterCorrelation, refresh } from '../../../../db/estimator/sampler/state.ts';
import {
  createMachine,
  pointRidges,
  pointSpreads,
  sweep,
  type Machine,
} from '../../../../db/estimator/sampler/sweep.ts';
import { shiftAlong } from '../../../../db/estimator/sampler/shift.ts';
import { stretchCircumstance } from '../../../../db/estimator/sampler/stretch.ts';
import { fixTuning, proposeStep } from '../../../../db/estimator/sampler/tuning.ts';
import { holdMonths } from '../../../../db/estimator/sampler/unitBlock.ts';
import { updateUnit } from '../../../../db/estimator/sampler/updateUnit.ts';
import { widenProductivity } from '../../../../db/estimator/sampler/widen.ts';
import { sortUnits } from '../../../../db/estimator/usable.ts';
import { length, panels } from './jointPanels.ts';
import { halfNormalCdf, normalCdf } from './normalLaw.ts';

/**
 * Joint-distribution tests after Geweke (2004), Getting it right, Journal of the American Statistical Association 99: where the parameters
 * come from their prior and the data from the parameters, a move that leaves the posterior as it is leaves the parameters' law as it is, too.
 * Each parameter is turned into what must then be uniform on 0 to 1 (its prior probability given those above it in the hierarchy), so that
 * the means of u and u^2 are known.
 */

/** Files that the units have to work on: where capacity is above, the month is censored. About half of the months are. */
const workload = 9;

function centred(values: Float64Array): Float64Array {
  const centre = mean(values);
  return values.map((value) => value - centre);
}

/** Every parameter from its prior, in place. */
function drawParameters({ data, state, rateCentre }: Machine, assumptions: Assumptions, random: Random): void {
  const { relativeProductivity, productivitySpread, fixedSpread, rampMonths } = assumptions;
  const normal = ({ mean: centre, deviation }: { mean: number; deviation: number }): number =>
    centre + deviation * random.normal();
  state.centre = normal(relativeProductivity);
  state.spread = fixedSpread ?? Math.abs(random.normal()) * productivitySpread;
  state.ramp = Math.floor(random.uniform() * rampMonths.length);
  state.size = Math.exp(normal(priors.logSize));
  state.deviation = Math.abs(random.normal()) * priors.circumstanceScale;
  state.logMeanRate = normal({ mean: rateCentre, deviation: priors.logRateDeviation });
  state.logShape = normal(priors.logShape);
  state.inflowSlope = normal({ mean: 0, deviation: priors.slopeDeviation });
  state.walkDeviation = Math.abs(random.normal()) * priors.walkScale;
  state.drift = priors.driftDeviation * random.normal();
  let position = 0;
  state.walk.set(centred(state.walk.map(() => (position += state.drift + state.walkDeviation * random.normal()))));
  state.season.set(centred(state.season.map(() => priors.seasonDeviation * random.normal())));
  for (let t = 0; t < length; t += 1)
    state.logMonth[t] = monthMean(data, state, t) + priors.monthNoise * random.normal();
  for (let i = 0; i < panels.length; i += 1) {
    const shape = Math.exp(state.logShape);
    const centre = state.logMeanRate + state.inflowSlope * at(data.logInflow, i);
    state.logRate[i] = Math.log(sampleGamma(random, shape, shape)) + centre;
    state.productivity[i] = normal({ mean: state.centre, deviation: state.spread });
    for (let s = at(data.slotStart, i); s < at(data.slotStart, i + 1); s += 1) {
      const isFirst = s === at(data.slotStart, i);
      const before = isFirst ? 0 : quarterCorrelation * at(state.circumstance, s - 1);
      const deviation = state.deviation * (isFirst ? 1 : Math.sqrt(1 - quarterCorrelation ** 2));
      state.circumstance[s] = normal({ mean: before, deviation });
    }
  }
}

/** New data from the present parameters, in place; @returns the machine with what is derived from the data */
function drawData(machine: Machine, random: Random): Machine {
  const { data, state } = machine;
  refresh(data, state);
  let uncensored = 0;
  for (let o = 0; o < data.count.length; o += 1) {
    const capacity = sampleNegativeBinomial(random, at(state.current.mean, o), state.size);
    data.count[o] = Math.min(capacity, workload);
    data.censored[o] = Number(capacity >= workload);
    if (capacity < workload) uncensored += 1;
  }
  const drawn = { ...data, places: findPlaces(data) };
  refresh(drawn, state);
  return { ...machine, data: drawn, counts: countsExceeding(data.count, data.censored), uncensored };
}

function uniformsOf({ data, state, rateCentre }: Machine, assumptions: Assumptions): Record<string, number> {
  const { relativeProductivity, productivitySpread, fixedSpread } = assumptions;
  const shape = Math.exp(state.logShape);
  const rate = Math.exp(state.logShape - state.logMeanRate - state.inflowSlope * at(data.logInflow, 0));
  const innovation = state.deviation * Math.sqrt(1 - quarterCorrelation ** 2);
  const [v0, v1] = [at(state.circumstance, 0), at(state.circumstance, 1)];
  const wandered = at(state.walk, length - 1) - at(state.walk, 0) - (length - 1) * state.drift;
  return {
    centre: normalCdf((state.centre - relativeProductivity.mean) / relativeProductivity.deviation),
    ...(fixedSpread === null ? { spread: halfNormalCdf(state.spread, productivitySpread) } : {}),
    productivity: normalCdf((at(state.productivity, 0) - state.centre) / state.spread),
    otherProductivity: normalCdf((at(state.productivity, 1) - state.centre) / state.spread),
    meanRate: normalCdf((state.logMeanRate - rateCentre) / priors.logRateDeviation),
    shape: normalCdf((state.logShape - priors.logShape.mean) / priors.logShape.deviation),
    inflowSlope: normalCdf(state.inflowSlope / priors.slopeDeviation),
    rate: gammaCdf(Math.exp(at(state.logRate, 0)), shape, rate),
    size: normalCdf((Math.log(state.size) - priors.logSize.mean) / priors.logSize.deviation),
    deviation: halfNormalCdf(state.deviation, priors.circumstanceScale),
    circumstance: normalCdf(v0 / state.deviation),
    nextCircumstance: normalCdf((v1 - quarterCorrelation * v0) / innovation),
    firstMonth: normalCdf((at(state.logMonth, 0) - monthMean(data, state, 0)) / priors.monthNoise),
    lastMonth: normalCdf((at(state.logMonth, length - 1) - monthMean(data, state, length - 1)) / priors.monthNoise),
    walkDeviation: halfNormalCdf(state.walkDeviation, priors.walkScale),
    drift: normalCdf(state.drift / priors.driftDeviation),
    walkStep: normalCdf((at(state.walk, 5) - at(state.walk, 4) - state.drift) / state.walkDeviation),
    walkLength: normalCdf(wandered / (state.walkDeviation * Math.sqrt(length - 1))),
    // One of twelve that sum to zero has 11/12 of the variance.
    season: normalCdf(at(state.season, 4) / (priors.seasonDeviation * Math.sqrt(11 / 12))),
  };
}

type Series = { readonly values: number[]; readonly expected: number };

function record(found: Map<string, Series>, machine: Machine, assumptions: Assumptions): void {
  const add = (name: string, value: number, expected: number): void => {
    const series = found.get(name) ?? { values: [], expected };
    series.values.push(value);
    found.set(name, series);
  };
  const uniforms = Object.entries(uniformsOf(machine, assumptions));
  for (const [name, u] of uniforms) {
    add(name, u, 1 / 2);
    add(`${name}, squared`, u * u, 1 / 3);
  }
  const long = machine.state.ramp;
  add('ramp', long, 1 / 2);
  for (const [name, u] of uniforms.slice(0, 3)) {
    add(`ramp x ${name}`, long * u, 1 / 4);
    add(`ramp x ${name}, squared`, long * u * u, 1 / 6);
  }
}

/** Where a mean is furthest from what it must be, and by how many standard errors. */
export type Furthest = { readonly name: string; readonly distance: number };

function furthest(found: ReadonlyMap<string, Series>, sampleSize: (values: Float64Array) => number): Furthest {
  let worst: Furthest = { name: '', distance: 0 };
  for (const [name, { values, expected }] of found) {
    const series = Float64Array.from(values);
    const average = mean(series);
    const variance = mean(series.map((value) => (value - average) ** 2));
    const distance = Math.abs(average - expected) / Math.sqrt(variance / sampleSize(series));
    if (!(distance <= worst.distance)) worst = { name, distance };
  }
  return worst;
}

function newMachine(assumptions: Assumptions): Machine {
  const machine = createMachine(layOut(sortUnits(panels).usable, assumptions), assumptions, 11);
  pointRidges(machine);
  addState(machine.centre, machine.state);
  pointSpreads(machine);
  return machine;
}

const learning = 3000;
/** One sweep in so many is looked at: those between say little more, and cost more than the sweep. */
const apart = 8;

/** Sweeps and draws of the data take turns for so many sweeps. */
export function judgeChain(assumptions: Assumptions, sweeps: number): Furthest {
  const random = createRandom(1, 'data');
  const found = new Map<string, Series>();
  let machine = newMachine(assumptions);
  for (let n = -learning; n < sweeps; n += 1) {
    if (n === 0) fixTuning(machine.tuning);
    machine = drawData(machine, random);
    sweep(machine, n % 2 === 0);
    if (n >= 0 && n % apart === 0) record(found, machine, assumptions);
  }
  return furthest(found, effectiveSampleSize);
}

type Move = (machine: Machine) => void;

function must<T>(value: T | null): T {
  if (value === null) throw new Error('The machine is warm.');
  return value;
}

/** The moves of a sweep one by one. */
const allMoves = {
  unit: ({ data, state, unitBlock, random }) => {
    holdMonths(unitBlock, state);
    for (let i = 0; i < panels.length; i += 1) updateUnit(data, state, unitBlock, i, random);
  },
  unitFromCentre: ({ data, state, unitBlock, centre, random }) => {
    unitBlock.start = centre;
    holdMonths(unitBlock, state);
    for (let i = 0; i < panels.length; i += 1) updateUnit(data, state, unitBlock, i, random);
    unitBlock.start = null;
  },
  month: ({ data, state, monthBlock, random }) => {
    for (let t = 0; t < length; t += 1) updateMonth(data, state, monthBlock, t, random);
  },
  monthFromCentre: ({ data, state, monthBlock, centre, random }) => {
    monthBlock.start = centre;
    for (let t = 0; t < length; t += 1) updateMonth(data, state, monthBlock, t, random);
    monthBlock.start = null;
  },
  rateLaw: ({ data, state, rateCentre, tuning, random }) => {
    hypers.updateRateLaw(data, state, rateCentre, tuning, random);
  },
  drift: ({ data, state, driftBlock, assumptions, tuning, random }) => {
    updateDrift(data, state, driftBlock, assumptions, tuning, random);
  },
  level: ({ data, state, rateCentre, tuning, random }) => {
    hypers.shiftLevel(data, state, rateCentre, tuning, random);
  },
  productivityLaw: ({ data, state, assumptions, tuning, random }) => {
    hypers.updateProductivityLaw(data, state, assumptions, tuning, random);
  },
  deviation: ({ data, state, tuning, random }) => {
    hypers.updateDeviation(data, state, tuning, random);
  },
  ridge: ({ data, state, ridges, assumptions, trial, tuning, random }) => {
    const step = proposeStep(tuning.ridge, state.centre, random);
    shiftAlong(data, state, at(ridges, state.ramp), assumptions, trial, tuning.ridge, step, random);
  },
  open: shiftOpen,
  scaleProductivity: ({ data, state, assumptions, trial, tuning, random }) => {
    moves.scaleProductivity(data, state, assumptions, trial, tuning, random);
  },
  size: ({ data, state, counts, uncensored, trial, tuning, random }) => {
    hypers.updateSize(data, state, counts, uncensored, trial, tuning, random);
  },
  scaleCircumstance: ({ data, state, trial, tuning, random }) => {
    moves.scaleCircumstance(data, state, trial, tuning, random);
  },
  stretchCircumstance: ({ data, state, warmth, trial, tuning, random }) => {
    const { spectra, block } = must(warmth);
    stretchCircumstance(data, state, spectra, block, trial, tuning, random);
  },
  widenProductivity: ({ data, state, warmth, assumptions, trial, tuning, random }) => {
    const answers = at(must(warmth).answers, state.ramp);
    widenProductivity(data, state, answers, assumptions, trial, tuning, random);
  },
  ramp: ({ data, state, assumptions, trial, random }) => {
    moves.jumpRamp(data, state, assumptions, trial, random);
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof allMoves;
export const moveNames = Object.keys(allMoves) as readonly MoveName[];

/** They look at parameters alone: without data they are tried twelve times as often in as little time. */
const withoutData: ReadonlySet<MoveName> = new Set(['rateLaw', 'drift', 'level', 'productivityLaw', 'deviation']);

/** How often a move is made before its outcome is looked at: a fault adds up. */
const timesMoved = 5;

/** Wide steps, and directions far off the ridge, so that a fault shows: a move leaves the posterior as it is whatever they are. */
const wide = {
  ridge: 0.3,
  productivity: 0.5,
  line: 1.5,
  waves: 1.5,
  level: 0.2,
  size: 0.4,
  rateMean: 0.15,
  deviation: 0.5,
  scaleCircumstance: 0.5,
  stretchCircumstance: 0.5,
  widenProductivity: 0.7,
  walkDeviation: 1.5,
} as const;
const offRidge = 5;
const tilt = (values: Float64Array): Float64Array => values.map((value) => offRidge * value);

function judgeMove(name: MoveName, assumptions: Assumptions, replicates: number): Furthest {
  const random = createRandom(3, `data ${name}`);
  const found = new Map<string, Series>();
  let machine = newMachine(assumptions);
  fixTuning(machine.tuning);
  for (const [walk, scale] of Object.entries(wide)) machine.tuning[walk as keyof typeof wide].scale = scale;
  // Every second proposal is a jump.
  machine.tuning.ridge.law = { mean: 0.6, deviation: 0.4 };
  machine.tuning.size.law = { mean: 2, deviation: 0.5 };
  machine.ridges = machine.ridges.map(({ productivity, logRate, circumstance, logMonth, walk, season, drift }) => {
    const months = { logMonth: tilt(logMonth), walk: tilt(walk), season: tilt(season), drift: offRidge * drift };
    return { productivity, logRate: tilt(logRate), circumstance: tilt(circumstance), ...months };
  });
  const hasData = !withoutData.has(name);
  for (let n = 0; n < (hasData ? replicates : 12 * replicates); n += 1) {
    drawParameters(machine, assumptions, random);
    if (hasData) machine = drawData(machine, random);
    for (let round = 0; round < timesMoved; round += 1) allMoves[name](machine);
    record(found, machine, assumptions);
  }
  return furthest(found, (values) => values.length);
}

/** Each move alone, from so many draws of parameters and data that know nothing of each other. */
export function judgeMoves(
  names: readonly MoveName[],
  assumptions: Assumptions,
  replicates: number,
): readonly (Furthest & { readonly move: MoveName })[] {
  return names.map((move) => ({ move, ...judgeMove(move, assumptions, replicates) }));
}
