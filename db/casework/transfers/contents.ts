import type { AuthorityId, InvestigationId, ReferralId, UnitId } from '#contract/ground/ids';
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import type { NewId } from '../../ground/kernel/ids.ts';
import { authority, clockOverride } from '../../ground/schema/unit/authorities.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { arrest, charge } from '../../ground/schema/unit/investigations.ts';
import { nextStep } from '../../ground/schema/unit/handover.ts';
import { relatedFile } from '../../ground/schema/unit/links.ts';
import { note } from '../../ground/schema/unit/notes.ts';
import { clearance, delayDeduction, fileOffence, supportReferral } from '../../ground/schema/unit/offences.ts';
import { filePartner } from '../../ground/schema/unit/partners.ts';
import { paper, paperDecision, paperRecord } from '../../ground/schema/unit/papers.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import { task } from '../../ground/schema/unit/tasks.ts';
import { referralCount } from '../../ground/schema/unit/tips.ts';
import { dangerDecision, protectionNotice } from '../../ground/schema/unit/triage.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { recordsOf } from '../../store/engineRecords.ts';

/**
 * What goes with an investigation to another unit. Its own history, its referrals and its tags of operations stay with the
 * sender, and so do the months in which anything of it was counted: nothing is counted twice.
 */
export const movedWithInvestigation = [
  arrest,
  charge,
  hearing,
  authority,
  device,
  note,
  task,
  filePartner,
  nextStep,
  fileOffence,
  clearance,
  supportReferral,
  paper,
  paperDecision,
  paperRecord,
] as const;

/** What goes with a file of either kind. */
export const movedWithFile = [person, identifier, correction] as const;

/** What the receiver has to know of a referral and the sender has to keep: what came with it, whether a child is in danger, and who was notified. */
export const copiedWithReferral = [dangerDecision, protectionNotice, referralCount] as const;

interface NewPlace<Id extends string = string> {
  readonly id: Id;
  readonly unitId: UnitId;
}

/** Persons and identifiers: of a referral, all that it has. */
export async function moveFileContents(tx: WriteTx, fromId: string, { id, unitId }: NewPlace): Promise<void> {
  // Who is sealed in the file stays so in the unit that has it: only that unit can give it back.
  await recordsOf(tx).moveSealed(fromId, id, unitId);
  for (const table of movedWithFile) {
    // What was put right of a transfer is of the file that was sent, or that came by it.
    const moved = table === correction ? ne(correction.record, 'transfer') : undefined;
    await tx
      .update(table)
      .set({ fileId: id, unitId })
      .where(and(eq(table.fileId, fromId), moved));
  }
}

export async function moveContents(
  tx: WriteTx,
  fromId: InvestigationId,
  { id, unitId }: NewPlace<InvestigationId>,
): Promise<void> {
  await moveFileContents(tx, fromId, { id, unitId });
  for (const table of movedWithInvestigation)
    await tx.update(table).set({ investigationId: id, unitId }).where(eq(table.investigationId, fromId));
  const moved = tx.select({ id: authority.id }).from(authority).where(eq(authority.investigationId, id));
  // One that was entered in error may be put back there.
  const struck = tx
    .select({ id: sql<AuthorityId>`${correction.recordId}` })
    .from(correction)
    .where(and(eq(correction.fileId, id), eq(correction.record, 'authority')));
  for (const table of [clockOverride, delayDeduction])
    await tx
      .update(table)
      .set({ unitId })
      .where(or(inArray(table.authorityId, moved), inArray(table.authorityId, struck)));
  // Tasks and hearings to come of the sender's people go to the file's present lead.
  await tx
    .update(hearing)
    .set({ attends: null })
    .where(and(eq(hearing.investigationId, id), isNull(hearing.outcome)));
  await tx
    .update(task)
    .set({ owner: null })
    .where(and(eq(task.investigationId, id), isNull(task.doneOn)));
  await tx.update(relatedFile).set({ investigationId: id, unitId }).where(eq(relatedFile.investigationId, fromId));
  await tx.update(relatedFile).set({ otherId: id }).where(eq(relatedFile.otherId, fromId));
}

export async function copyReferralFacts(
  tx: WriteTx,
  fromId: ReferralId,
  { id, unitId }: NewPlace<ReferralId>,
  newId: NewId,
): Promise<void> {
  const decisions = await tx.select().from(dangerDecision).where(eq(dangerDecision.referralId, fromId));
  for (const row of decisions) await tx.insert(dangerDecision).values({ ...row, id: newId(), referralId: id, unitId });
  const notices = await tx.select().from(protectionNotice).where(eq(protectionNotice.referralId, fromId));
  for (const row of notices) await tx.insert(protectionNotice).values({ ...row, id: newId(), referralId: id, unitId });
  const counts = await tx.select().from(referralCount).where(eq(referralCount.referralId, fromId));
  for (const row of counts) await tx.insert(referralCount).values({ ...row, referralId: id, unitId });
}
