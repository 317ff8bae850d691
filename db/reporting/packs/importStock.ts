import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { PackId } from '#contract/ground/ids';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { pack, packUnit } from '../../ground/schema/coordination/packs.ts';
import { unitStock } from '../../ground/schema/coordination/frameworks.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { rankOf } from './rules.ts';
import type { VerifiedPack } from './verify.ts';
import { isOfQuarter } from '../../ground/kernel/ofQuarter.ts';

/**
 * What the pack says of its units' stock, in place of what earlier exports said of the same quarter; where a later export already spoke,
 * its word stays. A pack that says nothing of it withdraws what earlier exports said, whichever of the two came first.
 */
export async function takeStock(
  tx: WriteTx,
  id: PackId,
  { kind, payload }: Pick<VerifiedPack, 'kind' | 'payload'>,
): Promise<void> {
  const { units, quarter, stock, exportedAt } = payload;
  const rank = rankOf({ kind, exportedAt });
  const unitIds = units.map((each) => each.id);
  const said = await tx
    .select({ unitId: packUnit.unitId, kind: pack.kind, exportedAt: pack.exportedAt })
    .from(packUnit)
    .innerJoin(pack, eq(pack.id, packUnit.packId))
    .where(and(inArray(packUnit.unitId, unitIds), isOfQuarter(pack, quarter), isNull(pack.withdrawnAt)));
  const spokenFor = new Set(said.filter((each) => rankOf(each) > rank).map((each) => each.unitId));
  const own = unitIds.filter((each) => !spokenFor.has(each));
  await tx.delete(unitStock).where(and(inArray(unitStock.unitId, own), isOfQuarter(unitStock, quarter)));
  const rows = stock
    .filter(({ unitId }) => !spokenFor.has(unitId))
    .map((each) => ({ unitId: each.unitId, ...quarter, packId: id, content: canonicalJson(each.stock) }));
  if (rows.length > 0) await tx.insert(unitStock).values(rows);
}
