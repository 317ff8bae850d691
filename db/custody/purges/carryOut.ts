import type { CaseFile, PurgeRequestId } from '#contract/ground/ids';
import { eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { isAmong } from '../../ground/kernel/among.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { keptFiles } from '../retention/files.ts';
import { heldFiles } from '../retention/handlers.ts';
import { externalHash } from '../../casework/referrals/heldBack.ts';
import { purge, purgedNumber, purgeRequest } from '../../ground/schema/unit/purges.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { wholeInvestigation, wholeReferral, type WholeFile } from '../seals/gather.ts';
import type { Change, ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import type { Context } from '../../store/types.ts';
import { numberHash } from '../../casework/referrals/numberHash.ts';
import { markOf, removeFile } from './remove.ts';

type PurgeRequestRecord = typeof purgeRequest.$inferSelect;

/** Throws `kept_longer` unless the time of every file is over and nothing holds it. Returns them with their rules. */
export async function requirePastTime(
  db: Pick<ReadDb, 'select'>,
  fileIds: readonly string[],
  today: CivilDate,
): Promise<Awaited<ReturnType<typeof keptFiles>>> {
  const files = (await keptFiles(db, { today, until: today, only: fileIds })).filter(
    ({ keptUntil }) => keptUntil.on < today,
  );
  const held = await heldFiles(db, fileIds);
  if (files.length !== new Set(fileIds).size || held.size > 0) throw new StoreFailure('conflict', 'kept_longer');
  return files;
}

/** Throws `record_still_open` where it is not over. */
export function wholeFile(tx: WriteTx, file: CaseFile): Promise<WholeFile> {
  return file.kind === 'referral' ? wholeReferral(tx, file.id) : wholeInvestigation(tx, file.id);
}

export type PurgeApproval = Pick<typeof purge.$inferSelect, 'dueOn' | 'class' | 'years' | 'approvedBy' | 'approvedAt'>;

interface Purged {
  readonly file: CaseFile;
  readonly concludedOn: CivilDate;
  /** The rule and the first person's word, of the request or of the purge that a restored store does not know. */
  readonly approval: PurgeApproval;
}

/** The numbers under which the file's referrals would come in again. */
async function externalHashes(tx: WriteTx, { id, referrals }: WholeFile): Promise<readonly string[]> {
  const rows = await tx
    .select({ key: referral.externalKey })
    .from(referral)
    .where(isAmong(referral.id, [id, ...referrals]));
  return [...new Set(rows.flatMap(({ key }) => (key === null ? [] : [externalHash(key)])))];
}

/** Deletes one file and records that it was. Returns how many rows were deleted, and what the audit says: number, rule and persons. */
export async function purgeOne(
  tx: WriteTx,
  purged: Purged,
  context: Context,
): Promise<{ readonly rows: number; readonly change: Change }> {
  const { concludedOn, approval } = purged;
  const { dueOn, class: of, years, approvedBy, approvedAt } = approval;
  const file = await wholeFile(tx, purged.file);
  const purgeId = context.newId();
  const external = await externalHashes(tx, file);
  const rows = await removeFile(tx, { purgeId, file, newId: context.newId });
  await tx.insert(purge).values({
    id: purgeId,
    unitId: file.unitId,
    fileKind: file.kind,
    fileHash: markOf(file.id),
    number: file.number,
    concludedOn,
    dueOn,
    class: of,
    years,
    approvedBy,
    approvedAt,
    purgedBy: context.session.user.id,
    purgedAt: context.clock.now(),
    rows,
  });
  await tx
    .insert(purgedNumber)
    .values([numberHash(file.unitId, file.number), ...external].map((hash) => ({ hash, purgeId })))
    .onConflictDoNothing();
  const after = { number: file.number, class: of, years, approvedBy, purgedBy: context.session.user.id };
  return { rows, change: { field: 'purge', before: null, after } };
}

export async function heldRequest(tx: WriteTx, id: PurgeRequestId): Promise<PurgeRequestRecord> {
  const [held] = await tx.select().from(purgeRequest).where(eq(purgeRequest.id, id));
  if (!held) throw new StoreFailure('not_found');
  return held;
}
