import { desc, eq } from 'drizzle-orm';
import type { ReferralId } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { lastDoneScore, takeScoreBack } from './triage/scores.ts';
import { isUndoable } from './rules.ts';
import { heldReferral, moveReferral, type ReferralRecord } from './triage/transition.ts';

interface Wanted {
  readonly referralId: ReferralId;
  readonly version: number;
}

/** Takes one referral's last step back: its score, or its change of state. */
async function takeBack(tx: WriteTx, { referralId, version }: Wanted, context: Context): Promise<number> {
  const row = await heldReferral(tx, referralId, version);
  const scored = await lastDoneScore(tx, row);
  if (scored === null) return moveBack(tx, row, context);
  await takeScoreBack(tx, row, scored, context);
  // What was only received was triaged by its score.
  if (scored.before?.state === 'received') return moveBack(tx, await heldReferral(tx, referralId), context);
  await tx
    .update(referral)
    .set({ version: version + 1 })
    .where(eq(referral.id, row.id));
  return version + 1;
}

/** Puts one referral back to where its last change of state found it: a change of its own in the history, and neither is counted. */
async function moveBack(tx: WriteTx, row: ReferralRecord, context: Context): Promise<number> {
  const [last] = await tx
    .select()
    .from(referralEvent)
    .where(eq(referralEvent.referralId, row.id))
    .orderBy(desc(referralEvent.position))
    .limit(1);
  if (!isUndoable(last, context.session.user.id)) throw new StoreFailure('conflict', 'state_not_allowed');
  const back = { to: last.fromState, on: row.stateOn, undoes: last.position };
  return moveReferral(tx, row, { ...back, ...last.before }, context);
}

/** All or none: where anything has happened to one of them since, nothing is taken back. */
export const undoReferrals: WriteHandler<'referrals.undo'> = async (tx, { referrals }, context) => {
  const rows: { id: ReferralId; version: number }[] = [];
  for (const each of referrals) rows.push({ id: each.referralId, version: await takeBack(tx, each, context) });
  return { output: { rows }, audit: { facts: { referrals: rows.length }, changes: changesOf(rows) } };
};

function changesOf(rows: readonly { readonly id: string }[]) {
  return rows.map(({ id }) => ({ field: 'undone', before: null, after: id }));
}
