import { createHash } from 'node:crypto';
import type { Assumptions } from '#contract/statistics/assumptions';
import type { Month } from '#contract/ground/dates';
import {
  defaultAssumptions as analysisDefaults,
  posteriorPart,
  type Assumptions as AnalysisAssumptions,
} from '../../estimator/assumptions.ts';
import { methodVersion } from '../../estimator/methodVersion.ts';
import type { LaboratoryAnswers, LaboratoryInput, LaboratoryTask } from '../../estimator/tasks.ts';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import type { Posterior } from '../../estimator/estimate.ts';
import { encodeAnswer, readAnswer, writeAnswer } from './answers.ts';
import { readReference } from './heldReference.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Job } from '../../ground/kernel/job.ts';
import type { ReadContext } from '../../store/types.ts';
import { readPanels } from './panels.ts';
import { posteriorOf } from './posterior.ts';

/** The same inputs give the same draws: the seed is a constant of the method, not of the moment. */
export const seed = 20_260_401;

/** Spread of the productivities where it is not estimated: hardly pooled, or hardly different. */
const fixedSpreads = { none: 0.5, partial: null, complete: 0.02 } as const;

function toAnalysis(chosen: Assumptions): AnalysisAssumptions {
  return {
    ...analysisDefaults,
    ...(chosen.rampMonths !== null && { rampMonths: [chosen.rampMonths] }),
    fixedSpread: fixedSpreads[chosen.pooling],
    overtimeProductivity: chosen.overtimeProductivity,
    capacityExponent: chosen.capacityExponent,
    substitutionShare: chosen.substitutionShare,
    inducedInflowShare: chosen.inducedInflowShare,
    coupling: chosen.coupling,
  };
}

/**
 * What the laboratory is asked: the panels of every unit that the session may see, so that a scope changes no unit's answer, and in a unit
 * workspace the reference in use. The hash covers all of it; a reference is named there by the hash of its file.
 */
export interface Question extends LaboratoryInput {
  readonly hash: string;
  /** Of what the posterior rests on: assumptions that only change what is made of it are not in it. */
  readonly posteriorHash: string;
}

export async function readQuestion(
  db: ReadDb,
  lastMonth: Month,
  assumptions: Assumptions,
  { session }: ReadContext,
): Promise<Question> {
  const panels = await readPanels(
    db,
    session.unitIds,
    lastMonth,
    session.workspace.kind,
    assumptions.backlogDefinition,
  );
  const held = session.workspace.kind === 'unit' ? await readReference(db) : null;
  const asked = { panels, assumptions: toAnalysis(assumptions), seed };
  const hashOf = (input: typeof asked): string =>
    createHash('sha256')
      .update(canonicalJson({ methodVersion, ...input, reference: held?.sha256 ?? null }))
      .digest('hex');
  const hash = hashOf(asked);
  const posteriorHash = hashOf({ ...asked, assumptions: posteriorPart(asked.assumptions) });
  return { ...asked, reference: held?.posterior ?? null, hash, posteriorHash };
}

export interface Answered<T extends LaboratoryTask> {
  readonly answer: LaboratoryAnswers[T];
  readonly fromMemory: boolean;
}

/** Questions that one posterior answers; the others fit what they need themselves. */
const onPosterior: ReadonlySet<LaboratoryTask> = new Set([
  'estimate',
  'sensitivity',
  'alternatives',
  'planning',
  'reference',
]);

const keyOf = (task: LaboratoryTask, hash: string): string => `laboratory ${task} ${hash}`;

/** The answer to a question that was asked before, in memory or in the store; undefined where it has to be computed. */
export async function keptAnswer<T extends LaboratoryTask>(
  db: ReadDb,
  task: T,
  { hash }: Pick<Question, 'hash'>,
  { memory }: ReadContext,
): Promise<LaboratoryAnswers[T] | undefined> {
  const key = keyOf(task, hash);
  const kept = memory.has(key) ? memory.get(key) : await readAnswer(db, { task, hash, methodVersion });
  if (kept !== undefined) memory.set(key, kept);
  return kept as LaboratoryAnswers[T] | undefined;
}

/**
 * One answer of the laboratory, computed in worker threads and kept by the hash of its inputs: in memory until the lock, and in the store
 * for the next sign-in, so that a second look at the same data is immediate. `onEarly` is given what the answer rests on before all of it
 * is there; it is not called where the answer is kept already.
 */
export async function ask<T extends LaboratoryTask>(
  db: ReadDb,
  task: T,
  { hash: asWhole, posteriorHash, ...input }: Question,
  context: ReadContext,
  job: Job,
  onEarly: ((posterior: Posterior) => void) | null = null,
): Promise<Answered<T>> {
  // The other methods rest on no more than the posterior does.
  const hash = task === 'crossChecks' ? posteriorHash : asWhole;
  const asked = { task, hash, methodVersion };
  const kept = await keptAnswer(db, task, { hash }, context);
  const compute = async (): Promise<LaboratoryAnswers[T]> => {
    const posterior = onPosterior.has(task)
      ? await posteriorOf(posteriorHash, input, context, job, onEarly)
      : undefined;
    return context.compute<LaboratoryAnswers[T]>({ name: task, input: { ...input, posterior } }, job);
  };
  if (kept !== undefined) return { answer: kept, fromMemory: true };
  const answer = await compute();
  context.memory.set(keyOf(task, hash), answer);
  context.keep(async () => {
    const value = await encodeAnswer(answer);
    return (tx) => writeAnswer(tx, asked, value, context.clock.now());
  });
  return { answer, fromMemory: false };
}
