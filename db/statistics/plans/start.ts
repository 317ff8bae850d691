import type { Month } from '#contract/ground/dates';
import type { JobId, UnitId } from '#contract/ground/ids';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import type { CounterfactualResult } from '#contract/statistics/estimate';
import type { PlanBasis } from '../../estimator/planning/basis.ts';
import type { UnitPanel } from '../../estimator/panel.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadContext } from '../../store/types.ts';
import { estimateUnits } from '../estimate/estimate.ts';
import { ask, readQuestion, type Question } from '../estimate/question.ts';
import { ownVacancies } from './ownVacancies.ts';
import { plannedUnits, type PlannedUnits } from './plannedUnits.ts';

/** All that plans of some units start from. */
export interface PlanStart extends PlannedUnits {
  /** Null where no unit can be used. */
  readonly basis: PlanBasis | null;
  /** By unit, what `ownVacancies` knows up to the last month of the basis. */
  readonly vacancies: ReadonlyMap<string, number>;
  readonly estimate: CounterfactualResult;
  readonly question: Question;
  /** Of the planned units. */
  readonly panels: readonly UnitPanel[];
}

/** The estimate with its grades, then the draws of the same fit; both are kept, so that a second plan starts at once. */
export async function startPlans(
  db: ReadDb,
  unitIds: readonly UnitId[],
  { lastMonth, jobId }: { readonly lastMonth: Month; readonly jobId: JobId },
  context: ReadContext,
): Promise<PlanStart> {
  const job = context.job(jobId);
  const estimate = await estimateUnits(db, unitIds, lastMonth, defaultAssumptions, context, job);
  const question = await readQuestion(db, lastMonth, defaultAssumptions, context);
  const { answer: basis } = await ask(db, 'planning', question, context, job);
  // A unit workspace has no register of positions.
  const isRegistered = context.session.workspace.kind === 'coordination';
  const vacancies = isRegistered ? await ownVacancies(db, (basis?.lastMonth ?? lastMonth) as Month) : new Map();
  const { units, notPlanned } = plannedUnits(estimate.units, basis, vacancies);
  const planned = new Set<string>(units.map(({ unitId }) => unitId));
  return {
    basis,
    vacancies,
    estimate,
    question,
    units,
    notPlanned,
    panels: question.panels.filter(({ unitId }) => planned.has(unitId)),
  };
}
