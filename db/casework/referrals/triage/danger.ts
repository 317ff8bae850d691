import { desc, eq, sql } from 'drizzle-orm';
import type { ReferralId } from '#contract/ground/ids';
import type { DangerItem, OwedItem } from '#contract/casework/triage';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { protectionNotice } from '../../../ground/schema/unit/triage.ts';
import type { referral } from '../../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import { missingItems } from './rules.ts';
import { latestDecision } from './settle.ts';

type Db = Pick<ReadDb, 'select'>;
type Row = Pick<typeof referral.$inferSelect, 'id' | 'decisionFrom'>;

async function hasNotice(db: Db, referralId: ReferralId): Promise<boolean> {
  const [found] = await db
    .select({ one: sql<number>`1` })
    .from(protectionNotice)
    .where(eq(protectionNotice.referralId, referralId))
    .orderBy(desc(protectionNotice.position))
    .limit(1);
  return found !== undefined;
}

/** What a referral owes before it, or its investigation, may be concluded. */
export async function missingOf(db: Db, row: Row): Promise<readonly DangerItem[]> {
  const decided = await latestDecision(db, row.id);
  return missingItems({
    decisionFrom: row.decisionFrom,
    identifiable: decided?.identifiable ?? null,
    hasNotice: await hasNotice(db, row.id),
    isInDanger: decided?.imminent ?? false,
  });
}

export async function owedBy(db: Db, rows: readonly (typeof referral.$inferSelect)[]): Promise<OwedItem[]> {
  const items: OwedItem[] = [];
  for (const row of rows) {
    for (const kind of await missingOf(db, row))
      items.push({ kind, id: row.id, number: row.number, on: row.receivedOn });
  }
  return items;
}

export async function requireNothingMissing(db: Db, row: Row): Promise<void> {
  if ((await missingOf(db, row)).length > 0) throw new StoreFailure('conflict', 'referral_still_open');
}
