import { and, eq, lt, sql } from 'drizzle-orm';
import { waitingState, type WaitingState } from '#contract/codes';
import type { CivilDate } from '#contract/dates';
import { investigation } from '../schema/unit/investigations.ts';
import { referral } from '../schema/unit/referrals.ts';
import type { ReadDb } from '../store/types.ts';

/** Today's open files by state of waiting. An open referral waits unassigned until it has an officer. */
export async function waitingNow(db: ReadDb): Promise<Record<WaitingState, number>> {
  const count = sql<number>`count(*)`;
  const files = await db
    .select({ waiting: investigation.waiting, count })
    .from(investigation)
    .where(eq(investigation.open, true))
    .groupBy(investigation.waiting);
  const referrals = await db
    .select({ state: referral.state, count })
    .from(referral)
    .where(eq(referral.open, true))
    .groupBy(referral.state);
  const result = Object.fromEntries(waitingState.options.map((state) => [state, 0])) as Record<WaitingState, number>;
  for (const row of files) result[row.waiting as WaitingState] += row.count;
  for (const row of referrals) result[row.state === 'assigned' ? 'active' : 'unassigned'] += row.count;
  return result;
}

export async function olderThan(db: ReadDb, day: CivilDate): Promise<number> {
  const [referrals] = await db
    .select({ count: sql<number>`count(*)` })
    .from(referral)
    .where(and(eq(referral.open, true), lt(referral.receivedOn, day)));
  const [files] = await db
    .select({ count: sql<number>`count(*)` })
    .from(investigation)
    .where(
      and(
        eq(investigation.open, true),
        lt(investigation.openedOn, day),
        sql`${investigation.waiting} <> 'crown_or_court'`,
      ),
    );
  return (referrals?.count ?? 0) + (files?.count ?? 0);
}
