import type { UnitId } from '#contract/ground/ids';
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { anyId } from '../../ground/kernel/among.ts';
import { authority } from '../../ground/schema/unit/authorities.ts';
import { device } from '../../ground/schema/unit/devices.ts';
import {
  arrest,
  charge,
  investigation,
  investigationEvent,
  referralInvestigation,
} from '../../ground/schema/unit/investigations.ts';
import { ledgerEntry } from '../../ground/schema/unit/ledger.ts';
import { clearance, supportReferral } from '../../ground/schema/unit/offences.ts';
import { operationFile } from '../../ground/schema/unit/operations.ts';
import { filePartner } from '../../ground/schema/unit/partners.ts';
import { referral, referralEvent } from '../../ground/schema/unit/referrals.ts';
import { sealedItem } from '../../ground/schema/unit/seals.ts';
import { referralScore } from '../../ground/schema/unit/triage.ts';
import type { FreshId } from '../../ground/kernel/ids.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';

/** Rows that are counted get an id that nothing else knows. */
const unknownId = sql`lower(hex(randomblob(16)))`;
const nobody = '';

/**
 * Leaves of a referral what figures count: days, states and bands under an id that no other row, backup or audit names; no number, word,
 * person or officer.
 */
async function stripReferral(tx: WriteTx, id: SQL, next: FreshId): Promise<void> {
  await tx
    .update(referral)
    .set({
      id: next,
      number: `purged ${next}`,
      externalNumber: null,
      externalKey: null,
      priorityReceived: null,
      summary: null,
      assignedTo: null,
      officerNamed: null,
      importId: null,
      rowFingerprint: null,
      dangerSince: null,
      enteredBy: nobody,
      receivedAt: null,
      rescoreSince: null,
      rescoreReason: null,
    })
    .where(eq(referral.id, id));
  await tx.update(referral).set({ bundledUnder: next }).where(eq(referral.bundledUnder, id));
  await tx
    .update(referralEvent)
    .set({ id: unknownId, referralId: next, userId: nobody, reason: null, before: null })
    .where(eq(referralEvent.referralId, id));
  await tx
    .update(referralScore)
    .set({ id: unknownId, referralId: next, scoredBy: nobody, note: null, before: null, undoneBy: null })
    .where(eq(referralScore.referralId, id));
  await tx.update(referralInvestigation).set({ referralId: next }).where(eq(referralInvestigation.referralId, id));
  await tx
    .update(ledgerEntry)
    .set({ fileId: next })
    .where(and(eq(ledgerEntry.fileId, id), eq(ledgerEntry.fileKind, 'referral')));
}

async function stripInvestigation(tx: WriteTx, id: SQL, next: FreshId): Promise<void> {
  await tx
    .update(investigation)
    .set({
      id: next,
      number: `purged ${next}`,
      title: null,
      subject: null,
      lead: null,
      waitingOn: null,
      enteredBy: nobody,
    })
    .where(eq(investigation.id, id));
  await tx
    .update(investigationEvent)
    .set({ id: unknownId, investigationId: next, userId: nobody, reason: null, waitingOn: null })
    .where(eq(investigationEvent.investigationId, id));
  await tx
    .update(referralInvestigation)
    .set({ investigationId: next })
    .where(eq(referralInvestigation.investigationId, id));
  await tx
    .update(ledgerEntry)
    .set({ fileId: next })
    .where(and(eq(ledgerEntry.fileId, id), eq(ledgerEntry.fileKind, 'investigation')));
  await tx.update(operationFile).set({ investigationId: next }).where(eq(operationFile.investigationId, id));
  await stripCounted(tx, id, next);
}

/** Clearance, partners, arrests, charges, devices, acts and referrals to services: their days and counts, of nobody and nothing. */
async function stripCounted(tx: WriteTx, id: SQL, next: FreshId): Promise<void> {
  const owned = { id: unknownId, investigationId: next };
  await tx.update(clearance).set({ investigationId: next }).where(eq(clearance.investigationId, id));
  await tx
    .update(filePartner)
    .set({ ...owned, name: '', role: 'joint_investigation', untilOn: null })
    .where(eq(filePartner.investigationId, id));
  await tx
    .update(supportReferral)
    .set({ ...owned, service: 'other', enteredAt: 0, enteredBy: nobody })
    .where(eq(supportReferral.investigationId, id));
  await tx.update(arrest).set({ investigationId: next, personId: null }).where(eq(arrest.investigationId, id));
  await tx
    .update(charge)
    .set({ investigationId: next, section: '', personId: null, offenceOn: null })
    .where(eq(charge.investigationId, id));
  await tx
    .update(device)
    .set({
      ...owned,
      kind: 'other',
      label: null,
      lab: null,
      authorityId: null,
      personId: null,
      place: null,
      enteredBy: nobody,
    })
    .where(eq(device.investigationId, id));
  await tx
    .update(authority)
    .set({
      investigationId: next,
      variant: null,
      reference: null,
      heldBy: null,
      concerning: null,
      onceKey: null,
      servedOn: null,
      dueOn: null,
      doneOn: null,
      deductedDays: null,
      underId: null,
      personId: null,
      place: null,
      watched: false,
      enteredBy: nobody,
    })
    .where(eq(authority.investigationId, id));
}

interface Left {
  readonly kind: 'referral' | 'investigation';
  readonly id: string;
  readonly next: FreshId;
}

/** Strips the files and puts what is left out of everybody's sight: only figures see it. */
export async function leaveResidue(
  tx: WriteTx,
  { purgeId, unitId, files }: { readonly purgeId: string; readonly unitId: UnitId; readonly files: readonly Left[] },
): Promise<void> {
  for (const { kind, id, next } of files)
    await (kind === 'referral' ? stripReferral(tx, anyId(id), next) : stripInvestigation(tx, anyId(id), next));
  await tx.delete(sealedItem).where(
    inArray(
      sealedItem.itemId,
      files.map(({ id }) => id),
    ),
  );
  for (const { kind, next } of files)
    await tx
      .insert(sealedItem)
      .values({ itemId: next, sealId: purgeId, unitId, kind, shownIn: null, searchNumber: null });
}
