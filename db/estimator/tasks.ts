import type { Assumptions } from './assumptions.ts';
import { learnClosings } from './closings/learn.ts';
import type { Closings } from './closings/rates.ts';
import { runCrossChecks, type CrossChecks } from './crossChecks/run.ts';
import { basisOf, estimateUnits, fitUnits, type Estimation, type Posterior } from './estimate.ts';
import { samplingOf } from './grades.ts';
import type { UnitPanel } from './panel.ts';
import { backtest, type Backtest } from './planning/backtest.ts';
import { planBasis, type PlanBasis } from './planning/basis.ts';
import { runPlacebos, type Placebos } from './placebos.ts';
import { summariseFit } from './posterior.ts';
import type { Worst } from './sampler/convergence.ts';
import { layOut } from './sampler/data.ts';
import { defaultChains, pool, runChains, type ChainResult, type FitOptions } from './sampler/fit.ts';
import { toReference, type ReferencePosterior } from './sampler/reference.ts';
import { closingScenarios, estimateSensitivity, type ScenarioResult } from './sensitivity.ts';
import type { Summary } from './summary.ts';
import { canTellProductivity, sortUnits } from './usable.ts';

/** Everything that one question of the laboratory rests on: the same inputs give the same bytes. */
export type LaboratoryInput = {
  /** All units that may be seen, funded or not: each helps to tell what the others would have done. */
  readonly panels: readonly UnitPanel[];
  readonly assumptions: Assumptions;
  readonly seed: number;
  readonly reference: ReferencePosterior | null;
  /** Of these panels under these assumptions, where it is there already: the answers are the same without it, and take longer. */
  readonly posterior?: Posterior | undefined;
};

/** What these units say of what all units share, and the productivity that they found. */
export type MadeReference = { readonly reference: ReferencePosterior; readonly productivity: Summary };

/** The questions, by name, and what each answers. */
export type LaboratoryAnswers = {
  readonly estimate: Estimation;
  readonly crossChecks: CrossChecks;
  readonly sensitivity: readonly ScenarioResult[];
  /** The scenarios of closings without investigation alone. */
  readonly alternatives: readonly ScenarioResult[];
  readonly placebos: Placebos;
  /** Null where these units cannot tell the productivity of funded staff by themselves, or their draws may not be trusted. */
  readonly reference: MadeReference | null;
  /** What plans start from; null where no unit can be used. */
  readonly planning: PlanBasis | null;
  /** What such plans would have said of months that have passed. */
  readonly backtest: Backtest;
};

export type LaboratoryTask = keyof LaboratoryAnswers;

type Progress = (share: number) => void;
type Run = (input: LaboratoryInput, onProgress: Progress) => LaboratoryAnswers[LaboratoryTask];

/** From the very draws of the estimate: the same panels, assumptions and seed. */
function makeReference(
  { panels, assumptions, seed, posterior }: LaboratoryInput,
  onProgress: Progress,
): MadeReference | null {
  const { usable } = sortUnits(panels);
  if (!canTellProductivity(usable)) return null;
  const { fit } = fitUnits(usable, assumptions, { seed, posterior, onProgress });
  const summary = summariseFit(fit, assumptions);
  // Where it is used nobody can judge its draws any more.
  if (samplingOf(summary, 'estimated') !== 'converged') return null;
  return { reference: toReference(fit, assumptions), productivity: summary.productivity };
}

/** From the very draws of the estimate, so that a plan goes on from what the estimate says. */
function startPlans(
  { panels, assumptions, seed, reference, posterior }: LaboratoryInput,
  onProgress: Progress,
): PlanBasis | null {
  const { usable } = sortUnits(panels);
  if (usable.length === 0) return null;
  const { fit } = fitUnits(usable, assumptions, { seed, reference, posterior, onProgress });
  return planBasis(fit, assumptions, seed);
}

