import { and, eq, isNotNull } from 'drizzle-orm';
import type { StoreMethod } from '#contract/ground/define';
import type { CivilDate } from '#contract/ground/dates';
import { filesNamed } from '../audit/calledFor.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';

/** By its days a transfer of a file, whichever unit it was offered to and whatever of it is sealed. */
export interface Offer {
  readonly id: string;
  readonly proposedOn: CivilDate;
  readonly decidedOn: CivilDate | null;
  /** Whether another unit of the workspace has the file since. */
  readonly isGone: boolean;
}

/** The transfers of files, in the order in which they were offered. */
export async function offersOf(tx: WriteTx, fileIds: readonly string[]): Promise<readonly Offer[]> {
  if (tx.across) return tx.across.offersOf(fileIds);
  const { id, proposedOn, decidedOn, state, toUnitId } = transfer;
  const rows = await tx
    .select({ id, proposedOn, decidedOn, state, toUnitId })
    .from(transfer)
    .where(isAmong(transfer.fileId, fileIds))
    .orderBy(proposedOn, id);
  return rows.map((row) => ({ ...row, isGone: row.state === 'accepted' && row.toUnitId !== null }));
}

/**
 * Whether another unit of the workspace has the file with all that was in it. One that went to a service outside kept its content.
 * @param counted where a seal on either side does not hide that the file left
 */
export async function isElsewhere(counted: ReadDb, fileId: string): Promise<boolean> {
  const gone = and(eq(transfer.fileId, fileId), eq(transfer.state, 'accepted'), isNotNull(transfer.toUnitId));
  return (await counted.$count(transfer, gone)) > 0;
}

/** Refuses what would be written where nobody who works on the file sees it. */
export async function requireHere(tx: WriteTx, method: StoreMethod, input: unknown): Promise<void> {
  const files = method.keptBySender ? [] : filesNamed(method, input);
  if (files.length > 0 && (await offersOf(tx, files)).some(({ isGone }) => isGone))
    throw new StoreFailure('conflict', 'file_transferred');
}
