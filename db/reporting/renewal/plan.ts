import type { JobId, PlanId } from '#contract/ground/ids';
import type { Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { periodOf } from '#contract/ground/period';
import type { RenewalPlan } from '#contract/reporting/renewal';
import { isNoChange, type PlanOutlook, type SavedPlan } from '#contract/statistics/plans';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { projectPlan, savedPlans } from '../../statistics/plans/projectPlan.ts';
import type { ReadContext } from '../../store/types.ts';

/** Plans that were saved for the agreement as a whole. */
export async function plansOf(db: ReadDb, agreementId: AgreementId): Promise<SavedPlan[]> {
  const all = await savedPlans(db);
  return all.filter(({ scope }) => 'agreementId' in scope && scope.agreementId === agreementId);
}

const marksOf = ({ marks }: PlanOutlook) =>
  marks.map(({ ahead, month, backlog: { p10, p50, p90 } }) => ({ ahead, month, backlog: { p10, p50, p90 } }));

/**
 * What may come from the last quarter reported, if nothing changes and under the plan.
 * @throws StoreFailure `not_found` where it is not a plan of the agreement, `return_not_locked` where no quarter is reported
 */
export async function planFigures(
  db: ReadDb,
  { agreementId, planId, jobId }: { readonly agreementId: AgreementId; readonly planId: PlanId; readonly jobId: JobId },
  last: Quarter | null,
  context: ReadContext,
): Promise<RenewalPlan> {
  const saved = (await plansOf(db, agreementId)).find(({ id }) => id === planId);
  if (!saved) throw new StoreFailure('not_found');
  if (last === null) throw new StoreFailure('conflict', 'return_not_locked');
  const { name, plan, scope } = saved;
  const question = { scope, lastMonth: periodOf(last).lastMonth, plan, compare: [], jobId };
  const found = await projectPlan(db, question, context);
  const { noChange, drawn, renewal, notApplied, tested } = found;
  const own = isNoChange(found.applied) ? [] : [{ kind: 'drawn' as const, marks: marksOf(drawn) }];
  const ends = renewal && [
    { kind: 'renewed' as const, marks: marksOf(renewal.renewed) },
    { kind: 'ended' as const, marks: marksOf(renewal.ended) },
  ];
  return {
    name,
    lastMonth: found.lastMonth,
    backlogNow: found.backlogNow,
    units: found.units.map(({ code, grade, asOf }) => ({ code, grade, asOf })),
    notPlanned: found.notPlanned.map(({ code }) => code),
    ...{ notApplied, tested },
    outlooks: [{ kind: 'no_change', marks: marksOf(noChange) }, ...(ends ?? own)],
    inputsHash: found.inputsHash,
  };
}
