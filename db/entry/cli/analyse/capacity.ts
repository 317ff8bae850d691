import { runCrossChecks, type CrossChecks } from '../../../estimator/crossChecks/run.ts';
import { estimateUnits, type EstimateOptions, type Estimation } from '../../../estimator/estimate.ts';
import { restsOnChains, type LaboratoryInput } from '../../../estimator/tasks.ts';
import { runThreads } from '../../../statistics/estimate/posterior.ts';
import { capacityResult } from '../../../statistics/estimate/replication/result.ts';
import { capacitySpecification, toAssumptions } from '../../../statistics/estimate/replication/specification.ts';
import { InputFailure } from '../outcome.ts';
import { panelsOf } from './capacityPanels.ts';
import { defineMethod, type Threads } from './method.ts';

type Found = readonly [Estimation, CrossChecks | null];

/** The chains in two threads, as the application runs them, and the other methods in a third. */
async function inThreads(
  input: LaboratoryInput,
  sampler: EstimateOptions,
  isChecked: boolean,
  { compute, job }: Threads,
): Promise<Found> {
  const quiet = { ...job, progress: () => undefined };
  const [posterior, checks] = await Promise.all([
    restsOnChains(input) ? runThreads(input, compute, job, { sampler }) : undefined,
    isChecked ? compute<CrossChecks>({ name: 'crossChecks', input }, quiet) : null,
  ]);
  return [estimateUnits(input.panels, input.assumptions, { ...sampler, posterior }), checks];
}

function here({ panels, assumptions, seed }: LaboratoryInput, sampler: EstimateOptions, isChecked: boolean): Found {
  return [estimateUnits(panels, assumptions, sampler), isChecked ? runCrossChecks(panels, { seed }) : null];
}

/** The primary estimate on a table of unit-months. */
export const capacity = defineMethod('capacity', capacitySpecification, (table, given, threads) => {
  if (given.burnIn >= given.sweeps) throw new InputFailure('analyse.spec.burnIn', { path: 'burnIn' });
  const panels = panelsOf(table, given.columns);
  const stray = given.totalOf?.find((name) => panels.every(({ unitId }) => unitId !== name));
  if (stray !== undefined) throw new InputFailure('analyse.spec.totalOf', { path: 'totalOf', unit: stray });
  const { seed, chains, sweeps, burnIn, thin, draws: carried } = given;
  const sampler = { seed, chains, sweeps, burnIn, thin, carried };
  const input = { panels, assumptions: toAssumptions(given.assumptions), seed, reference: null };
  const result = (found: Found) => capacityResult(panels, given, ...found);
  return threads
    ? inThreads(input, sampler, given.crossChecks, threads).then(result)
    : result(here(input, sampler, given.crossChecks));
});
