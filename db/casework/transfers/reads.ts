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

/** That a file left or came where a seal of the other side hides the transfer: without a word of what was written. */
async function sealedOf(
  counted: ReadDb,
  which: SQL | undefined,
  shown: ReadonlySet<string>,
): Promise<SealedTransfer[]> {
  const { id, fileKind, unitId: fromUnitId, toUnitId, decidedOn: on } = transfer;
  const rows = await counted
    .select({ id, fileKind, fromUnitId, toUnitId, on })
    .from(transfer)
    .where(and(which, eq(transfer.state, 'accepted')))
    .orderBy(desc(transfer.decidedOn));
  // On a server what is sealed has no id here.
  return rows.flatMap(({ id: own, ...row }) =>
    shown.has(own) || row.toUnitId === null || row.on === null ? [] : [{ ...row, toUnitId: row.toUnitId, on: row.on }],
  );
}

export const transferReads: Handlers = {
  'transfers.list': (db, { pendingOnly }, context) =>
    listed(db, pendingOnly ? eq(transfer.state, 'pending') : undefined, context),

  'transfers.ofFile': async (db, { file }, context) => {
    const which = or(eq(transfer.fileId, file.id), eq(transfer.receivedId, file.id));
    const { transfers } = await listed(db, which, context);
    const shown = new Set<string>(transfers.map(({ id }) => id));
    return { transfers, sealed: await sealedOf(context.counted, which, shown) };
  },
};
