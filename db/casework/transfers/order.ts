import type { CivilDate } from '#contract/ground/dates';
import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { requireNotAfter, tooEarly } from '../../ground/kernel/order.ts';
import { recordsOf, type Offer } from '../../store/engineRecords.ts';
import { heldInvestigation } from '../investigationState/change.ts';
import { heldReferral } from '../referrals/triage/transition.ts';
import type { TransferRecord } from './rows.ts';

/** The day on which the sender's file began. */
export async function beganOn(
  tx: WriteTx,
  { fileKind, fileId }: Pick<TransferRecord, 'fileKind' | 'fileId'>,
): Promise<CivilDate> {
  return fileKind === 'referral'
    ? (await heldReferral(tx, fileId as ReferralId)).receivedOn
    : (await heldInvestigation(tx, fileId as InvestigationId)).openedOn;
}

/** The offers of the same file before this one and after it: a file is offered to one at a time. */
export async function offersAround(tx: WriteTx, { id, fileId, proposedOn }: TransferRecord) {
  const offers = await recordsOf(tx).offersOf([fileId]);
  const isBefore = (each: Offer): boolean =>
    each.proposedOn < proposedOn || (each.proposedOn === proposedOn && each.id < id);
  return { before: offers.findLast(isBefore), next: offers.find((each) => each.id !== id && !isBefore(each)) };
}

export function requireSinceAnswer(before: Offer | undefined, on: CivilDate, field: string): void {
  const answeredOn = before?.decidedOn ?? null;
  if (answeredOn !== null && on < answeredOn) throw tooEarly(field, { step: 'answer', on: answeredOn });
}

export function requireUntilNext(next: Offer | undefined, on: CivilDate, field: string): void {
  if (next) requireNotAfter({ step: 'proposal', on: next.proposedOn }, on, field);
}
