import type { UnitId } from '#contract/ground/ids';
import { and, inArray } from 'drizzle-orm';
import type { Quarter } from '#contract/ground/dates';
import { unitStock as unitStockSchema } from '#contract/reporting/indicators';
import type { HeldStock } from '../indicators/stockFigures.ts';
import { unitStock } from '../../ground/schema/coordination/frameworks.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { isOfQuarter } from '../../ground/kernel/ofQuarter.ts';

/** What each unit said of its stock at a quarter's end; a unit that said nothing is not in it. */
export async function readStock(
  db: Pick<ReadDb, 'select'>,
  unitIds: readonly UnitId[],
  quarter: Quarter,
): Promise<ReadonlyMap<string, HeldStock>> {
  const rows = await db
    .select()
    .from(unitStock)
    .where(and(inArray(unitStock.unitId, [...unitIds]), isOfQuarter(unitStock, quarter)));
  return new Map(
    rows.map(({ unitId, packId, content }) => [unitId, { packId, stock: unitStockSchema.parse(JSON.parse(content)) }]),
  );
}
