import { and, asc, inArray, lte } from 'drizzle-orm';
import type { Bilingual } from '#contract/ground/common';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import { countingRule } from '../../ground/schema/common/units.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadHandler } from '../../store/types.ts';
import type { BacklogDefinition } from './rules.ts';

export interface CountingRule {
  readonly unitId: UnitId;
  readonly validFrom: CivilDate;
  readonly backlogDefinition: BacklogDefinition;
  readonly statement: Bilingual;
}

/** How the units count, by unit and date; up to a day where one is given. */
export async function readCountingRules(
  db: Pick<ReadDb, 'select'>,
  unitIds: readonly UnitId[],
  until?: CivilDate,
): Promise<CountingRule[]> {
  const rows = await db
    .select()
    .from(countingRule)
    .where(and(inArray(countingRule.unitId, [...unitIds]), until && lte(countingRule.validFrom, until)))
    .orderBy(asc(countingRule.unitId), asc(countingRule.validFrom));
  return rows.map((row) => ({
    unitId: row.unitId,
    validFrom: row.validFrom,
    backlogDefinition: row.backlogDefinition as BacklogDefinition,
    statement: { en: row.statementEn, fr: row.statementFr },
  }));
}

export const countingRuleReads: { readonly 'countingRules.list': ReadHandler<'countingRules.list'> } = {
  'countingRules.list': async (db, { unitId }) => ({ rules: await readCountingRules(db, [unitId]) }),
};
