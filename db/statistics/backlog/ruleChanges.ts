import { asc, inArray } from 'drizzle-orm';
import type { RuleChange } from '#contract/statistics/backlog';
import type { Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { countingRule } from '../../ground/schema/common/units.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** The changes of each unit's counting rule, earliest first. Its first rule begins the series: only a later one is a change. */
export async function readRuleChanges(db: ReadDb, unitIds: readonly string[]): Promise<readonly RuleChange[]> {
  const rules = await db
    .select({ unitId: countingRule.unitId, validFrom: countingRule.validFrom })
    .from(countingRule)
    .where(inArray(countingRule.unitId, [...unitIds]))
    .orderBy(asc(countingRule.validFrom));
  const begun = new Set<string>();
  return rules.flatMap(({ unitId, validFrom }) => {
    if (begun.has(unitId)) return [{ month: validFrom.slice(0, 7) as Month, unitId: unitId as UnitId }];
    begun.add(unitId);
    return [];
  });
}
