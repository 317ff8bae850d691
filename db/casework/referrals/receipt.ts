import { and, asc, eq, gt } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { dayOf } from '../../ground/kernel/days.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { requireNotAfter } from '../../ground/kernel/order.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import { moveBeginning } from '../files/beginning.ts';
import { standingChanges } from '../../ledger/ledger/rules.ts';
import { refileReferral } from '../../ledger/ledger/refile.ts';
import type { ReferralRecord } from './triage/transition.ts';

interface Receipt {
  readonly receivedOn: CivilDate;
  readonly today: CivilDate;
  /** That says so. */
  readonly field: string;
}

/** The steps of the referral once its receipt is on another day. Returns the first that holds; undefined where none does. */
async function moveSteps(tx: WriteTx, { id }: Pick<ReferralRecord, 'id'>, { receivedOn, today, field }: Receipt) {
  const ofReferral = eq(referralEvent.referralId, id);
  await tx
    .update(referralEvent)
    .set({ on: today })
    .where(and(ofReferral, gt(referralEvent.on, today)));
  const events = await tx.select().from(referralEvent).where(ofReferral).orderBy(asc(referralEvent.position));
  const [first] = events;
  // What was bundled under it found it there; a step that was taken back holds nothing.
  const [standing] = standingChanges(events);
  const bundled = await tx
    .select({ on: referral.stateOn })
    .from(referral)
    .where(and(eq(referral.bundledUnder, id), eq(referral.state, 'bundled')));
  for (const { on } of [...(standing ? [standing] : []), ...bundled])
    requireNotAfter({ step: 'change', on }, receivedOn, field);
  // A change that is taken back leads to the day of receipt again, and to none that has not come.
  for (const each of events)
    if (each.before !== null && (each === first || each.before.stateOn > today))
      await tx
        .update(referralEvent)
        .set({ before: { ...each.before, stateOn: receivedOn } })
        .where(eq(referralEvent.id, each.id));
  return standing;
}

/**
 * Corrects the day of receipt: no later than the first step. Where a clock that was ahead gave a day that has not come, its changes on such
 * days happened by today at the latest. Deadlines stay as they were computed.
 */
export async function moveReceipt(tx: WriteTx, row: ReferralRecord, receipt: Receipt): Promise<void> {
  const { receivedOn, today, field } = receipt;
  const { id, receivedAt, transferredIn } = row;
  await moveBeginning(tx, id, receivedOn, field);
  const first = await moveSteps(tx, row, receipt);
  await tx
    .update(referral)
    .set({
      receivedOn,
      // The source's own hour comes with what was taken over.
      receivedAt: transferredIn || (receivedAt !== null && dayOf(receivedAt) === receivedOn) ? receivedAt : null,
      ...(first === undefined ? { stateOn: receivedOn } : row.stateOn > today && { stateOn: today }),
    })
    .where(eq(referral.id, id));
  await refileReferral(tx, id);
}
