import { eq } from 'drizzle-orm';
import { replacedFields } from '#contract/casework/corrections';
import type { CivilDate } from '#contract/ground/dates';
import { keepCorrection, monthsBetween } from '../corrections/keep.ts';
import { requireRescore } from '../files/rescore.ts';
import { changesTo } from '../../ground/kernel/changes.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requirePassed } from '../../ground/kernel/order.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import type { WriteHandler } from '../../store/types.ts';
import { requireNotHeldBack } from './heldBack.ts';
import { moveReceipt } from './receipt.ts';
import { externalKey } from './rules.ts';
import { heldReferral, type ReferralRecord } from './triage/transition.ts';
import { settleDue } from './triage/settle.ts';

async function correctReceipt(tx: WriteTx, row: ReferralRecord, receivedOn: CivilDate, today: CivilDate) {
  if (receivedOn === row.receivedOn) return;
  // What was taken over was received here on the day of its transfer.
  if (row.transferredIn) throw new StoreFailure('conflict', 'state_not_allowed');
  requirePassed(receivedOn, today, 'receivedOn');
  await moveReceipt(tx, row, { receivedOn, today, field: 'receivedOn' });
}

/** What a referral says. Its source, day and external number are facts, which take a reason to put right; its words are not. */
export const editReferral: WriteHandler<'referrals.edit'> = async (tx, input, context) => {
  const { referralId, version, reason, receivedOn, ...given } = input;
  const row = await heldReferral(tx, referralId, version);
  const key = externalKey(given.externalNumber);
  if (key !== null && key !== row.externalKey) await requireNotHeldBack(tx, key, false, context);
  const next = { ...given, externalKey: key, version: version + 1 };
  await tx.update(referral).set(next).where(eq(referral.id, referralId));
  const today = context.clock.today();
  if (receivedOn !== undefined) await correctReceipt(tx, row, receivedOn, today);
  const after = { source: given.source ?? row.source, receivedOn: receivedOn ?? row.receivedOn };
  const moved = replacedFields(row, after).length > 0;
  const months = moved ? monthsBetween(row.receivedOn, after.receivedOn) : [];
  // A day that has not come was the clock's mistake and nobody's: it was never true, and takes no reason.
  if (row.receivedOn <= today)
    await keepCorrection(
      tx,
      { record: 'referral', row, after: { ...after, externalNumber: given.externalNumber }, reason, months },
      context,
    );
  const { externalNumber, priorityReceived, summary } = given;
  if (changesTo(row, { externalNumber, priorityReceived, summary }).length > 0)
    await requireRescore(tx, row, 'facts', context);
  // The source and its priority are part of its place in the inbox.
  await settleDue(tx, referralId);
  return {
    output: { version: next.version },
    audit: { subject: { kind: 'referral', id: referralId }, changes: changesTo(row, { ...given, ...after }) },
  };
};
