import { inArray } from 'drizzle-orm';
import type { Month } from '#contract/ground/dates';
import type { JobId, UnitId } from '#contract/ground/ids';
import { defaultAssumptions } from '#contract/statistics/assumptions';
import type { PlanBacktest } from '#contract/statistics/plans';
import { readUnits } from '../../accounts/people/unitRows.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { unit } from '../../ground/schema/common/units.ts';
import type { ReadContext } from '../../store/types.ts';
import { ask, readQuestion } from '../estimate/question.ts';

/** What plans would have said of earlier months: of all units that may be seen, as the estimate; the answer is kept. */
export async function backtestOf(
  db: ReadDb,
  unitIds: readonly UnitId[],
  { lastMonth, jobId }: { readonly lastMonth: Month; readonly jobId: JobId },
  context: ReadContext,
): Promise<PlanBacktest> {
  const question = await readQuestion(db, lastMonth, defaultAssumptions, context);
  const { answer } = await ask(db, 'backtest', question, context, context.job(jobId));
  const units = await readUnits(db, inArray(unit.id, [...unitIds]));
  return {
    units: units.flatMap(({ id, code }) => {
      const found = answer.units.find(({ unitId }) => unitId === id);
      return found === undefined ? [] : [{ ...found, unitId: id, code }];
    }),
    ahead6: answer.ahead6,
    ahead12: answer.ahead12,
  };
}
