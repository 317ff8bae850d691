import { and, eq, inArray } from 'drizzle-orm';
import type { PackId } from '#contract/ground/ids';
import { canonicalJson } from '../../ground/kernel/canonicalJson.ts';
import { pack } from '../../ground/schema/coordination/packs.ts';
import { unitStock } from '../../ground/schema/coordination/frameworks.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { rankOf } from './rules.ts';
import type { VerifiedPack } from './verify.ts';
import { isOfQuarter } from '../../ground/kernel/ofQuarter.ts';

/**
 * What the pack says of its units' stock, in place of what earlier exports said of the same quarter; where a later export already spoke,
 * its word stays. A pack that says nothing of it withdraws what was said before.
 */
export async function takeStock(
  tx: WriteTx,
  id: PackId,
  { kind, payload }: Pick<VerifiedPack, 'kind' | 'payload'>,
): Promise<void> {
  const { units, quarter, stock, exportedAt } = payload;
  const rank = rankOf({ kind, exportedAt });
  const ofQuarter = and(
    inArray(
      unitStock.unitId,
      units.map((each) => each.id),
    ),
    isOfQuarter(unitStock, quarter),
  );
  const held = await tx
    .select({ unitId: unitStock.unitId, kind: pack.kind, exportedAt: pack.exportedAt })
    .from(unitStock)
    .innerJoin(pack, eq(pack.id, unitStock.packId))
    .where(ofQuarter);
  const spokenFor = new Set(held.filter((each) => rankOf(each) > rank).map((each) => each.unitId));
  const earlier = held.filter((each) => !spokenFor.has(each.unitId)).map((each) => each.unitId);
  if (earlier.length > 0) await tx.delete(unitStock).where(and(ofQuarter, inArray(unitStock.unitId, earlier)));
  const rows = stock
    .filter(({ unitId }) => !spokenFor.has(unitId))
    .map((each) => ({ unitId: each.unitId, ...quarter, packId: id, content: canonicalJson(each.stock) }));
  if (rows.length > 0) await tx.insert(unitStock).values(rows);
}
