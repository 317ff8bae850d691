import { and, eq, isNotNull } from 'drizzle-orm';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';

type Db = Pick<ReadDb, 'select'>;

/** Whether another unit of the workspace has the file with all that was in it. One that went to a service outside kept its content. */
export async function isElsewhere(db: Db, fileId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: transfer.id })
    .from(transfer)
    .where(and(eq(transfer.fileId, fileId), eq(transfer.state, 'accepted'), isNotNull(transfer.toUnitId)))
    .limit(1);
  return row !== undefined;
}

/** Refuses what would be added where nobody who works on the file sees it. */
export async function requireHere(db: Db, fileId: string): Promise<void> {
  if (await isElsewhere(db, fileId)) throw new StoreFailure('conflict', 'file_transferred');
}
