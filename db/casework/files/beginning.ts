import { eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { requireNotAfter } from '../../ground/kernel/order.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';
import { recordsOf } from '../../store/engineRecords.ts';

/** A file began no later than it was first offered to others. */
export async function requireBeforeOffers(
  counted: ReadDb,
  fileId: string,
  to: CivilDate,
  field: string,
): Promise<void> {
  const [first] = await recordsOf(counted).offersOf([fileId]);
  if (first) requireNotAfter({ step: 'proposal', on: first.proposedOn }, to, field);
}

/** Those to whom a file was offered are shown since when it is open. */
export async function moveBeginning(tx: WriteTx, fileId: string, to: CivilDate, field: string): Promise<void> {
  await requireBeforeOffers(tx, fileId, to, field);
  await tx.update(transfer).set({ beganOn: to }).where(eq(transfer.fileId, fileId));
}
