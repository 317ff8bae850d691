import { and, eq, isNotNull } from 'drizzle-orm';
import type { StoreMethod } from '#contract/ground/define';
import type { FieldProblem } from '#contract/ground/errors';
import { filePlaces } from '../audit/calledFor.ts';
import { recordsOf } from '../engineRecords.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';

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
  const hasGone = async (ids: readonly string[]) => (await recordsOf(tx).offersOf(ids)).some(({ isGone }) => isGone);
  if (files.length === 0 || !(await hasGone(files.map(({ id }) => id)))) return;
  const fields: FieldProblem[] = [];
  for (const { id, path } of files) if (await hasGone([id])) fields.push({ path, code: 'file_transferred' });
  throw new StoreFailure('conflict', 'file_transferred', files.length > 1 ? fields : undefined);
}
