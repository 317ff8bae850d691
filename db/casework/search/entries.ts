import { and, eq } from 'drizzle-orm';
import { anyId } from '../../ground/kernel/among.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { searchEntry } from '../../ground/schema/unit/search.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { recordsOf, type SearchedKind } from '../../store/engineRecords.ts';

const tables = { referral, investigation, person } as const;

/** Takes a record out of the search, words and all. Returns the place that it had; null where it had none. */
export async function takeFromSearch(tx: WriteTx, kind: SearchedKind, id: string): Promise<number | null> {
  const [entry] = await tx
    .delete(searchEntry)
    .where(and(eq(searchEntry.kind, kind), eq(searchEntry.fileId, id)))
    .returning({ number: searchEntry.number });
  if (!entry) return null;
  await recordsOf(tx).search.take(entry.number);
  return entry.number;
}

/** Puts a record back where it was among the newest; as the newest where a later record took its place since, which it can once the last is gone. */
export async function putIntoSearch(tx: WriteTx, kind: SearchedKind, id: string, number: number): Promise<void> {
  const table = tables[kind];
  const [row] = await tx
    .select({ unitId: table.unitId })
    .from(table)
    .where(eq(table.id, anyId(id)));
  if (!row) return;
  const [taken] = await tx.select().from(searchEntry).where(eq(searchEntry.number, number));
  const place = taken ? {} : { number };
  const [entry] = await tx
    .insert(searchEntry)
    .values({ ...place, kind, fileId: id, unitId: row.unitId })
    .returning();
  if (entry) await recordsOf(tx).search.put(entry.number, kind, id);
}
