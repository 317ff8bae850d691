import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { must } from '../../../ground/kernel/assert.ts';
import { referralInvestigation } from '../../../ground/schema/unit/investigations.ts';
import { never, referral } from '../../../ground/schema/unit/referrals.ts';
import { dangerDecision, referralScore } from '../../../ground/schema/unit/triage.ts';
import type { ReadDb, WriteTx } from '../../../ground/kernel/database.ts';
import { filesOf, firstActionOf } from './acts.ts';
import { findPeriod } from './periods.ts';
import { deadlineOf, isDecisionTimed, startAt, type Period } from './rules.ts';

type Db = Pick<ReadDb, 'select'>;
type Row = typeof referral.$inferSelect;

export async function latestScore(db: Db, referralId: ReferralId) {
  const [row] = await db
    .select()
    .from(referralScore)
    .where(and(eq(referralScore.referralId, referralId), isNull(referralScore.undoneAt)))
    .orderBy(desc(referralScore.position))
    .limit(1);
  return row ?? null;
}

export async function latestDecision(db: Db, referralId: ReferralId) {
  const [row] = await db
    .select()
    .from(dangerDecision)
    .where(eq(dangerDecision.referralId, referralId))
    .orderBy(desc(dangerDecision.position))
    .limit(1);
  return row ?? null;
}

/** Within how long a decision is due that was asked for at an instant. */
export function decisionPeriod(db: Db, unitId: string, from: number): Promise<Period> {
  return findPeriod(db, { code: 'danger_decision', unitId, on: startAt(from).on });
}

async function pendingAction(db: Db, row: Row): Promise<number | null> {
  // What was reopened waits for a new score before it is due.
  if (row.rescoreReason === 'reopened') return null;
  return (await latestScore(db, row.id))?.dueAt ?? null;
}

async function pendingDecision(db: Db, row: Row): Promise<number | null> {
  if (row.decisionFrom === null || (await latestDecision(db, row.id)) !== null) return null;
  const period = await decisionPeriod(db, row.unitId, row.decisionFrom);
  const imported = { importId: row.importId, receivedOn: row.receivedOn };
  return isDecisionTimed(imported, row.decisionFrom, period) ? deadlineOf(startAt(row.decisionFrom), period) : null;
}

/** Computes a referral's deadlines from what is recorded, after any change to that. A referral that is over, or is followed under another, owes nothing. */
export async function settleDue(tx: WriteTx, referralId: ReferralId): Promise<void> {
  const [found] = await tx.select().from(referral).where(eq(referral.id, referralId));
  const row = must(found, 'deadlines are settled in the transaction that wrote the referral');
  const files = await filesOf(tx, row.id);
  const isLinked = row.state === 'linked';
  const isFollowed = row.open || (isLinked && files.some(({ open }) => open));
  const firstActionAt = await firstActionOf(
    tx,
    row.id,
    files.map(({ id }) => id),
  );
  const actionDueAt = isFollowed && firstActionAt === null ? await pendingAction(tx, row) : null;
  const decisionDueAt = isFollowed ? await pendingDecision(tx, row) : null;
  const dueAt = Math.min(actionDueAt ?? never, decisionDueAt ?? never);
  await tx.update(referral).set({ firstActionAt, actionDueAt, decisionDueAt, dueAt }).where(eq(referral.id, row.id));
}

/** After a change to a file: it may be the first action on its referrals, or their end. */
export async function settleFile(tx: WriteTx, investigationId: InvestigationId): Promise<void> {
  const links = await tx
    .select({ id: referralInvestigation.referralId })
    .from(referralInvestigation)
    .where(eq(referralInvestigation.investigationId, investigationId));
  for (const { id } of links) await settleDue(tx, id);
}
