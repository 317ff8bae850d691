import type { SealedTransfer } from '#contract/casework/transfers';
import { and, desc, eq, or, type SQL } from 'drizzle-orm';
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

/** By which transfers files went from unit to unit, whichever side is sealed: without a word of what was written. */
async function passages(counted: ReadDb, which: SQL | undefined): Promise<readonly SealedTransfer[]> {
  const { id, fileKind, unitId: fromUnitId, toUnitId, decidedOn: on } = transfer;
  const rows = await counted
    .select({ id, fileKind, fromUnitId, toUnitId, on })
    .from(transfer)
    .where(and(which, eq(transfer.state, 'accepted')))
    .orderBy(desc(transfer.decidedOn));
  return rows.flatMap((row) => (row.toUnitId && row.on ? [{ ...row, toUnitId: row.toUnitId, on: row.on }] : []));
}

export const transferReads: Handlers = {
  'transfers.list': (db, { pendingOnly }, context) =>
    listed(db, pendingOnly ? eq(transfer.state, 'pending') : undefined, context),

  'transfers.ofFile': async (db, { file }, context) => {
    const which = or(eq(transfer.fileId, file.id), eq(transfer.receivedId, file.id));
    const { transfers } = await listed(db, which, context);
    const shown = new Set<string>(transfers.map(({ id }) => id));
    const passed = await passages(context.counted, which);
    return { transfers, sealed: passed.filter(({ id }) => !shown.has(id)) };
  },
};
