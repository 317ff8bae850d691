import { eq } from 'drizzle-orm';
import type { CivilDate } from '#contract/ground/dates';
import { requireNotAfter } from '../../ground/kernel/order.ts';
import type { WriteTx } from '../../ground/kernel/database.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';
import { offersOf } from '../../store/rights/elsewhere.ts';

/** A file began no later than it was first offered to others, who are shown since when it is open. */
export async function moveBeginning(tx: WriteTx, fileId: string, to: CivilDate, field: string): Promise<void> {
  const [first] = await offersOf(tx, [fileId]);
  if (first === undefined) return;
  requireNotAfter({ step: 'proposal', on: first.proposedOn }, to, field);
  await tx.update(transfer).set({ beganOn: to }).where(eq(transfer.fileId, fileId));
}
