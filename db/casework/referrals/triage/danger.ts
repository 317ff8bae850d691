import { desc, eq, sql } from 'drizzle-orm';
import type { ReferralId } from '#contract/ground/ids';
import type { DangerItem, OwedItem } from '#contract/casework/triage';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { together } from '../../../ground/kernel/together.ts';
import { protectionNotice } from '../../../ground/schema/unit/triage.ts';
import type { referral } from '../../../ground/schema/unit/referrals.ts';
import type { ReadDb } from '../../../ground/kernel/database.ts';
import { missingItems } from './rules.ts';
import { inDangerUnder, latestDecision } from './settle.ts';

type Db = Pick<ReadDb, 'select'>;
type Row = typeof referral.$inferSelect;

async function hasNotice(db: Db, referralId: ReferralId): Promise<boolean> {
  const [found] = await db
    .select({ one: sql<number>`1` })
    .from(protectionNotice)
    .where(eq(protectionNotice.referralId, referralId))
    .orderBy(desc(protectionNotice.position))
    .limit(1);
  return found !== undefined;
}

/** What a referral owes by itself before it, or its investigation, may be concluded. */
export async function missingOf(db: Db, row: Pick<Row, 'id' | 'decisionFrom'>): Promise<readonly DangerItem[]> {
  const { decided, noticed } = await together({ decided: latestDecision(db, row.id), noticed: hasNotice(db, row.id) });
  return missingItems({
    decisionFrom: row.decisionFrom,
    identifiable: decided?.identifiable ?? null,
    hasNotice: noticed,
    isInDanger: decided?.imminent ?? false,
  });
}

/** What they owe, with those in danger that are followed under them: who ends the head ends what it carries. */
export async function owedBy(db: Db, rows: readonly Row[]): Promise<OwedItem[]> {
  const items: OwedItem[] = [];
  for (const row of rows)
    for (const each of [row, ...(await inDangerUnder(db, row))])
      for (const kind of await missingOf(db, each))
        items.push({ kind, id: each.id, number: each.number, on: each.receivedOn });
  return items;
}

export async function requireNothingMissing(db: Db, row: Row): Promise<void> {
  if ((await owedBy(db, [row])).length > 0) throw new StoreFailure('conflict', 'referral_still_open');
}
