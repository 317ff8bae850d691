import { and, eq, gt, isNull } from 'drizzle-orm';
import type { ReferralId } from '#contract/ground/ids';
import type { ReadDb, WriteTx } from '../../../ground/kernel/database.ts';
import { referral, referralEvent } from '../../../ground/schema/unit/referrals.ts';
import { dangerDecision, protectionNotice, referralCheck, referralScore } from '../../../ground/schema/unit/triage.ts';
import { deadlineOf, startAt } from './rules.ts';
import { settleDue } from './settle.ts';

/** Computers that share a store differ by minutes. */
const slack = 90 * 60_000;

/** Whether a referral has a time of the computer that has not come: every change of one leaves such a time in these tables. */
export async function hasFuture(db: Pick<ReadDb, 'select'>, now: number): Promise<boolean> {
  const later = now + slack;
  const found = [
    await db.select({ id: referral.id }).from(referral).where(gt(referral.decisionFrom, later)).limit(1),
    await db.select({ id: referralEvent.id }).from(referralEvent).where(gt(referralEvent.at, later)).limit(1),
    await db.select({ id: referralScore.id }).from(referralScore).where(gt(referralScore.countsFrom, later)).limit(1),
    await db.select({ id: dangerDecision.id }).from(dangerDecision).where(gt(dangerDecision.decidedAt, later)).limit(1),
  ];
  return found.some((rows) => rows.length > 0);
}

/**
 * What a clock that was ahead wrote of a time that has not come happened by now at the latest: deadlines that would begin later begin now, and
 * what is done from now on answers them. Returns of how many referrals.
 */
export async function bringToNow(tx: WriteTx, now: number): Promise<number> {
  const later = now + slack;
  const { referralId: ofDecision, decidedAt } = dangerDecision;
  const { referralId: ofCheck, checkedAt } = referralCheck;
  await tx.update(protectionNotice).set({ notifiedAt: now }).where(gt(protectionNotice.notifiedAt, later));
  const concerned = [
    await tx
      .update(referral)
      .set({ decisionFrom: now })
      .where(gt(referral.decisionFrom, later))
      .returning({ id: referral.id }),
    await tx
      .update(referralEvent)
      .set({ at: now })
      .where(gt(referralEvent.at, later))
      .returning({ id: referralEvent.referralId }),
    await tx.update(dangerDecision).set({ decidedAt: now }).where(gt(decidedAt, later)).returning({ id: ofDecision }),
    await tx.update(referralCheck).set({ checkedAt: now }).where(gt(checkedAt, later)).returning({ id: ofCheck }),
    await restartScores(tx, { now, later }),
  ].flat();
  const ids = new Set(concerned.map(({ id }) => id));
  for (const id of ids) await settleDue(tx, id);
  return ids.size;
}

async function restartScores(
  tx: WriteTx,
  { now, later }: { readonly now: number; readonly later: number },
): Promise<readonly { readonly id: ReferralId }[]> {
  const scores = await tx
    .select()
    .from(referralScore)
    .where(and(gt(referralScore.countsFrom, later), isNull(referralScore.undoneAt)));
  for (const { id, periodAmount: amount, periodMeasure: measure } of scores)
    await tx
      .update(referralScore)
      .set({ countsFrom: now, scoredAt: now, dueAt: deadlineOf(startAt(now), { amount, measure }) })
      .where(eq(referralScore.id, id));
  return scores.map(({ referralId }) => ({ id: referralId }));
}
