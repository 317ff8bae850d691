import type { Assumptions } from '../assumptions.ts';
import type { UsableUnit } from '../prepare.ts';
import { addState } from './centre.ts';
import { effectiveSampleSize, splitRHat } from './chainChecks.ts';
import { layOut, type FitData } from './data.ts';
import { refresh, type State } from './state.ts';
import { createMachine, pointRidges, sweep, type Machine } from './sweep.ts';
import { fixTuning } from './tuning.ts';

export type FitOptions = {
  readonly seed: number;
  /** Default 2,000. */
  readonly sweeps?: number;
  /** Sweeps at the beginning that are thrown away, default 600. */
  readonly burnIn?: number;
  /** One sweep in this many is kept, default 2. */
  readonly thin?: number;
  readonly onProgress?: (share: number) => void;
};

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
  readonly productivity: Float64Array;
  readonly logRate: Float64Array;
  readonly circumstance: Float64Array;
  readonly logMonth: Float64Array;
};

export type CapacityFit = {
  readonly data: FitData;
  readonly draws: readonly PosteriorDraw[];
  readonly diagnostics: {
    readonly sweeps: number;
    /** Of the mean productivity over every sweep after the burn-in; null where the draws are not those of a chain. */
    readonly effectiveSampleSize: number | null;
    readonly rHat: number | null;
    /** Share of accepted joint proposals of a unit, and of a month. */
    readonly unitAcceptance: number;
    readonly monthAcceptance: number;
  };
};

const defaultSweeps = 2000;
const defaultBurnIn = 600;
const defaultThin = 2;

export function keepDraw(state: State): PosteriorDraw {
  return {
    centre: state.centre,
    spread: state.spread,
    size: state.size,
    deviation: state.deviation,
    ramp: state.ramp,
    logMeanRate: state.logMeanRate,
    logShape: state.logShape,
    productivity: state.productivity.slice(),
    logRate: state.logRate.slice(),
    circumstance: state.circumstance.slice(),
    logMonth: state.logMonth.slice(),
  };
}

/** Fewer states of the warm-up than this do not tell where the posterior's centre is. */
const statesForCentre = 50;

/** Incremental updates of the means gather rounding errors: they are computed anew this often. */
const sweepsBetweenRefreshes = 50;
const sweepsBetweenReports = 20;

type Chain = {
  readonly draws: PosteriorDraw[];
  readonly centres: Float64Array;
  acceptedUnits: number;
  acceptedMonths: number;
  visitedMonths: number;
};

/** What is done between sweeps while the chain warms up, and to keep its sums exact. */
function tend(machine: Machine, n: number, burnIn: number): void {
  if (n === Math.floor(burnIn / 4)) pointRidges(machine);
  if (n > burnIn / 2 && n <= burnIn) addState(machine.centre, machine.state);
  if (n === burnIn) {
    fixTuning(machine.tuning);
    if (machine.centre.states >= statesForCentre) machine.unitBlock.start = machine.centre;
  }
  if (n % sweepsBetweenRefreshes === 0) refresh(machine.data, machine.state);
}

function runChain(machine: Machine, options: Required<FitOptions>): Chain {
  const { sweeps, burnIn, thin, onProgress } = options;
  const centres = new Float64Array(sweeps - burnIn);
  const chain: Chain = { draws: [], centres, acceptedUnits: 0, acceptedMonths: 0, visitedMonths: 0 };
  for (let n = 0; n < sweeps; n += 1) {
    tend(machine, n, burnIn);
    if (n % sweepsBetweenReports === 0) onProgress(n / sweeps);
    const { units, months, visitedMonths } = sweep(machine, n % 2 === 0);
    if (n < burnIn) continue;
    chain.acceptedUnits += units;
    chain.acceptedMonths += months;
    chain.visitedMonths += visitedMonths;
    chain.centres[n - burnIn] = machine.state.centre;
    if ((n - burnIn) % thin === thin - 1) chain.draws.push(keepDraw(machine.state));
  }
  onProgress(1);
  return chain;
}

/**
 * Posterior of the hierarchical stock-flow capacity model by Markov chain Monte Carlo: productivity of the funded staff, ramp, rates,
 * circumstances and month effects are estimated together from all units. The same data, assumptions and seed give the same draws.
 * Source: Vigie method note, sections 2.1 and 2.2.
 * @param units usable units, funded or not; at least one, RangeError otherwise
 */
export function fitCapacity(units: readonly UsableUnit[], assumptions: Assumptions, options: FitOptions): CapacityFit {
  const { seed, sweeps = defaultSweeps, burnIn = defaultBurnIn, thin = defaultThin } = options;
  if (!(burnIn >= 0 && burnIn < sweeps)) throw new RangeError('A chain is longer than its burn-in.');
  const machine = createMachine(layOut(units, assumptions), assumptions, seed);
  const onProgress = options.onProgress ?? ((): void => undefined);
  const { draws, centres, acceptedUnits, acceptedMonths, visitedMonths } = runChain(machine, {
    seed,
    sweeps,
    burnIn,
    thin,
    onProgress,
  });
  const { data } = machine;
  return {
    data,
    draws,
    diagnostics: {
      sweeps,
      effectiveSampleSize: effectiveSampleSize(centres),
      rHat: splitRHat(centres),
      unitAcceptance: acceptedUnits / (centres.length * units.length),
      monthAcceptance: acceptedMonths / visitedMonths,
    },
  };
}
