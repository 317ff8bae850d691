import { and, eq, gt } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { dayOf } from '../../ground/kernel/days.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import { refileReferral } from '../../ledger/ledger/refile.ts';
import type { ReferralRecord } from './transition.ts';

/**
 * Corrects a day of receipt that has not come, which a clock that was ahead gave: nothing could be done on the referral before it. Its
 * changes on such days happened by today at the latest. A day that has come is never corrected: deadlines and figures rest on it.
 */
export async function correctReceipt(
  tx: WriteTx,
  row: ReferralRecord,
  { receivedOn, today }: { readonly receivedOn: CivilDate; readonly today: CivilDate },
): Promise<void> {
  if (row.receivedOn <= today) throw new StoreFailure('conflict', 'state_not_allowed');
  if (receivedOn > today)
    throw new StoreFailure('invalid_input', 'date_in_future', [{ path: 'receivedOn', code: 'date_in_future' }]);
  const { id, receivedAt } = row;
  const ofReferral = eq(referralEvent.referralId, id);
  await tx
    .update(referralEvent)
    .set({ on: today })
    .where(and(ofReferral, gt(referralEvent.on, today)));
  const events = await tx
    .select({ id: referralEvent.id, before: referralEvent.before })
    .from(referralEvent)
    .where(ofReferral);
  // A change that is taken back leads to no day that has not come.
  for (const each of events)
    if (each.before !== null && each.before.stateOn > today)
      await tx
        .update(referralEvent)
        .set({ before: { ...each.before, stateOn: receivedOn } })
        .where(eq(referralEvent.id, each.id));
  await tx
    .update(referral)
    .set({
      receivedOn,
      receivedAt: receivedAt !== null && dayOf(receivedAt) === receivedOn ? receivedAt : null,
      ...(row.stateOn > today && { stateOn: events.length > 0 ? today : receivedOn }),
    })
    .where(eq(referral.id, id));
  await refileReferral(tx, id);
}
