import type { Assumptions, SensitivityRow } from '#contract/statistics/assumptions';
import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { addDraws } from '../../estimator/combineUnits.ts';
import type { ScenarioResult } from '../../estimator/sensitivity.ts';
import { summariseDraws } from '../../estimator/summary.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { Job } from '../../ground/kernel/job.ts';
import type { ReadContext } from '../../store/types.ts';
import { ask, readQuestion } from './question.ts';

/** Draws of one scenario, the definition of backlog among them: it changes the panels, not the model. */
export type ScenarioRow = Pick<ScenarioResult, 'units'> & {
  readonly code: SensitivityRow['scenario'];
  readonly value: SensitivityRow['value'];
};

/** Draws at each unit's last month, added up over the units of the scope that a scenario can change or leaves as they are. */
export function toRow({ code, value, units }: ScenarioRow, unitIds: readonly string[]): SensitivityRow | null {
  const draws = units.flatMap((each) => (unitIds.includes(each.unitId) && each.draws !== null ? [each.draws] : []));
  if (draws.length === 0) return null;
  const { avoided, probabilityBelow } = summariseDraws(addDraws(draws));
  const { p10, p50, p90 } = avoided;
  return { scenario: code, value, median: p50, low: p10, high: p90, probabilityBelow };
}

/**
 * What the backlog avoided would be if all closings without investigation followed one thing: the rows of the sensitivity that need no other
 * posterior, so that every return can have them.
 */
export async function closingAlternatives(
  db: ReadDb,
  unitIds: readonly UnitId[],
  lastMonth: Month,
  assumptions: Assumptions,
  context: ReadContext,
  job: Job,
): Promise<readonly SensitivityRow[]> {
  const question = await readQuestion(db, lastMonth, assumptions, context);
  const { answer } = await ask(db, 'alternatives', question, context, job);
  return answer.flatMap((each) => toRow(each, unitIds) ?? []);
}
