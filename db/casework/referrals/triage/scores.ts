import type { ReferralId } from '#contract/ground/ids';
import { eq, sql } from 'drizzle-orm';
import type { RiskBand } from '#contract/ground/codes';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { referral } from '../../../ground/schema/unit/referrals.ts';
import { referralScore } from '../../../ground/schema/unit/triage.ts';
import type { WriteTx } from '../../../ground/kernel/database.ts';
import type { Context } from '../../../store/types.ts';
import { findPeriod } from './periods.ts';
import { deadlineOf, standingDeadline, startAt, type Start } from './rules.ts';
import { latestScore, settleDue } from './settle.ts';
import { dayOf } from '../../../ground/kernel/days.ts';

type Row = typeof referral.$inferSelect;

const receipt = (row: Row): Start => ({ at: row.receivedAt ?? row.enteredAt, on: row.receivedOn });

/** A first score counts from the receipt, one upon new facts from when they came, a corrected one from what it corrects. */
function startOf(row: Row, before: { readonly countsFrom: number } | null): Start {
  if (row.rescoreSince !== null) return startAt(row.rescoreSince);
  const first = receipt(row);
  return before === null || before.countsFrom === first.at ? first : startAt(before.countsFrom);
}

export interface Scored {
  readonly band: RiskBand;
  readonly scoredAt: number;
  readonly note: string | null;
  /** From when its deadline counts, where that is known otherwise: a danger counts from its decision. */
  readonly from?: number;
}

/** Adds a score to the history of a referral; the row and its deadlines follow. Returns its id. */
export async function addScore(tx: WriteTx, row: Row, { from, ...scored }: Scored, context: Context): Promise<string> {
  const before = await latestScore(tx, row.id);
  const start = from === undefined ? startOf(row, before) : startAt(from);
  const period = await findPeriod(tx, { code: scored.band, unitId: row.unitId, on: start.on });
  const missed =
    before === null || row.rescoreReason === 'reopened'
      ? null
      : { dueAt: before.dueAt, isActedOn: row.firstActionAt !== null };
  const id = context.newId();
  await tx.insert(referralScore).values({
    id,
    referralId: row.id,
    unitId: row.unitId,
    position: await nextPosition(tx, row.id),
    ...scored,
    scoredBy: context.session.user.id,
    countsFrom: start.at,
    periodAmount: period.amount,
    periodMeasure: period.measure,
    dueAt: standingDeadline(deadlineOf(start, period), missed, context.clock.now()),
  });
  await tx
    .update(referral)
    .set({ riskBand: scored.band, rescoreSince: null, rescoreReason: null })
    .where(eq(referral.id, row.id));
  await settleDue(tx, row.id);
  return id;
}

async function nextPosition(tx: WriteTx, referralId: ReferralId): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)` })
    .from(referralScore)
    .where(eq(referralScore.referralId, referralId));
  return (row?.count ?? 0) + 1;
}

/** Keeps what a score replaced: until anything else is done with the referral it may be taken back. */
export async function keepReplaced(
  tx: WriteTx,
  { scoreId, row, leftVersion }: { readonly scoreId: string; readonly row: Row; readonly leftVersion: number },
  { clock }: Pick<Context, 'clock'>,
): Promise<void> {
  const { state, riskBand, rescoreSince, rescoreReason } = row;
  const before = { state, riskBand, rescoreSince, rescoreReason, enteredAt: clock.now() };
  await tx.update(referralScore).set({ leftVersion, before }).where(eq(referralScore.id, scoreId));
}

/** The score that was the last thing done with a referral; null where it was something else. */
export async function lastDoneScore(tx: WriteTx, row: Row) {
  const latest = await latestScore(tx, row.id);
  return latest?.leftVersion === row.version ? latest : null;
}

type Score = NonNullable<Awaited<ReturnType<typeof lastDoneScore>>>;

/**
 * Takes a score back as if it had not been given. Refused where that would hide something: to anybody but who gave it, once its deadline
 * passed, once the referral was acted on under it, and after its day, so that no finished quarter changes.
 */
export async function takeScoreBack(tx: WriteTx, row: Row, score: Score, { clock, session }: Context): Promise<void> {
  const { before } = score;
  const now = clock.now();
  const isActedOn = row.firstActionAt !== null && row.firstActionAt >= score.scoredAt;
  const isSafe = score.scoredBy === session.user.id && now <= score.dueAt && !isActedOn;
  if (before === null || !isSafe || dayOf(before.enteredAt) !== dayOf(now))
    throw new StoreFailure('conflict', 'state_not_allowed');
  await tx
    .update(referralScore)
    .set({ undoneAt: now, undoneBy: session.user.id, leftVersion: null, before: null })
    .where(eq(referralScore.id, score.id));
  const { riskBand, rescoreSince, rescoreReason } = before;
  await tx.update(referral).set({ riskBand, rescoreSince, rescoreReason }).where(eq(referral.id, row.id));
  await settleDue(tx, row.id);
}
