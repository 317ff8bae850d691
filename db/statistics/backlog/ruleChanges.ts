import type { UnitId } from '#contract/ground/ids';
import type { RuleChange } from '#contract/statistics/ruleChange';
import { monthOf } from '#contract/ground/dates';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { readCountingRules } from '../../ledger/ledger/countingRules.ts';

/** The changes of each unit's counting rule, earliest first. Its first rule begins the series: only a later one is a change. */
export async function readRuleChanges(db: ReadDb, unitIds: readonly UnitId[]): Promise<readonly RuleChange[]> {
  const rules = (await readCountingRules(db, unitIds)).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  const begun = new Set<string>();
  return rules.flatMap(({ unitId, validFrom }) => {
    if (begun.has(unitId)) return [{ month: monthOf(validFrom), unitId }];
    begun.add(unitId);
    return [];
  });
}
