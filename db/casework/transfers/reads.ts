import { desc, eq } from 'drizzle-orm';
import { displayNames } from '../../accounts/people/names.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';
import type { ReadHandler } from '../../store/types.ts';
import { toTransfer } from './rows.ts';

/** More than are pending between units at a time, and years of those that were decided. */
const mostRows = 500;

export const transferReads: { readonly 'transfers.list': ReadHandler<'transfers.list'> } = {
  'transfers.list': async (db, { pendingOnly }, { session }) => {
    const rows = await db
      .select()
      .from(transfer)
      .where(pendingOnly ? eq(transfer.state, 'pending') : undefined)
      .orderBy(desc(transfer.proposedOn), desc(transfer.id))
      .limit(mostRows);
    const names = await displayNames(db);
    return { transfers: rows.map((row) => toTransfer(row, names, session.unitIds)) };
  },
};
