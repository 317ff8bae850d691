import { desc, eq } from 'drizzle-orm';
import type { ReferralState, RescoreReason } from '#contract/codes';
import type { CivilDate } from '#contract/dates';
import type { ReferralId } from '#contract/ids';
import { StoreFailure } from '../kernel/failure.ts';
import { referralEvent } from '../schema/unit/referrals.ts';
import type { Context, WriteHandler, WriteTx } from '../store/types.ts';
import { isUndoable } from './rules.ts';
import { heldReferral, moveReferral, requireNotTakenOver } from './transition.ts';

interface Wanted {
  readonly referralId: string;
  readonly version: number;
}

/** Puts one referral back to where its last change found it: a change of its own in the history, and neither is counted. */
async function takeBack(tx: WriteTx, { referralId, version }: Wanted, context: Context): Promise<number> {
  const row = await heldReferral(tx, referralId, version);
  const [last] = await tx
    .select()
    .from(referralEvent)
    .where(eq(referralEvent.referralId, referralId))
    .orderBy(desc(referralEvent.position))
    .limit(1);
  if (!isUndoable(last, context.session.user.id)) throw new StoreFailure('conflict', 'state_not_allowed');
  await requireNotTakenOver(tx, row.id);
  const { stateOn, rescoreReason, ...facts } = last.before;
  const former = {
    ...facts,
    stateOn: stateOn as CivilDate,
    rescoreReason: rescoreReason as RescoreReason | null,
  };
  const back = { to: last.fromState as ReferralState, on: row.stateOn as CivilDate, undoes: last.position };
  return moveReferral(tx, row, { ...back, ...former }, context);
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
