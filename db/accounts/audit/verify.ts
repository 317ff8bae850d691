import { asc, gt } from 'drizzle-orm';
import { auditEntry } from '../../ground/schema/common/audit.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { emptyHead, linkHash } from '../../store/audit/append.ts';

const batch = 5000;

/** Walks the chain from its beginning. `firstBroken` is the sequence of the first link that does not hold. */
export async function verifyChain(
  db: ReadDb,
): Promise<{ entries: number; intact: boolean; firstBroken: number | null; head: string }> {
  let head = emptyHead;
  let entries = 0;
  for (;;) {
    const rows = await db
      .select()
      .from(auditEntry)
      .where(gt(auditEntry.sequence, entries))
      .orderBy(asc(auditEntry.sequence))
      .limit(batch);
    for (const { hash, ...row } of rows) {
      if (row.sequence !== entries + 1 || row.previousHash !== head || linkHash(row) !== hash) {
        return { entries, intact: false, firstBroken: entries + 1, head };
      }
      head = hash;
      entries = row.sequence;
    }
    if (rows.length < batch) return { entries, intact: true, firstBroken: null, head };
  }
}
