import type { SealedTransfer } from '#contract/casework/transfers';
import { and, desc, eq, isNotNull, or, type SQL } from 'drizzle-orm';
import { displayNames } from '../../accounts/people/names.ts';
import { isAmong } from '../../ground/kernel/among.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { investigation } from '../../ground/schema/unit/investigations.ts';
import { referral } from '../../ground/schema/unit/referrals.ts';
import { pick } from '../../ground/kernel/pick.ts';
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

/** Which of these files are in sight of who asks. */
async function shownFiles(db: ReadDb, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const investigations = await db
    .select({ id: investigation.id })
    .from(investigation)
    .where(isAmong(investigation.id, ids));
  const referrals = await db.select({ id: referral.id }).from(referral).where(isAmong(referral.id, ids));
  return new Set([...investigations, ...referrals].map(({ id }) => id));
}

/** That a file left or came where a seal of the other side hides the transfer: without a word of what was written. */
async function sealedOf(db: ReadDb, counted: ReadDb, which?: SQL): Promise<SealedTransfer[]> {
  const { id, fileKind, unitId: fromUnitId, toUnitId, decidedOn: on, fileId, receivedId } = transfer;
  const rows = await counted
    .select({ id, fileKind, fromUnitId, toUnitId, on, fileId, receivedId })
    .from(transfer)
    .where(and(which, eq(transfer.state, 'accepted'), isNotNull(toUnitId)))
    .orderBy(desc(transfer.decidedOn))
    .limit(mostRows);
  // On a server what is sealed has no id here.
  const ids = rows.map((row) => row.id);
  const shown = new Set((await db.select({ id }).from(transfer).where(isAmong(id, ids))).map((row) => row.id));
  const hidden = rows.filter((row) => !shown.has(row.id));
  const files = await shownFiles(
    db,
    hidden.flatMap((row) => [row.fileId, row.receivedId ?? row.fileId]),
  );
  return hidden.flatMap(({ fileId: sent, receivedId: received, toUnitId: to, on: day, ...row }) =>
    (files.has(sent) || files.has(received ?? '')) && to !== null && day !== null
      ? [{ ...pick(row, 'fileKind', 'fromUnitId'), toUnitId: to, on: day }]
      : [],
  );
}

export const transferReads: Handlers = {
  'transfers.list': async (db, { pendingOnly }, context) => ({
    ...(await listed(db, pendingOnly ? eq(transfer.state, 'pending') : undefined, context)),
    sealed: pendingOnly ? [] : await sealedOf(db, context.counted),
  }),

  'transfers.ofFile': async (db, { file }, context) => {
    const which = or(eq(transfer.fileId, file.id), eq(transfer.receivedId, file.id));
    return { ...(await listed(db, which, context)), sealed: await sealedOf(db, context.counted, which) };
  },
};
