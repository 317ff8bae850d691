import { posteriorPart, type Assumptions } from '../assumptions.ts';
import { learnClosings } from '../closings/learn.ts';
import type { Closings } from '../closings/rates.ts';
import type { UnitPanel } from '../panel.ts';
import type { UsableUnit } from '../prepare.ts';
import { sortUnits } from '../usable.ts';
import { runChain, type Chain, type ChainLength, type PosteriorDraw } from './chain.ts';
import { worstOf, type Worst } from './convergence.ts';
import { layOut, type FitData } from './data.ts';
import { figuresIn, type Figures } from './figures.ts';
import { totalOf } from './totals.ts';

export type FitOptions = Partial<ChainLength> & {
  readonly seed: number;
  /** Default 4. */
  readonly chains?: number;
  /** Draws carried on of all chains together, at most; default 800: enough for the ends of an interval, few enough for plans to be quick. */
  readonly carried?: number;
  /** Whether it is looked at how well the chains agree, default true: what only needs an order of magnitude does without. */
  readonly judged?: boolean;
  readonly onProgress?: (share: number) => void;
  /** What files that leave without investigation follow, where it is known already. */
  readonly closings?: Closings;
};

export type CapacityFit = {
  readonly data: FitData;
  /** Of all chains, one after the other, evenly thinned. */
  readonly draws: readonly PosteriorDraw[];
  readonly closings: Closings;
  readonly diagnostics: {
    readonly chains: number;
    /** Of each chain. */
    readonly sweeps: number;
    /** Share of accepted joint proposals of a unit, and of a month. */
    readonly unitAcceptance: number;
    readonly monthAcceptance: number;
  };
  /** Over all kept draws of all chains; null where the draws are not those of chains, or were not judged. */
  readonly worst: Worst | null;
};

export const defaultChains = 4;

const defaultLength = { burnIn: 500, kept: 600, thin: 3 } as const;

/** On fewer observations chains are longer, and the longer the fewer: little data makes them mix worse, and each sweep costs less. */
const observationsOfDefault = 2500;
const longest = 2;

/** How long each chain is on so much data: always as many draws, further apart and after a longer warm-up where there is less. */
export function lengthFor({ count }: FitData): ChainLength {
  const { burnIn, kept, thin } = defaultLength;
  const times = Math.min(longest, Math.max(1, observationsOfDefault / count.length));
  const length = { burnIn: Math.round(burnIn * times), thin: Math.round(thin * times) };
  return { sweeps: length.burnIn + kept * length.thin, ...length };
}

export function lengthOf(data: FitData, options: Partial<ChainLength>): ChainLength {
  const own = lengthFor(data);
  const { sweeps = own.sweeps, burnIn = own.burnIn, thin = own.thin } = options;
  if (!(burnIn >= 0 && burnIn < sweeps)) throw new RangeError('A chain is longer than its burn-in.');
  return { sweeps, burnIn, thin };
}

const defaultCarried = 800;

/** How the application samples these panels: nothing where none can be used. */
export function samplerFor(
  panels: readonly UnitPanel[],
  assumptions: Assumptions,
): (ChainLength & { readonly chains: number; readonly draws: number }) | null {
  const { usable } = sortUnits(panels);
  if (usable.length === 0) return null;
  return { ...lengthFor(layOut(usable, assumptions)), chains: defaultChains, draws: defaultCarried };
}

function share(proposals: readonly { readonly made: number; readonly accepted: number }[]): number {
  const total = (read: (each: (typeof proposals)[number]) => number): number =>
    proposals.reduce((sum, each) => sum + read(each), 0);
  return total(({ accepted }) => accepted) / total(({ made }) => made);
}

/** What a chain hands over: every so manieth draw, and the figures by which it is judged, null where it is not. */
export type ChainResult = Omit<Chain, 'draws'> & {
  readonly sweeps: number;
  readonly draws: readonly PosteriorDraw[];
  readonly figures: Figures | null;
};

/** Of a chain, one draw in so many: that all chains together carry no more than they should. */
function thinned({ draws }: Chain, chains: number, carried: number): readonly PosteriorDraw[] {
  const step = Math.max(1, Math.ceil((draws.length * chains) / carried));
  return step >= draws.length ? draws.slice(-1) : draws.filter((_, index) => index % step === step - 1);
}

/** Chains that are run by one thread: each is the same wherever it runs. */
export type ChainsOptions = FitOptions & {
  /** Places of the chains to run among all, from 0. */
  readonly places: readonly number[];
  /** Draws of a chain after which it is handed over as it then is, while it goes on. */
  readonly early?: { readonly draws: number; readonly chains: number; readonly onEarly: (chain: ChainResult) => void };
};

export function runChains(data: FitData, assumptions: Assumptions, options: ChainsOptions): readonly ChainResult[] {
  const { seed, places, chains = defaultChains, carried = defaultCarried, judged = true, onProgress, early } = options;
  const length = lengthOf(data, options);
  const earlySweeps = early ? length.burnIn + early.draws * length.thin : undefined;
  // Whatever is made of the draws, they are judged alike.
  const judgedUnder = posteriorPart(assumptions);
  return places.map((place, position) => {
    const chain = runChain(data, assumptions, seed, place, length, {
      onProgress: (done) => onProgress?.((position + done) / places.length),
      ...(early &&
        earlySweeps !== undefined &&
        position === 0 && {
          pause: earlySweeps,
          onPause: (soFar) => {
            const draws = thinned(soFar, early.chains, carried);
            early.onEarly({ ...soFar, draws, sweeps: earlySweeps, figures: null });
          },
        }),
    });
    const figures = judged ? figuresIn(data, chain.draws, totalOf(data, judgedUnder, chain.draws, seed, place)) : null;
    return { ...chain, draws: thinned(chain, chains, carried), sweeps: length.sweeps, figures };
  });
}

/** What several chains say together, given in their order, whichever ended first. */
export function pool(
  data: FitData,
  chains: readonly ChainResult[],
  closings: Closings,
  worst: Worst | null,
): CapacityFit {
  return {
    data,
    closings,
    draws: chains.flatMap(({ draws }) => draws),
    diagnostics: {
      chains: chains.length,
      sweeps: Math.max(...chains.map(({ sweeps }) => sweeps)),
      unitAcceptance: share(chains.map(({ units }) => units)),
      monthAcceptance: share(chains.map(({ months }) => months)),
    },
    worst,
  };
}

/**
 * Posterior of the hierarchical stock-flow capacity model by Markov chain Monte Carlo: productivity of the funded staff, ramp, rates,
 * circumstances and month effects are estimated together from all units. The same data, assumptions and seed give the same draws.
 * Source: Vigie method note, sections 2.1 and 2.2.
 * @param units usable units, funded or not; at least one, RangeError otherwise
 */
export function fitCapacity(units: readonly UsableUnit[], assumptions: Assumptions, options: FitOptions): CapacityFit {
  const { chains = defaultChains } = options;
  const data = layOut(units, assumptions);
  const run = runChains(data, assumptions, { ...options, places: Array.from({ length: chains }, (_, place) => place) });
  const figures = run.flatMap((each) => each.figures ?? []);
  const { closings = learnClosings(data.units, options) } = options;
  return pool(data, run, closings, figures.length > 0 ? worstOf(figures) : null);
}
