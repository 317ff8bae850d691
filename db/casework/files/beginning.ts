import { eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { requireNotAfter } from '../../ground/kernel/order.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';
import { offersOf } from '../../store/rights/elsewhere.ts';

/** A file began no later than it was first offered to others. */
export async function requireBeforeOffers(
  counted: Parameters<typeof offersOf>[0],
  fileId: string,
  to: CivilDate,
  field: string,
): Promise<void> {
  const [first] = await offersOf(counted, [fileId]);
  if (first) requireNotAfter({ step: 'proposal', on: first.proposedOn }, to, field);
}

/** Those to whom a file was offered are shown since when it is open. */
export async function moveBeginning(tx: WriteTx, fileId: string, to: CivilDate, field: string): Promise<void> {
  await requireBeforeOffers(tx, fileId, to, field);
  await tx.update(transfer).set({ beganOn: to }).where(eq(transfer.fileId, fileId));
}
