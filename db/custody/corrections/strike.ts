import { and, desc, eq } from 'drizzle-orm';
import type { StruckRecord } from '#contract/casework/corrections';
import type { CorrectedRecord } from '#contract/ground/codes';
import type { Month } from '#contract/ground/dates';
import { errorReasons } from '#contract/ground/errors';
import type { CaseFile, CorrectionId } from '#contract/ground/ids';
import { isReviewedWhole, keepBefore, movedMonths, type Corrected } from '../../casework/corrections/keep.ts';
import { unitOfFile } from '../../casework/files/caseFile.ts';
import { settleFile } from '../../casework/referrals/triage/settle.ts';
import { countsOfFile } from '../../casework/transfers/counts.ts';
import { anyId } from '../../ground/kernel/among.ts';
import { changesBetween } from '../../ground/kernel/changes.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { correction, isToReview } from '../../ground/schema/unit/corrections.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { moveCounts } from '../../ledger/ledger/countedBy.ts';
import type { Context, WriteHandler } from '../../store/types.ts';
import { kinds } from './kinds.ts';

type Handlers = { readonly [M in 'corrections.strike' | 'corrections.restore']: WriteHandler<M> };

type Row = Corrected['row'] & { readonly version: number };

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

/** With the months in which the file's own flows differ. */
function withFlows(counted: readonly Month[], record: StruckRecord, row: object, { clock }: Context): readonly Month[] {
  return [...counted, ...(kinds[record].months?.(row, clock.today()) ?? [])];
}

async function heldCorrection(tx: WriteTx, file: CaseFile, id: CorrectionId) {
  const [row] = await tx
    .select()
    .from(correction)
    .where(and(eq(correction.id, id), eq(correction.fileId, file.id)));
  if (row) return row;
  const [moved] = await tx
    .select({ on: investigation.transferredOn })
    .from(investigation)
    .where(eq(investigation.id, anyId(file.id)));
  if (moved?.on != null) throw new StoreFailure('conflict', 'file_transferred');
  throw new StoreFailure('not_found');
}

const isStruck = (record: CorrectedRecord): record is StruckRecord => record in kinds;

async function latestOf(tx: WriteTx, recordId: string) {
  const [row] = await tx
    .select()
    .from(correction)
    .where(eq(correction.recordId, recordId))
    .orderBy(desc(correction.at), desc(correction.id))
    .limit(1);
  return row;
}

/** A review of the strike that nobody did is done with that of the record put back. Returns until when. */
async function takeReview(tx: WriteTx, row: typeof correction.$inferSelect) {
  if (!isToReview(row)) return null;
  const { id, version, reviewDueAt } = row;
  await tx
    .update(correction)
    .set({ reviewDueAt: null, version: version + 1 })
    .where(eq(correction.id, id));
  return reviewDueAt;
}

/** What may no longer be said is in the way of the record; its form is not on screen. */
async function requireReturn(check: Promise<unknown> | undefined): Promise<unknown> {
  return check?.catch((error: unknown) => {
    const reason = error instanceof StoreFailure ? errorReasons.find((each) => each === error.fields?.[0]?.code) : null;
    throw reason ? new StoreFailure('conflict', reason) : error;
  });
}

export const strikeWrites: Handlers = {
  'corrections.strike': async (tx, { file, record, recordId, version, reason }, context) => {
    const of = kinds[record];
    const [found] = await tx
      .select()
      .from(of.table)
      .where(and(eq(of.id, recordId), eq(of.file, file.id)));
    if (!found) throw new StoreFailure('not_found');
    const row = found as Row;
    if (row.version !== version) throw new StoreFailure('conflict', 'version_conflict');
    await of.mayGo?.(tx, found, context);
    const counted = await recounting(tx, file, () => tx.delete(of.table).where(eq(of.id, recordId)));
    const months = withFlows(counted, record, found, context);
    const isLegal = isReviewedWhole(record);
    const id = await keepBefore(tx, { record, row, act: 'entered_in_error', reason, months, isLegal }, context);
    return {
      output: { id },
      audit: { subject: { kind: record, id: recordId }, facts: { file: file.id }, changes: changesBetween(row, null) },
    };
  },

  'corrections.restore': async (tx, { file, correctionId, reason }, context) => {
    const struck = await heldCorrection(tx, file, correctionId);
    const { record, recordId, act, before, unitId } = struck;
    const latest = await latestOf(tx, recordId);
    if (!isStruck(record) || act !== 'entered_in_error' || latest?.id !== struck.id)
      throw new StoreFailure('conflict', 'correction_put_back');
    const of = kinds[record];
    // The file may be another unit's since then, under another id.
    const place = 'investigationId' in before ? { investigationId: file.id } : { fileId: file.id, fileKind: file.kind };
    // Nobody of the unit that had the file attends for this one.
    const left = before['unitId'] !== unitId && 'attends' in before ? { attends: null } : {};
    const version = Number(before['version']) + 1;
    const held = { ...before, ...place, ...left, unitId, version } as unknown as Row;
    const since = await requireReturn(of.mayReturn?.(tx, { ...held }, context));
    const row: Row = { ...held, ...(since as object | undefined) };
    const counted = await recounting(tx, file, () => tx.insert(of.table).values({ ...row }));
    const months = withFlows(counted, record, { ...row }, context);
    const isLegal = isReviewedWhole(record);
    const reviewDueAt = await takeReview(tx, struck);
    const id = await keepBefore(tx, { record, row, act: 'restored', reason, months, isLegal, reviewDueAt }, context);
    return {
      output: { id },
      audit: { subject: { kind: record, id: recordId }, facts: { file: file.id }, changes: changesBetween(null, row) },
    };
  },
};
