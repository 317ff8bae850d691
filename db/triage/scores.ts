import { eq } from 'drizzle-orm';
import type { RiskBand } from '#contract/codes';
import type { CivilDate } from '#contract/dates';
import { referral } from '../schema/unit/referrals.ts';
import { referralScore } from '../schema/unit/triage.ts';
import type { Context, WriteTx } from '../store/types.ts';
import { findPeriod } from './periods.ts';
import { deadlineOf, standingDeadline, startAt, type Start } from './rules.ts';
import { latestScore, settleDue } from './settle.ts';

type Row = typeof referral.$inferSelect;

const receipt = (row: Row): Start => ({ at: row.receivedAt ?? row.enteredAt, on: row.receivedOn as CivilDate });

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
}

/** Adds a score to the history of a referral; the row and its deadlines follow. */
export async function addScore(tx: WriteTx, row: Row, scored: Scored, context: Context): Promise<void> {
  const before = await latestScore(tx, row.id);
  const start = startOf(row, before);
  const period = await findPeriod(tx, { code: scored.band, unitId: row.unitId, on: start.on });
  const missed =
    before === null || row.rescoreReason === 'reopened'
      ? null
      : { dueAt: before.dueAt, isActedOn: row.firstActionAt !== null };
  await tx.insert(referralScore).values({
    id: context.newId(),
    referralId: row.id,
    unitId: row.unitId,
    position: (before?.position ?? 0) + 1,
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
}
