import { and, eq, gte, isNull, lte, or, type SQL } from 'drizzle-orm';
import { firstDayOf, lastDayOf, type Month } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { agreementUnit } from '../../ground/schema/coordination/agreements.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import type { ReadContext } from '../../store/types.ts';

type Scope = ParsedInput<'counterfactual.run'>['scope'];

function isIn(month: Month): SQL | undefined {
  const { from, to } = agreementUnit;
  return and(lte(from, lastDayOf(month)), or(isNull(to), gte(to, firstDayOf(month))));
}

/** The units that a scope names: those of an agreement in the month asked for; null = in any month. */
export async function unitsIn(
  db: ReadDb,
  scope: Scope,
  lastMonth: Month | null,
  { session }: Pick<ReadContext, 'session'>,
): Promise<readonly UnitId[]> {
  if ('unitId' in scope) return [scope.unitId];
  if ('all' in scope) return session.unitIds;
  if (session.workspace.kind !== 'coordination') throw new StoreFailure('forbidden', 'workspace_kind');
  const rows = await db
    .select({ unitId: agreementUnit.unitId })
    .from(agreementUnit)
    .where(and(eq(agreementUnit.agreementId, scope.agreementId), lastMonth === null ? undefined : isIn(lastMonth)));
  return rows.map((row) => row.unitId);
}
