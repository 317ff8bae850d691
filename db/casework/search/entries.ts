import { and, eq, sql } from 'drizzle-orm';
import { anyId } from '../../ground/kernel/among.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { person } from '../../ground/schema/unit/persons.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { searchEntry } from '../../ground/schema/unit/search.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';

export type SearchedKind = 'referral' | 'investigation' | 'person';

/** Takes a record out of the search, words and all. Returns the place that it had; null where it had none. */
export async function takeFromSearch(tx: WriteTx, kind: SearchedKind, id: string): Promise<number | null> {
  const [entry] = await tx
    .delete(searchEntry)
    .where(and(eq(searchEntry.kind, kind), eq(searchEntry.fileId, id)))
    .returning({ number: searchEntry.number });
  if (!entry) return null;
  await tx.run(sql`DELETE FROM search_text WHERE rowid = ${entry.number}`);
  return entry.number;
}

const { title, subject, waitingOn } = investigation;
/** As in the triggers of the migration that added titles. */
const investigationWords = sql<string>`coalesce(${title} || ' ', '') || coalesce(${subject} || ' ', '') || coalesce(${waitingOn}, '')`;

/** The words of a record, as the triggers that keep the search take them. */
async function wordsOf(tx: WriteTx, kind: SearchedKind, id: string) {
  switch (kind) {
    case 'referral':
      return tx
        .select({ unitId: referral.unitId, words: referral.summary })
        .from(referral)
        .where(eq(referral.id, anyId(id)));
    case 'investigation':
      return tx
        .select({ unitId: investigation.unitId, words: investigationWords })
        .from(investigation)
        .where(eq(investigation.id, anyId(id)));
    case 'person':
      return tx
        .select({ unitId: person.unitId, words: person.name })
        .from(person)
        .where(eq(person.id, anyId(id)));
  }
}

/** Puts a record back where it was among the newest; as the newest where a later record took its place since, which it can once the last is gone. */
export async function putIntoSearch(tx: WriteTx, kind: SearchedKind, id: string, number: number): Promise<void> {
  const [row] = await wordsOf(tx, kind, id);
  if (!row) return;
  const [taken] = await tx.select().from(searchEntry).where(eq(searchEntry.number, number));
  const place = taken ? {} : { number };
  const [entry] = await tx
    .insert(searchEntry)
    .values({ ...place, kind, fileId: id, unitId: row.unitId })
    .returning();
  await tx.run(sql`INSERT INTO search_text (rowid, words) VALUES (${entry?.number}, ${row.words})`);
}
