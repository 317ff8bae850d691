import { addMonths, type Month } from '#contract/ground/dates';
import type { Output } from '#contract/index';
import type { Plan } from '#contract/statistics/plans';
import { position } from '../../../../db/ground/schema/coordination/funding.ts';
import { builtAgreeing } from '../../../support/buildReader.ts';
import { isWhole } from '../../../support/whole.ts';
import { coordinationOf, newJob, panelsOf, type Laboratory } from '../estimate/reference/support.ts';

export const all = { all: true } as const;

export interface Planned extends Laboratory {
  readonly after: (months: number) => Month;
  readonly project: (plan: Plan, scope?: object, compare?: readonly string[]) => Promise<Output<'plans.project'>>;
  /** Two funded FTE of the unit, of which half a one was held by nobody. */
  readonly recordPositions: (unitId: string) => Promise<void>;
}

/** The fewest units and months of which some can be planned, and more in the whole run. */
const tried = isWhole ? { units: 12, months: 64 } : { units: 10, months: 40 };

/** Units of which some can be planned: every file of tests asks the same of them, so that it is computed once. */
export async function plannedUnits(panels = panelsOf(tried.units, tried.months)): Promise<Planned> {
  const laboratory = await coordinationOf(panels);
  const { test, lastMonth } = laboratory;
  Object.assign(test.store.options, { workerPath: builtAgreeing });
  return {
    ...laboratory,
    after: (months) => addMonths(lastMonth, months),
    project: (plan, scope = all, compare = []) =>
      test.call('plans.project', {
        ...{ scope: scope as typeof all, lastMonth, plan },
        ...{ compare: compare as never, jobId: newJob() },
      }),
    recordPositions: async (unitId) => {
      const { tx } = test.store.requireUnlocked();
      await tx.delete(position);
      const row = { agreementId: 'agreement', role: 'analyst', funding: 'funded', unitId, startsOn: '2020-04-01' };
      await tx.insert(position).values([
        { ...row, id: 'held', code: 'P-1', fte: 150, filledOn: '2020-04-01' },
        { ...row, id: 'empty', code: 'P-2', fte: 50 },
      ] as (typeof position.$inferInsert)[]);
    },
  };
}
