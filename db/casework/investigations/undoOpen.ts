import { desc, eq } from 'drizzle-orm';
import type { InvestigationId, ReferralId } from '#contract/ground/ids';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { bookFile } from '../../ledger/ledger/book.ts';
import { nextStep } from '../../ground/schema/unit/handover.ts';
import { investigation, investigationEvent, referralInvestigation } from '../../ground/schema/unit/investigations.ts';
import { relatedFile } from '../../ground/schema/unit/links.ts';
import { operationFile } from '../../ground/schema/unit/operations.ts';
import { referralEvent } from '../../ground/schema/unit/referrals.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { idsOfFiles } from '../files/parts.ts';
import { heldInvestigation } from '../investigationState/change.ts';
import { heldReferral, moveReferral } from '../referrals/triage/transition.ts';

const changed = () => new StoreFailure('conflict', 'version_conflict');

/** Nothing was entered in the file since it was opened: it has no more than the change that named its lead. */
async function requireUntouched(tx: WriteTx, id: InvestigationId): Promise<void> {
  const events = await tx.$count(investigationEvent, eq(investigationEvent.investigationId, id));
  const ids = await idsOfFiles(tx, [id]);
  const others = await Promise.all([
    tx.$count(operationFile, eq(operationFile.investigationId, id)),
    tx.$count(relatedFile, eq(relatedFile.investigationId, id)),
    tx.$count(nextStep, eq(nextStep.investigationId, id)),
  ]);
  if (events > 1 || ids.length > 1 + events || others.some((count) => count > 0)) throw changed();
}

/** Puts a referral back to where the opening found it; one that was linked before stays where it is. */
async function takeOut(tx: WriteTx, id: ReferralId, version: number, context: Context): Promise<void> {
  const row = await heldReferral(tx, id, version);
  const left = await tx.$count(referralInvestigation, eq(referralInvestigation.referralId, id));
  if (left > 0) return;
  const [last] = await tx
    .select()
    .from(referralEvent)
    .where(eq(referralEvent.referralId, id))
    .orderBy(desc(referralEvent.position))
    .limit(1);
  if (last?.before == null || last.toState !== 'linked' || last.undoes !== null) throw changed();
  const back = { to: last.fromState, on: row.stateOn, undoes: last.position };
  await moveReferral(tx, row, { ...back, ...last.before }, context);
}

/** As if the file had never been opened, as far as it is counted: the histories of its referrals keep both steps, and the audit the rest. */
export const undoOpening: WriteHandler<'investigations.undoOpen'> = async (
  tx,
  { investigationId: id, version, referrals },
  context,
) => {
  const row = await heldInvestigation(tx, id, version);
  // The unit that sent it would have a transfer that leads nowhere.
  if (row.origin === 'transferred') throw new StoreFailure('conflict', 'file_received');
  if (row.enteredBy !== context.session.user.id) throw new StoreFailure('conflict', 'state_not_allowed');
  await requireUntouched(tx, id);
  const links = await tx
    .delete(referralInvestigation)
    .where(eq(referralInvestigation.investigationId, id))
    .returning({ referralId: referralInvestigation.referralId });
  const known = new Set(referrals.map(({ referralId }) => referralId));
  if (links.length !== known.size || links.some(({ referralId }) => !known.has(referralId))) throw changed();
  await tx.delete(investigationEvent).where(eq(investigationEvent.investigationId, id));
  await bookFile(tx, { kind: 'investigation', id, unitId: row.unitId }, []);
  await tx.delete(investigation).where(eq(investigation.id, id));
  for (const each of referrals) await takeOut(tx, each.referralId, each.version, context);
  return {
    output: {},
    audit: {
      subject: { kind: 'investigation', id },
      facts: { referrals: referrals.length },
      changes: [{ field: 'number', before: row.number, after: null }],
    },
  };
};
