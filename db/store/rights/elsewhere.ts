import { and, eq, isNotNull } from 'drizzle-orm';
import type { StoreMethod } from '#contract/ground/define';
import type { CivilDate } from '#contract/ground/dates';
import type { FieldProblem } from '#contract/ground/errors';
import { filePlaces } from '../audit/calledFor.ts';
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

/** A transaction, or a connection that a seal of the other side does not hide a transfer from. */
type Counted = Pick<ReadDb, 'select'> & Pick<WriteTx, 'across'>;

/** The transfers of files, in the order in which they were offered. */
export async function offersOf(db: Counted, fileIds: readonly string[]): Promise<readonly Offer[]> {
  if (db.across) return db.across.offersOf(fileIds);
  const { id, proposedOn, decidedOn, state, toUnitId } = transfer;
  const rows = await db
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

/** Refuses what would be written where nobody who works on the file sees it. Of several files, those are named by their places. */
export async function requireHere(tx: WriteTx, method: StoreMethod, input: unknown): Promise<void> {
  const files = method.keptBySender ? [] : filePlaces(method, input);
  const hasGone = async (ids: readonly string[]) => (await offersOf(tx, ids)).some(({ isGone }) => isGone);
  if (files.length === 0 || !(await hasGone(files.map(({ id }) => id)))) return;
  const fields: FieldProblem[] = [];
  for (const { id, path } of files) if (await hasGone([id])) fields.push({ path, code: 'file_transferred' });
  throw new StoreFailure('conflict', 'file_transferred', files.length > 1 ? fields : undefined);
}
