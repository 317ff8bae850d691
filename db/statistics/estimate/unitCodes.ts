import { inArray } from 'drizzle-orm';
import type { UnitId } from '#contract/ground/ids';
import { unit } from '../../ground/schema/common/units.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** The code of each unit. */
export async function codesOf(db: ReadDb, unitIds: readonly UnitId[]): Promise<ReadonlyMap<UnitId, string>> {
  const rows = await db
    .select({ id: unit.id, code: unit.code })
    .from(unit)
    .where(inArray(unit.id, [...unitIds]));
  return new Map(rows.map(({ id, code }) => [id, code]));
}
