import type { NewId } from '../../ground/kernel/ids.ts';
import { isNotNull } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { recordsOf } from '../../store/engineRecords.ts';
import { idsOfFiles } from '../../casework/files/parts.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { clockOverride } from '../../ground/schema/unit/authorities.ts';
import { backlogBlock, backlogBook } from '../../ground/schema/unit/backlogBook.ts';
import { correction } from '../../ground/schema/unit/corrections.ts';
import { nextStep, reassignedItem } from '../../ground/schema/unit/handover.ts';
import { hearing } from '../../ground/schema/unit/hearings.ts';
import { extractChange, extractRecord } from '../../ground/schema/unit/imports.ts';
import { relatedFile } from '../../ground/schema/unit/links.ts';
import { note } from '../../ground/schema/unit/notes.ts';
import { delayDeduction, fileOffence } from '../../ground/schema/unit/offences.ts';
import { paper, paperDecision, paperRecord } from '../../ground/schema/unit/papers.ts';
import { identifier, person } from '../../ground/schema/unit/persons.ts';
import { purgeRequest } from '../../ground/schema/unit/purges.ts';
import { retentionHold } from '../../ground/schema/unit/retention.ts';
import { sealedItem } from '../../ground/schema/unit/seals.ts';
import { task } from '../../ground/schema/unit/tasks.ts';
import { referralCount } from '../../ground/schema/unit/tips.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';
import { dangerDecision, protectionNotice, referralCheck } from '../../ground/schema/unit/triage.ts';
import { takeFromSearch } from '../../casework/search/entries.ts';
import type { WholeFile } from '../seals/gather.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { renameRecords } from './renameRecords.ts';
import { leaveResidue } from './residue.ts';

/** Every table with nothing that is counted, and the column that names the file or one of its facts. A feature that has another adds its line. */
const gone: readonly (readonly [SQLiteTable, SQLiteColumn])[] = [
  [referralCheck, referralCheck.referralId],
  [dangerDecision, dangerDecision.referralId],
  [protectionNotice, protectionNotice.referralId],
  [referralCount, referralCount.referralId],
  [person, person.fileId],
  [identifier, identifier.fileId],
  [fileOffence, fileOffence.investigationId],
  [delayDeduction, delayDeduction.authorityId],
  [clockOverride, clockOverride.authorityId],
  [paper, paper.investigationId],
  [paperDecision, paperDecision.investigationId],
  [paperRecord, paperRecord.investigationId],
  [note, note.investigationId],
  [task, task.investigationId],
  [hearing, hearing.investigationId],
  [relatedFile, relatedFile.investigationId],
  [relatedFile, relatedFile.otherId],
  [nextStep, nextStep.investigationId],
  [reassignedItem, reassignedItem.itemId],
  [transfer, transfer.fileId],
  [extractChange, extractChange.rowId],
  [retentionHold, retentionHold.fileId],
  [purgeRequest, purgeRequest.fileId],
  [sealedItem, sealedItem.itemId],
  [correction, correction.fileId],
];

/** What the last extract said of the file and of its arrests and charges, and the copies of it that an undo would put back. */
async function removeExtracts(tx: WriteTx, ids: readonly string[]): Promise<number> {
  const said = await tx
    .delete(extractRecord)
    .where(isAmong(extractRecord.recordId, ids))
    .returning({ id: extractRecord.id });
  const changes = await tx.delete(extractChange).where(
    isAmong(
      extractChange.rowId,
      said.map(({ id }) => id),
    ),
  );
  return said.length + changes.changes;
}

/** The other unit keeps its own file; the sender's row no longer names it. */
async function forgetReceived(tx: WriteTx, ids: readonly string[]): Promise<void> {
  await tx.update(transfer).set({ receivedId: null, receivedNumber: null }).where(isAmong(transfer.receivedId, ids));
}

/** A hash that finds a file again by its id: in a backup, where the file still is. */
export function markOf(fileId: string): string {
  return sha256(`vigie purge ${fileId}`);
}

interface Removing {
  readonly purgeId: string;
  readonly file: WholeFile;
  readonly newId: NewId;
}

/**
 * Deletes every row of a file that holds more than a count: in its tables, the search, drafts, extracts and the values of the audit, whose
 * chain holds ids and salted hashes alone and still verifies. What is counted stays under new ids.
 * @returns how many rows were deleted
 */
export async function removeFile(tx: WriteTx, { purgeId, file, newId }: Removing): Promise<number> {
  const files = [...new Set([file.id, ...file.referrals])];
  const ids = await idsOfFiles(tx, files);
  // While the approval is there, which goes with the file.
  let rows = await recordsOf(tx).forget({ id: file.id, files, ids });
  for (const id of file.persons) await takeFromSearch(tx, 'person', id);
  for (const id of files) await takeFromSearch(tx, id === file.id ? file.kind : 'referral', id);
  for (const [table, column] of gone) rows += (await tx.delete(table).where(isAmong(column, ids))).changes;
  rows += await removeExtracts(tx, ids);
  await forgetReceived(tx, ids);
  rows += await renameRecords(tx, { files, ids, newId });
  await leaveResidue(tx, {
    purgeId,
    unitId: file.unitId,
    files: files.map((id) => ({ id, kind: id === file.id ? file.kind : ('referral' as const), next: newId() })),
  });
  return rows;
}

/** Derived of the files, or merged with the words of others: read again, and merged without what is gone. */
export async function forgetDerived(tx: WriteTx): Promise<void> {
  await tx.delete(backlogBlock).where(isNotNull(backlogBlock.scope));
  await tx.delete(backlogBook).where(isNotNull(backlogBook.scope));
  await recordsOf(tx).search.forget();
}
