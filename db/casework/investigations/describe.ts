import { and, asc, eq } from 'drizzle-orm';
import { monthOf, type CivilDate } from '#contract/ground/dates';
import { keepCorrection } from '../corrections/keep.ts';
import { heldInvestigation } from '../investigationState/change.ts';
import type { InvestigationRecord } from '../investigationState/rows.ts';
import { heldReferral } from '../referrals/transition.ts';
import { settleFile } from '../referrals/triage/settle.ts';
import { changesTo } from '../../ground/kernel/changes.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireNotAfter, requirePassed, tooEarly } from '../../ground/kernel/order.ts';
import { investigation, investigationEvent, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import { refileInvestigation, refileReferral } from '../../ledger/ledger/refile.ts';
import type { WriteHandler } from '../../store/types.ts';

/** Opening a file with a lead writes two rows, milliseconds apart. */
const sameAct = 5_000;

/** The referrals that the file carried over on its day of opening were linked on that day. */
async function moveLinks(tx: WriteTx, { id, openedOn }: InvestigationRecord, to: CivilDate): Promise<void> {
  const ofOpening = and(eq(referralInvestigation.investigationId, id), eq(referralInvestigation.linkedOn, openedOn));
  const links = await tx.select().from(referralInvestigation).where(ofOpening);
  await tx.update(referralInvestigation).set({ linkedOn: to }).where(ofOpening);
  for (const { referralId } of links) {
    const row = await heldReferral(tx, referralId);
    const events = await tx
      .select()
      .from(referralEvent)
      .where(eq(referralEvent.referralId, referralId))
      .orderBy(asc(referralEvent.position));
    const last = events.at(-1);
    if (row.state !== 'linked' || last?.toState !== 'linked' || last.on !== openedOn) continue;
    const before = events.at(-2)?.on ?? row.receivedOn;
    if (to < before) throw tooEarly('openedOn', { step: 'state', on: before });
    await tx.update(referralEvent).set({ on: to }).where(eq(referralEvent.id, last.id));
    await tx.update(referral).set({ stateOn: to }).where(eq(referral.id, referralId));
    await refileReferral(tx, referralId);
  }
}

/** Corrects the day of opening: no later than the first step after it. What was done in the same act moves with it. */
async function correctOpening(tx: WriteTx, row: InvestigationRecord, to: CivilDate, today: CivilDate): Promise<void> {
  // A file that was taken over began here on the day of its transfer.
  if (row.origin === 'transferred') throw new StoreFailure('conflict', 'state_not_allowed');
  requirePassed(to, today, 'openedOn');
  const events = await tx
    .select()
    .from(investigationEvent)
    .where(eq(investigationEvent.investigationId, row.id))
    .orderBy(asc(investigationEvent.position));
  const [first] = events;
  const isOfOpening = first?.on === row.openedOn && first.at - row.enteredAt < sameAct;
  const next = isOfOpening ? events[1] : first;
  if (next) requireNotAfter({ step: 'change', on: next.on }, to, 'openedOn');
  if (isOfOpening) await tx.update(investigationEvent).set({ on: to }).where(eq(investigationEvent.id, first.id));
  await tx
    .update(investigation)
    .set({ openedOn: to, ...(next === undefined && { waitingSince: to }) })
    .where(eq(investigation.id, row.id));
  await moveLinks(tx, row, to);
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
    await correctOpening(tx, row, openedOn, context.clock.today());
    const months = [...new Set([monthOf(row.openedOn), monthOf(openedOn)])];
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
