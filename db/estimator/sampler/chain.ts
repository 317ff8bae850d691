import type { Assumptions } from '../assumptions.ts';
import { addState, type Centre } from './centre.ts';
import { hasFewUnits, type FitData } from './data.ts';
import { refresh, type State } from './state.ts';
import { createMachine, pointRidges, pointSpreads, sweep, type Machine } from './sweep.ts';
import { fixTuning, type Walk } from './tuning.ts';

/** How long a chain is: sweeps, of which so many at the beginning are thrown away, and one in `thin` of the others is kept. */
export type ChainLength = { readonly sweeps: number; readonly burnIn: number; readonly thin: number };

/** One kept draw of everything that the counterfactual needs. */
export type PosteriorDraw = {
  readonly centre: number;
  readonly spread: number;
  readonly size: number;
  readonly deviation: number;
  /** Which of the assumed ramp lengths. */
  readonly ramp: number;
  readonly logMeanRate: number;
  readonly logShape: number;
  readonly inflowSlope: number;
  readonly productivity: Float64Array;
  readonly logRate: Float64Array;
  readonly circumstance: Float64Array;
  readonly logMonth: Float64Array;
  readonly walk: Float64Array;
  readonly season: Float64Array;
  readonly walkDeviation: number;
  readonly drift: number;
};

export function keepDraw(state: State): PosteriorDraw {
  return {
    centre: state.centre,
    spread: state.spread,
    size: state.size,
    deviation: state.deviation,
    ramp: state.ramp,
    logMeanRate: state.logMeanRate,
    logShape: state.logShape,
    inflowSlope: state.inflowSlope,
    productivity: state.productivity.slice(),
    logRate: state.logRate.slice(),
    circumstance: state.circumstance.slice(),
    logMonth: state.logMonth.slice(),
    walk: state.walk.slice(),
    season: state.season.slice(),
    walkDeviation: state.walkDeviation,
    drift: state.drift,
  };
}

/** Fewer states of the warm-up than this do not tell where the posterior's centre is. */
const statesForCentre = 50;

/** Incremental updates of the means gather rounding errors: they are computed again this often. */
const sweepsBetweenRefreshes = 50;
const sweepsBetweenReports = 20;

type Proposals = { readonly made: number; readonly accepted: number };

/** A chain as far as it has come. */
export type Chain = {
  readonly draws: readonly PosteriorDraw[];
  /** Joint proposals for units and for months: how many there were after the burn-in, and how many were accepted. */
  readonly units: Proposals;
  readonly months: Proposals;
};

/** Jumps are drawn a little wider than the parameters have been. */
const wider = 1.1;

/** Where proposals are drawn from once it is known where the posterior is. */
function learnLaws({ data, centre, tuning, unitBlock, monthBlock }: Machine): void {
  // Where few units tell little, the mean of a skewed posterior is a poor start for the search of a mode.
  if (!hasFewUnits(data)) unitBlock.start = centre;
  monthBlock.start = centre;
  const lawOf = ({ mean, squares }: Centre['logSize']): Walk['law'] =>
    squares > 0 ? { mean, deviation: wider * Math.sqrt(squares / centre.states) } : null;
  tuning.ridge.law = lawOf(centre.productivities);
  tuning.size.law = lawOf(centre.logSize);
}

/** What is done between sweeps while the chain warms up, and to keep its sums exact. */
function tend(machine: Machine, n: number, burnIn: number): void {
  if (n === Math.floor(burnIn / 4)) pointRidges(machine);
  if (n > burnIn / 2 && n <= burnIn) addState(machine.centre, machine.state);
  if (n === Math.floor((3 * burnIn) / 4) && machine.centre.states > 0) pointSpreads(machine);
  if (n === burnIn) {
    fixTuning(machine.tuning);
    if (machine.centre.states >= statesForCentre) learnLaws(machine);
  }
  if (n % sweepsBetweenRefreshes === 0) refresh(machine.data, machine.state);
}

/** The stream of random numbers of each chain; the first has kept its name from when there was but one. */
const streamOf = (index: number): string => (index === 0 ? 'capacity' : `capacity ${String(index + 1)}`);

/**
 * One of several chains, each a pure function of the data, the assumptions, the seed and its place among them.
 * @param pause after how many sweeps `onPause` is given the chain as it then is
 */
export function runChain(
  data: FitData,
  assumptions: Assumptions,
  seed: number,
  index: number,
  { sweeps, burnIn, thin }: ChainLength,
  told: {
    readonly onProgress?: (share: number) => void;
    readonly pause?: number;
    readonly onPause?: (chain: Chain) => void;
  } = {},
): Chain {
  const machine = createMachine(data, assumptions, seed, streamOf(index));
  const draws: PosteriorDraw[] = [];
  const accepted = { units: 0, months: 0 };
  const made = { units: 0, months: 0 };
  const asItIs = (): Chain => ({
    draws: [...draws],
    units: { made: made.units, accepted: accepted.units },
    months: { made: made.months, accepted: accepted.months },
  });
  for (let n = 0; n < sweeps; n += 1) {
    tend(machine, n, burnIn);
    if (n % sweepsBetweenReports === 0) told.onProgress?.(n / sweeps);
    if (n === told.pause) told.onPause?.(asItIs());
    const { units, months, visitedMonths } = sweep(machine, n % 2 === 0);
    if (n < burnIn) continue;
    accepted.units += units;
    accepted.months += months;
    made.units += machine.state.logRate.length;
    made.months += visitedMonths;
    if ((n - burnIn) % thin === thin - 1) draws.push(keepDraw(machine.state));
  }
  told.onProgress?.(1);
  return asItIs();
}
