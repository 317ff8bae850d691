import { eq } from 'drizzle-orm';
import type { CivilDate, Month } from '#contract/ground/dates';
import type { InvestigationId, ReferralId, TransferId } from '#contract/ground/ids';
import type { ParsedInput } from '#contract/index';
import { keepCorrection, monthsBetween } from '../corrections/keep.ts';
import { caseFileOf } from '../files/caseFile.ts';
import { heldInvestigation } from '../investigationState/change.ts';
import { moveOpening } from '../investigations/describe.ts';
import { moveReceipt } from '../referrals/receipt.ts';
import { heldReferral } from '../referrals/triage/transition.ts';
import { settleDue } from '../referrals/triage/settle.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { changesTo } from '../../ground/kernel/changes.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireBetween, requireNotAfter } from '../../ground/kernel/order.ts';
import { sealedItem } from '../../ground/schema/unit/seals.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { moveLeaving } from './leaving.ts';
import { beganOn, offersAround, requireSinceAnswer, requireUntilNext } from './order.ts';
import { mayCorrectAnswer, mayCorrectOffer } from './rules.ts';
import { standingOf, type TransferRecord } from './rows.ts';
import { recordsOf } from '../../store/engineRecords.ts';

type Given = ParsedInput<'transfers.change'>;
type Facts = Pick<TransferRecord, 'proposedOn' | 'decidedOn' | 'toService' | 'message' | 'reason'>;

/** What is not given stays. */
function factsAfter(row: TransferRecord, given: Omit<Given, 'transferId' | 'version' | 'reason'>): Facts {
  const { proposedOn = row.proposedOn, decidedOn = row.decidedOn } = given;
  const { toService = row.toService, message = row.message, refusal: reason = row.reason } = given;
  return { proposedOn, decidedOn, toService, message, reason };
}

/** Of a unit of the session, as sender or receiver, and with neither file sealed. */
async function heldTransfer(tx: WriteTx, id: TransferId, version: number, { session }: Context) {
  const [row] = await tx.select().from(transfer).where(eq(transfer.id, id));
  const isOurs = row && session.unitIds.some((each) => each === row.unitId || each === row.toUnitId);
  const files = row ? [row.fileId, row.receivedId ?? ''] : [];
  if (!isOurs || (await tx.$count(sealedItem, isAmong(sealedItem.itemId, files))) > 0)
    throw new StoreFailure('not_found');
  if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
  return row;
}

/** Each side puts right what it wrote itself. */
function requireOwn(row: TransferRecord, { decidedOn, reason, ...offer }: Facts, { session }: Context): void {
  if (changesTo(row, offer).length > 0 && !mayCorrectOffer(standingOf(row), session.unitIds))
    throw new StoreFailure('forbidden');
  if (offer.toService !== null && row.toService === null)
    throw new StoreFailure('invalid_input', undefined, [{ path: 'toService', code: 'invalid_value' }]);
  if (changesTo(row, { decidedOn, reason }).length === 0) return;
  const isGiven = reason === row.reason ? row.state !== 'pending' : row.state === 'refused';
  if (!isGiven) throw new StoreFailure('conflict', 'state_not_allowed');
  if (!mayCorrectAnswer(standingOf(row), session.unitIds)) throw new StoreFailure('forbidden');
}

/** The file began, it was offered once the offer before it was answered, it was answered before the next one. */
async function requireOrder(tx: WriteTx, row: TransferRecord, { proposedOn, decidedOn }: Facts, today: CivilDate) {
  const { before, next } = await offersAround(tx, row);
  if (decidedOn !== null && decidedOn !== row.decidedOn) {
    requireBetween({ step: 'proposal', on: proposedOn }, decidedOn, today, 'decidedOn');
    requireUntilNext(next, decidedOn, 'decidedOn');
  }
  if (proposedOn === row.proposedOn) return;
  requireBetween({ step: 'state', on: await beganOn(tx, row) }, proposedOn, today, 'proposedOn');
  requireSinceAnswer(before, proposedOn, 'proposedOn');
  if (decidedOn !== null) requireNotAfter({ step: 'answer', on: decidedOn }, proposedOn, 'proposedOn');
}

/** The receiver's file begins on the day of its transfer. */
async function moveArrival(tx: WriteTx, { fileKind, receivedId }: TransferRecord, to: CivilDate, today: CivilDate) {
  if (receivedId === null) throw new StoreFailure('conflict', 'state_not_allowed');
  const field = 'decidedOn';
  if (fileKind === 'investigation')
    return moveOpening(tx, await heldInvestigation(tx, receivedId as InvestigationId), { to, field });
  const row = await heldReferral(tx, receivedId as ReferralId);
  await moveReceipt(tx, row, { receivedOn: to, today, field });
  return settleDue(tx, row.id);
}

/** Moves both files to the day on which one became the other. Returns the months whose stock differs. */
async function moveFiles(tx: WriteTx, row: TransferRecord, to: CivilDate | null, today: CivilDate) {
  const { state, decidedOn: from, toUnitId } = row;
  const none: readonly Month[] = [];
  if (state !== 'accepted' || from === null || to === null || to === from) return none;
  const isMoved = await moveLeaving(tx, row, to);
  if (toUnitId !== null) await moveArrival(tx, row, to, today);
  return isMoved ? monthsBetween(from, to) : none;
}

/** The sender's file has what was put right among its own, and the receiver's has the day on which it began. */
async function keepInFiles(
  tx: WriteTx,
  row: TransferRecord,
  {
    after,
    reason,
    months,
  }: { readonly after: Facts; readonly reason: Given['reason']; readonly months: readonly Month[] },
  context: Context,
): Promise<void> {
  const kept = { record: 'transfer' as const, row, after, reason, months };
  await keepCorrection(tx, kept, context);
  const { fileKind, receivedId, toUnitId } = row;
  if (receivedId === null || toUnitId === null || after.decidedOn === row.decidedOn) return;
  await keepCorrection(tx, { ...kept, keptIn: { ...caseFileOf(fileKind, receivedId), unitId: toUnitId } }, context);
}

/** Puts right what a side wrote of a transfer, with the reason. */
export const transferChange: { readonly 'transfers.change': WriteHandler<'transfers.change'> } = {
  'transfers.change': async (tx, { transferId, version, reason, ...given }, context) => {
    const row = await heldTransfer(tx, transferId, version, context);
    const after = factsAfter(row, given);
    requireOwn(row, after, context);
    const today = context.clock.today();
    await requireOrder(tx, row, after, today);
    await recordsOf(tx).reachTransfer(row.id);
    const months = await moveFiles(tx, row, after.decidedOn, today);
    await tx
      .update(transfer)
      .set({ ...after, version: version + 1 })
      .where(eq(transfer.id, row.id));
    await keepInFiles(tx, row, { after, reason, months }, context);
    return {
      output: { version: version + 1 },
      audit: {
        subject: { kind: 'transfer', id: row.id },
        facts: { fileKind: row.fileKind, fileId: row.fileId, fromUnitId: row.unitId, toUnitId: row.toUnitId },
        changes: changesTo(row, after),
      },
    };
  },
};