const runs: Readonly<Record<LaboratoryTask, Run>> = {
  estimate: ({ panels, assumptions, seed, reference, posterior }, onProgress) =>
    estimateUnits(panels, assumptions, { seed, reference, posterior, onProgress }),
  crossChecks: ({ panels, seed }, onProgress) => runCrossChecks(panels, { seed, onProgress }),
  sensitivity: ({ panels, assumptions, seed, reference, posterior }, onProgress) =>
    estimateSensitivity(panels, assumptions, { seed, reference, posterior, onProgress }),
  alternatives: ({ panels, assumptions, seed, reference, posterior }, onProgress) =>
    estimateSensitivity(panels, assumptions, { seed, reference, posterior, onProgress }, closingScenarios),
  placebos: ({ panels, assumptions, seed, reference }, onProgress) =>
    runPlacebos(panels, assumptions, { seed, reference, onProgress }),
  reference: makeReference,
  planning: startPlans,
  backtest: ({ panels, assumptions, seed, reference }, onProgress) =>
    backtest(panels, assumptions, { seed, reference, onProgress }),
};

const steps = 1000;

/**
 * One question, for a worker thread that is ended from outside when the question is cancelled.
 * @param report called with whole steps done, of a constant total
 */
export function runTask(
  name: LaboratoryTask,
  input: LaboratoryInput,
  report: (done: number, total: number) => void,
): LaboratoryAnswers[LaboratoryTask] {
  return runs[name](input, (share) => {
    report(Math.floor(share * steps), steps);
  });
}

/** Some of the chains of one posterior, for a thread that runs them; the first of them is handed over early where that is asked for. */
export type ChainsAsked = Pick<LaboratoryInput, 'panels' | 'assumptions' | 'seed'> & {
  readonly places: readonly number[];
  readonly isEarly: boolean;
  /** Absent: as the application samples. */
  readonly sampler?: Sampler | undefined;
};

/** How many chains there are in all, how long each is, and how many draws they carry on together. */
export type Sampler = Omit<FitOptions, 'seed' | 'judged' | 'onProgress'>;

/** Draws of each of two chains that a first answer rests on. */
const earlyDraws = 200;
const earlyChains = 2;

/** How the chains of a posterior are shared out between two threads: a first answer rests on the first of each. */
export function placesByThread(chains: number): readonly (readonly number[])[] {
  const places = Array.from({ length: chains }, (_, place) => place);
  return [0, 1].map((thread) => places.filter((place) => place % 2 === thread)).filter(({ length }) => length > 0);
}

export const chainsByThread = placesByThread(defaultChains);

export function runChainsTask(
  { panels, assumptions, seed, places, isEarly, sampler }: ChainsAsked,
  report: (done: number, total: number) => void,
  onEarly: (chain: ChainResult) => void,
): readonly ChainResult[] {
  const data = layOut(sortUnits(panels).usable, assumptions);
  return runChains(data, assumptions, {
    ...sampler,
    seed,
    places,
    onProgress: (share) => {
      report(Math.floor(share * steps), steps);
    },
    ...(isEarly && { early: { draws: earlyDraws, chains: earlyChains, onEarly } }),
  });
}

/** What files that leave without investigation follow, for a thread of its own. */
export function runClosingsTask({
  panels,
  assumptions,
  seed,
  draws,
}: Pick<LaboratoryInput, 'panels' | 'assumptions' | 'seed'> & { readonly draws?: number }): Closings {
  return learnClosings(layOut(sortUnits(panels).usable, assumptions).units, { seed, draws });
}

/** What chains that ran in several threads say together: the same as where one ran them all. */
export function poolChains(
  { panels, assumptions, reference }: LaboratoryInput,
  chains: readonly ChainResult[],
  closings: Closings,
  worst: Worst | null,
): Posterior {
  const { usable } = sortUnits(panels);
  return { basis: basisOf(usable, reference), fit: pool(layOut(usable, assumptions), chains, closings, worst) };
}

/** Whether a question rests on chains: not where a reference says what the units share, nor where none can be used. */
export function restsOnChains({ panels, reference }: LaboratoryInput): boolean {
  const { usable } = sortUnits(panels);
  return usable.length > 0 && basisOf(usable, reference) !== 'reference';
}
