import { asc, eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import { heldInvestigation, lastChanges, takeLastOut } from '../investigationState/change.ts';
import { heldReferral, moveReferral } from '../referrals/triage/transition.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireNotAfter, tooEarly } from '../../ground/kernel/order.ts';
import { investigation, investigationEvent } from '../../ground/schema/unit/investigations.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import { refileInvestigation, refileReferral } from '../../ledger/ledger/refile.ts';
import { standingChanges } from '../../ledger/ledger/rules.ts';
import type { Context } from '../../store/types.ts';
import type { TransferRecord } from './rows.ts';

type Sent = Pick<TransferRecord, 'fileKind' | 'fileId' | 'decidedOn'>;

/** The change by which a referral left on that day, between those that it followed and that followed it; null where it was taken back since. */
async function leavingOf(tx: WriteTx, referralId: ReferralId, on: CivilDate | null) {
  const events = await tx
    .select()
    .from(referralEvent)
    .where(eq(referralEvent.referralId, referralId))
    .orderBy(asc(referralEvent.position));
  const standing = standingChanges(events);
  const place = standing.findLastIndex((each) => each.toState === 'transferred_out' && each.on === on);
  const leaving = standing[place];
  return leaving ? { leaving, before: standing[place - 1] ?? null, next: standing[place + 1] ?? null } : null;
}

function requireSince(on: CivilDate, since: CivilDate): void {
  if (on < since) throw tooEarly('decidedOn', { step: 'state', on: since });
}

async function moveLeavingReferral(tx: WriteTx, { fileId, decidedOn }: Sent, to: CivilDate): Promise<boolean> {
  const row = await heldReferral(tx, fileId as ReferralId);
  const left = await leavingOf(tx, row.id, decidedOn);
  if (left === null) return false;
  const { leaving, before, next } = left;
  requireSince(to, before?.on ?? row.receivedOn);
  if (next) requireNotAfter({ step: 'change', on: next.on }, to, 'decidedOn');
  await tx.update(referralEvent).set({ on: to }).where(eq(referralEvent.id, leaving.id));
  if (next === null) await tx.update(referral).set({ stateOn: to }).where(eq(referral.id, row.id));
  else if (next.before !== null)
    await tx
      .update(referralEvent)
      .set({ before: { ...next.before, stateOn: to } })
      .where(eq(referralEvent.id, next.id));
  await refileReferral(tx, row.id);
  return true;
}

async function moveLeavingInvestigation(tx: WriteTx, { fileId }: Sent, to: CivilDate): Promise<true> {
  const row = await heldInvestigation(tx, fileId as InvestigationId);
  const [last, before] = await lastChanges(tx, row);
  if (last?.kind !== 'transferred') throw new StoreFailure('conflict', 'state_not_allowed');
  requireSince(to, before?.on ?? row.openedOn);
  await tx.update(investigationEvent).set({ on: to }).where(eq(investigationEvent.id, last.id));
  await tx
    .update(investigation)
    .set({ concludedOn: to, transferredOn: to, waitingSince: to })
    .where(eq(investigation.id, row.id));
  await refileInvestigation(tx, row.id);
  return true;
}

/** The sender's file leaves on another day: no earlier than its step before, no later than the one after. Returns whether its months move. */
export function moveLeaving(tx: WriteTx, sent: Sent, to: CivilDate): Promise<boolean> {
  return sent.fileKind === 'referral' ? moveLeavingReferral(tx, sent, to) : moveLeavingInvestigation(tx, sent, to);
}

/** A file that never left is as it was before, in the hands of its unit. */
export async function takeLeavingBack(tx: WriteTx, { fileKind, fileId, decidedOn }: Sent, context: Context) {
  if (fileKind === 'investigation') {
    const file = await heldInvestigation(tx, fileId as InvestigationId);
    return takeLastOut(tx, file, ({ kind }) => kind === 'transferred');
  }
  const row = await heldReferral(tx, fileId as ReferralId);
  const left = await leavingOf(tx, row.id, decidedOn);
  if (left === null) return row.version;
  const { leaving, before, next } = left;
  if (next !== null) throw new StoreFailure('conflict', 'transfer_came_back');
  const back = { to: leaving.fromState, on: row.stateOn, undoes: leaving.position };
  return moveReferral(tx, row, { ...back, stateOn: before?.on ?? row.receivedOn, ...leaving.before }, context);
}
