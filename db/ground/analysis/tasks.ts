import type { Assumptions } from './assumptions.ts';
import { runCrossChecks, type CrossChecks } from './crossChecks/run.ts';
import { estimateUnits, fitUnits, type Estimation } from './estimate.ts';
import type { UnitPanel } from './panel.ts';
import { backtest, type Backtest } from './planning/backtest.ts';
import { planBasis, type PlanBasis } from './planning/basis.ts';
import { runPlacebos, type Placebos } from './placebos.ts';
import { summariseFit } from './posterior.ts';
import { fitCapacity } from './sampler/fit.ts';
import { toReference, type ReferencePosterior } from './sampler/reference.ts';
import { estimateSensitivity, type ScenarioResult } from './sensitivity.ts';
import type { Summary } from './summary.ts';
import { canTellProductivity, sortUnits } from './usable.ts';

/** Everything that one question of the laboratory rests on: the same inputs give the same bytes. */
export type LaboratoryInput = {
  /** All units that may be seen, funded or not: each helps to tell what the others would have done. */
  readonly panels: readonly UnitPanel[];
  readonly assumptions: Assumptions;
  readonly seed: number;
  readonly reference: ReferencePosterior | null;
};

/** What these units say of what all units share, and the productivity that they found. */
export type MadeReference = { readonly reference: ReferencePosterior; readonly productivity: Summary };

/** The questions, by name, and what each answers. */
export type LaboratoryAnswers = {
  readonly estimate: Estimation;
  readonly crossChecks: CrossChecks;
  readonly sensitivity: readonly ScenarioResult[];
  readonly placebos: Placebos;
  /** Null where these units cannot tell the productivity of funded staff by themselves. */
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
function makeReference({ panels, assumptions, seed }: LaboratoryInput, onProgress: Progress): MadeReference | null {
  const { usable } = sortUnits(panels);
  if (!canTellProductivity(usable)) return null;
  const fit = fitCapacity(usable, assumptions, { seed, onProgress });
  return {
    reference: toReference(fit, assumptions),
    productivity: summariseFit(fit, assumptions.rampMonths).productivity,
  };
}

/** From the very draws of the estimate, so that a plan goes on from what the estimate says. */
function startPlans({ panels, assumptions, seed, reference }: LaboratoryInput, onProgress: Progress): PlanBasis | null {
  const { usable } = sortUnits(panels);
  if (usable.length === 0) return null;
  const { fit } = fitUnits(usable, assumptions, { seed, reference, onProgress });
  return planBasis(fit, assumptions, seed);
}

const runs: Readonly<Record<LaboratoryTask, Run>> = {
  estimate: ({ panels, assumptions, seed, reference }, onProgress) =>
    estimateUnits(panels, assumptions, { seed, reference, onProgress }),
  crossChecks: ({ panels, assumptions: { administrative }, seed }, onProgress) =>
    runCrossChecks(panels, { seed, administrative, onProgress }),
  sensitivity: ({ panels, assumptions, seed, reference }, onProgress) =>
    estimateSensitivity(panels, assumptions, { seed, reference, onProgress }),
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
 * @param report told of whole steps done, of a constant total
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
