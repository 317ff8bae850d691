import { desc, eq, or, type SQL } from 'drizzle-orm';
import { displayNames } from '../../accounts/people/names.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { transfer } from '../../ground/schema/unit/transfers.ts';
import type { ReadContext, ReadHandler } from '../../store/types.ts';
import { toTransfer } from './rows.ts';

type Handlers = { readonly [M in 'transfers.list' | 'transfers.ofFile']: ReadHandler<M> };

/** More than are pending between units at a time, and years of those that were decided. */
const mostRows = 500;

async function listed(db: ReadDb, which: SQL | undefined, { session }: ReadContext) {
  const rows = await db
    .select()
    .from(transfer)
    .where(which)
    .orderBy(desc(transfer.proposedOn), desc(transfer.id))
    .limit(mostRows);
  const names = await displayNames(db);
  return { transfers: rows.map((row) => toTransfer(row, names, session.unitIds)) };
}

export const transferReads: Handlers = {
  'transfers.list': (db, { pendingOnly }, context) =>
    listed(db, pendingOnly ? eq(transfer.state, 'pending') : undefined, context),

  'transfers.ofFile': (db, { file }, context) =>
    listed(db, or(eq(transfer.fileId, file.id), eq(transfer.receivedId, file.id)), context),
};
