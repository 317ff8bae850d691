import type { Assumptions } from './assumptions.ts';
import { runCrossChecks, type CrossChecks } from './crossChecks/run.ts';
import { estimateUnits, type Estimation } from './estimate.ts';
import type { UnitPanel } from './panel.ts';
import { runPlacebos, type Placebos } from './placebos.ts';
import type { ReferencePosterior } from './sampler/reference.ts';
import { estimateSensitivity, type ScenarioResult } from './sensitivity.ts';

/** Everything that one question of the laboratory rests on: the same inputs give the same bytes. */
export type LaboratoryInput = {
  /** All units that may be seen, funded or not: each helps to tell what the others would have done. */
  readonly panels: readonly UnitPanel[];
  readonly assumptions: Assumptions;
  readonly seed: number;
  readonly reference: ReferencePosterior | null;
};

/** The questions, by name, and what each answers. */
export type LaboratoryAnswers = {
  readonly estimate: Estimation;
  readonly crossChecks: CrossChecks;
  readonly sensitivity: readonly ScenarioResult[];
  readonly placebos: Placebos;
};

export type LaboratoryTask = keyof LaboratoryAnswers;

type Run = (input: LaboratoryInput, onProgress: (share: number) => void) => LaboratoryAnswers[LaboratoryTask];

const runs: Readonly<Record<LaboratoryTask, Run>> = {
  estimate: ({ panels, assumptions, seed, reference }, onProgress) =>
    estimateUnits(panels, assumptions, { seed, reference, onProgress }),
  crossChecks: ({ panels, seed }, onProgress) => runCrossChecks(panels, { seed, onProgress }),
  sensitivity: ({ panels, assumptions, seed, reference }, onProgress) =>
    estimateSensitivity(panels, assumptions, { seed, reference, onProgress }),
  placebos: ({ panels, assumptions, seed, reference }, onProgress) =>
    runPlacebos(panels, assumptions, { seed, reference, onProgress }),
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
