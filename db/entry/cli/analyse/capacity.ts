import { runCrossChecks } from '../../../ground/analysis/crossChecks/run.ts';
import { estimateUnits } from '../../../ground/analysis/estimate.ts';
import { capacityResult } from '../../../statistics/estimate/replication/result.ts';
import { capacitySpecification, toAssumptions } from '../../../statistics/estimate/replication/specification.ts';
import { InputFailure } from '../outcome.ts';
import { panelsOf } from './capacityPanels.ts';
import { defineMethod } from './method.ts';

/** The primary estimate on a table of unit-months. */
export const capacity = defineMethod('capacity', capacitySpecification, (table, given) => {
  if (given.burnIn >= given.sweeps) throw new InputFailure('analyse.spec.burnIn', { path: 'burnIn' });
  const panels = panelsOf(table, given.columns);
  const stray = given.totalOf?.find((name) => panels.every(({ unitId }) => unitId !== name));
  if (stray !== undefined) throw new InputFailure('analyse.spec.totalOf', { path: 'totalOf', unit: stray });
  const { seed, chains, sweeps, burnIn, thin, draws: carried } = given;
  const sampler = { seed, chains, sweeps, burnIn, thin, carried };
  const estimation = estimateUnits(panels, toAssumptions(given.assumptions), sampler);
  const checks = given.crossChecks
    ? runCrossChecks(panels, { seed, administrative: given.assumptions.administrative })
    : null;
  return capacityResult(panels, given, estimation, checks);
});
