import { inArray } from 'drizzle-orm';
import type { Plan } from '#contract/statistics/plans';
import { readUnits } from '../../accounts/people/unitRows.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { unit } from '../../ground/schema/common/units.ts';
import type { ReadContext } from '../../store/types.ts';

/** Codes of the units of the plans' lines, of those that may be seen: a unit may have left the scope, or have no plan. */
export async function lineCodes(
  db: ReadDb,
  plans: readonly Plan[],
  { session }: ReadContext,
): Promise<ReadonlyMap<string, string>> {
  const named = new Set(plans.flatMap(({ lines }) => lines.map(({ unitId }) => unitId)));
  const seen = session.unitIds.filter((unitId) => named.has(unitId));
  if (seen.length === 0) return new Map();
  return new Map((await readUnits(db, inArray(unit.id, seen))).map(({ id, code }) => [id, code]));
}
