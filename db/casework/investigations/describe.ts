import { and, asc, eq } from 'drizzle-orm';
import { type CivilDate } from '#contract/ground/dates';
import type { ReferralId } from '#contract/ground/ids';
import { keepCorrection, monthsBetween } from '../corrections/keep.ts';
import { moveBeginning } from '../files/beginning.ts';
import { heldInvestigation } from '../investigationState/change.ts';
import type { InvestigationRecord } from '../investigationState/rows.ts';
import { settleFile } from '../referrals/triage/settle.ts';
import { anyId } from '../../ground/kernel/among.ts';
import { changesTo } from '../../ground/kernel/changes.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireNotAfter, requirePassed, tooEarly } from '../../ground/kernel/order.ts';
import { pick } from '../../ground/kernel/pick.ts';
import { investigation, investigationEvent, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import { refileInvestigation, refileReferral } from '../../ledger/ledger/refile.ts';
import type { WriteHandler } from '../../store/types.ts';

/** Opening a file with a lead writes two rows, milliseconds apart. */
const sameAct = 5_000;

/** The day to which it is moved, and the field that says so. */
interface Opening {
  readonly to: CivilDate;
  readonly field: string;
}

type Db = Pick<ReadDb, 'select'>;

/** When the referral was linked, where that was the last thing done with it. */
async function linkingOf(db: Db, referralId: ReferralId) {
  const events = await db
    .select()
    .from(referralEvent)
    .where(eq(referralEvent.referralId, referralId))
    .orderBy(asc(referralEvent.position));
  const last = events.at(-1);
  return last?.toState === 'linked' ? { ...last, after: events.at(-2)?.on ?? null } : null;
}

/** The referrals that the file was opened from were linked by the same act, and move with it; it is opened no later than others were linked. */
export async function linksToMove(
  db: Db,
  { id, openedOn, enteredAt }: Pick<InvestigationRecord, 'id' | 'openedOn' | 'enteredAt'>,
  { to, field }: Opening,
) {
  const links = await db
    .select({ ...pick(referralInvestigation, 'referralId', 'linkedOn'), receivedOn: referral.receivedOn })
    .from(referralInvestigation)
    .innerJoin(referral, eq(referral.id, referralInvestigation.referralId))
    .where(eq(referralInvestigation.investigationId, id));
  const moved: { readonly referralId: ReferralId; readonly eventId: string }[] = [];
  for (const { referralId, linkedOn, receivedOn } of links) {
    const linking = await linkingOf(db, referralId);
    if (linking === null || linkedOn !== openedOn || linking.at - enteredAt >= sameAct) {
      requireNotAfter({ step: 'change', on: linkedOn }, to, field);
      continue;
    }
    const before = linking.after ?? receivedOn;
    if (to < before) throw tooEarly(field, { step: 'state', on: before });
    moved.push({ referralId, eventId: linking.id });
  }
  return moved;
}

async function moveLinks(tx: WriteTx, row: InvestigationRecord, opening: Opening): Promise<void> {
  const { to } = opening;
  for (const { referralId, eventId } of await linksToMove(tx, row, opening)) {
    await tx
      .update(referralEvent)
      .set({ on: to })
      .where(eq(referralEvent.id, anyId(eventId)));
    await tx.update(referral).set({ stateOn: to }).where(eq(referral.id, referralId));
    await tx
      .update(referralInvestigation)
      .set({ linkedOn: to })
      .where(and(eq(referralInvestigation.investigationId, row.id), eq(referralInvestigation.referralId, referralId)));
    await refileReferral(tx, referralId);
  }
}

/** Corrects the day of opening: no later than the first step after it. What was done in the same act moves with it. */
export async function moveOpening(tx: WriteTx, row: InvestigationRecord, opening: Opening): Promise<void> {
  const { to, field } = opening;
  const events = await tx
    .select()
    .from(investigationEvent)
    .where(eq(investigationEvent.investigationId, row.id))
    .orderBy(asc(investigationEvent.position));
  const [first] = events;
  const isOfOpening = first?.kind === 'waiting' && first.on === row.openedOn && first.at - row.enteredAt < sameAct;
  const next = isOfOpening ? events[1] : first;
  if (next) requireNotAfter({ step: 'change', on: next.on }, to, field);
  await moveBeginning(tx, row.id, to, field);
  await moveLinks(tx, row, opening);
  if (isOfOpening) await tx.update(investigationEvent).set({ on: to }).where(eq(investigationEvent.id, first.id));
  await tx
    .update(investigation)
    .set({ openedOn: to, ...(next === undefined && { waitingSince: to }) })
    .where(eq(investigation.id, row.id));
  await refileInvestigation(tx, row.id);
  await settleFile(tx, row.id);
}

/** What a file is called and about; its day of opening is a fact, which takes a reason to put right. */
export const describeInvestigation: WriteHandler<'investigations.describe'> = async (tx, input, context) => {
  const { investigationId, version, openedOn: given, reason, title, subject } = input;
  const row = await heldInvestigation(tx, investigationId, version);
  const openedOn = given ?? row.openedOn;
  await tx
    .update(investigation)
    .set({ title, subject, version: version + 1 })
    .where(eq(investigation.id, row.id));
  if (openedOn !== row.openedOn) {
    // A file that was taken over began here on the day of its transfer.
    if (row.origin === 'transferred') throw new StoreFailure('conflict', 'state_not_allowed');
    requirePassed(openedOn, context.clock.today(), 'openedOn');
    await moveOpening(tx, row, { to: openedOn, field: 'openedOn' });
    const months = monthsBetween(row.openedOn, openedOn);
    await keepCorrection(tx, { record: 'investigation', row, after: { openedOn }, reason, months }, context);
  }
  return {
    output: { version: version + 1 },
    audit: {
      subject: { kind: 'investigation', id: row.id },
      changes: changesTo(row, { title, subject, openedOn }),
    },
  };
};
