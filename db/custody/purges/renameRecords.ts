import { and, eq } from 'drizzle-orm';
import type { FreshId, NewId } from '../../ground/kernel/ids.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { arrest, charge } from '../../ground/schema/unit/investigations.ts';
import { transferredCount } from '../../ground/schema/unit/ledger.ts';
import { recordsOf } from '../../store/engineRecords.ts';

interface Renaming {
  readonly files: readonly string[];
  /** Of the files and of all that is in them. */
  readonly ids: readonly string[];
  readonly newId: NewId;
}

/**
 * Gives the records that stay for their counts ids that nothing else knows. What another unit counted before the file came stays that
 * unit's. Returns how many rows of the others were deleted.
 */
export async function renameRecords(tx: WriteTx, { files, ids, newId }: Renaming): Promise<number> {
  const names = new Map<string, FreshId>();
  for (const table of [arrest, charge, authority]) {
    const records = await tx.select({ id: table.id }).from(table).where(isAmong(table.investigationId, files));
    for (const { id } of records) {
      const next = newId();
      names.set(id, next);
      await tx.update(table).set({ id: next }).where(eq(table.id, id));
    }
  }
  let rows = 0;
  for (const { recordId, measure, unitId } of await tx
    .select()
    .from(transferredCount)
    .where(isAmong(transferredCount.recordId, ids))) {
    // A server lets no unit change the counts of another otherwise.
    await recordsOf(tx).reachCounts(unitId);
    const own = and(eq(transferredCount.recordId, recordId), eq(transferredCount.measure, measure));
    const next = names.get(recordId);
    if (next) await tx.update(transferredCount).set({ recordId: next }).where(own);
    else rows += (await tx.delete(transferredCount).where(own)).changes;
  }
  return rows;
}
