import { and, desc, eq, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { StruckRecord } from '#contract/casework/corrections';
import type { CorrectedRecord } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { CaseFile, CorrectionId, PersonId } from '#contract/ground/ids';
import { isReviewedWhole, keepBefore, movedMonths, type Corrected } from '../../casework/corrections/keep.ts';
import { unitOfFile } from '../../casework/files/caseFile.ts';
import { requireArrested, type Arrested } from '../../casework/charges/arrests.ts';
import { requireSubject, requireUnlinked } from '../../casework/persons/linked.ts';
import { settleFile } from '../../casework/referrals/triage/settle.ts';
import { countsOfFile } from '../../casework/transfers/counts.ts';
import { changesBetween } from '../../ground/kernel/changes.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';
import { arrest, charge } from '../../ground/schema/unit/investigations.ts';
import { fileOffence, supportReferral } from '../../ground/schema/unit/offences.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import { moveCounts } from '../../ledger/ledger/countedBy.ts';
import type { WriteHandler } from '../../store/types.ts';

type Handlers = { readonly [M in 'corrections.strike' | 'corrections.restore']: WriteHandler<M> };

interface Kind {
  readonly table: SQLiteTable;
  readonly id: SQLiteColumn;
  readonly file: SQLiteColumn;
  /** What has to be looked at, or unlinked, before the row is taken out. */
  readonly release?: (tx: WriteTx, id: string) => Promise<unknown>;
}

const kind = (table: SQLiteTable, id: SQLiteColumn, file: SQLiteColumn): Kind => ({ table, id, file });

/** A person's identifiers stay with the file; whom another record names stays too. */
async function releasePerson(tx: WriteTx, id: string): Promise<void> {
  await requireUnlinked(tx, id as PersonId);
  await tx
    .update(identifier)
    .set({ personId: null })
    .where(eq(identifier.personId, id as PersonId));
}

const kinds: Readonly<Record<StruckRecord, Kind>> = {
  arrest: kind(arrest, arrest.id, arrest.investigationId),
  charge: kind(charge, charge.id, charge.investigationId),
  support_referral: kind(supportReferral, supportReferral.id, supportReferral.investigationId),
  offence: kind(fileOffence, fileOffence.id, fileOffence.investigationId),
  identifier: kind(identifier, identifier.id, identifier.fileId),
  person: { ...kind(person, person.id, person.fileId), release: releasePerson },
};

type Row = Corrected['row'] & { readonly version: number };

async function heldRow(tx: WriteTx, { table }: Kind, which: SQL | undefined): Promise<Row | null> {
  const [row] = await tx.select().from(table).where(which);
  return (row as Row | undefined) ?? null;
}

/** Does what changes a file's records, and moves the months and the deadlines by what they count before and after. */
async function recounting(tx: WriteTx, file: CaseFile, change: () => Promise<unknown>) {
  const whole = { ...file, unitId: await unitOfFile(tx, file) };
  const before = await countsOfFile(tx, whole);
  await change();
  const after = await countsOfFile(tx, whole);
  await moveCounts(tx, whole.unitId, before, after);
  if (file.kind === 'investigation') await settleFile(tx, file.id);
  return movedMonths(before, after);
}

async function heldCorrection(tx: WriteTx, file: CaseFile, id: CorrectionId) {
  const [row] = await tx
    .select()
    .from(correction)
    .where(and(eq(correction.id, id), eq(correction.fileId, file.id)));
  if (!row) throw new StoreFailure('not_found');
  return row;
}

async function latestOf(tx: WriteTx, recordId: string) {
  const [row] = await tx
    .select()
    .from(correction)
    .where(eq(correction.recordId, recordId))
    .orderBy(desc(correction.at), desc(correction.id))
    .limit(1);
  return row;
}

export const strikeWrites: Handlers = {
  'corrections.strike': async (tx, { file, record, recordId, version, reason }, context) => {
    const of = kinds[record];
    const row = await heldRow(tx, of, and(eq(of.id, recordId), eq(of.file, file.id)));
    if (!row) throw new StoreFailure('not_found');
    if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    await of.release?.(tx, recordId);
    const months = await recounting(tx, file, () => tx.delete(of.table).where(eq(of.id, recordId)));
    const isLegal = isReviewedWhole(record);
    const id = await keepBefore(tx, { record, row, act: 'entered_in_error', reason, months, isLegal }, context);
    return {
      output: { id },
      audit: { subject: { kind: record, id: recordId }, facts: { file: file.id }, changes: changesBetween(row, null) },
    };
  },

  'corrections.restore': async (tx, { file, correctionId, reason }, context) => {
    const { id: correctedId, record, recordId, act, before, unitId } = await heldCorrection(tx, file, correctionId);
    const latest = await latestOf(tx, recordId);
    const of = record in kinds ? kinds[record as StruckRecord] : undefined;
    if (of === undefined || act !== 'entered_in_error' || latest?.id !== correctedId)
      throw new StoreFailure('conflict', 'state_not_allowed');
    // The file may be another unit's since then, under another id.
    const place = 'investigationId' in before ? { investigationId: file.id } : { fileId: file.id, fileKind: file.kind };
    const row = { ...before, ...place, unitId, version: Number(before['version']) + 1 } as unknown as Row;
    await requireStillTrue(tx, record, row, context.clock.today());
    const months = await recounting(tx, file, () => tx.insert(of.table).values({ ...row }));
    const isLegal = isReviewedWhole(record);
    const id = await keepBefore(tx, { record, row, act: 'restored', reason, months, isLegal }, context);
    return {
      output: { id },
      audit: { subject: { kind: record, id: recordId }, facts: { file: file.id }, changes: changesBetween(null, row) },
    };
  },
};

/** Whom the record named may be out of the file since, or be no subject any more: that is put right first. */
async function requireStillTrue(tx: WriteTx, record: CorrectedRecord, row: Row, today: CivilDate): Promise<void> {
  const { personId, investigationId } = row;
  if (!personId) return;
  const [held] = await tx.select({ id: person.id }).from(person).where(eq(person.id, personId));
  if (!held) throw new StoreFailure('conflict', 'state_not_allowed');
  if (record === 'arrest') await requireArrested(tx, row as unknown as Arrested, today);
  if (record === 'charge' && investigationId) await requireSubject(tx, investigationId, personId);
}
