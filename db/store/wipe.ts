import { purge } from '../ground/schema/unit/purges.ts';
import type { WriteTx } from '../ground/kernel/database.ts';
import { readMarks, writeMarks, type PurgeMark } from './purgeMarks.ts';
import { readKeys } from './keysFile.ts';
import { getSetting } from './settings.ts';
import type { Store } from './store.ts';

/** The purges that this store knows of. */
export async function knownPurges(tx: Pick<WriteTx, 'select'>): Promise<readonly PurgeMark[]> {
  const { fileHash, dueOn, class: of, years, approvedBy, approvedAt, purgedBy, purgedAt } = purge;
  return tx.select({ mark: fileHash, dueOn, class: of, years, approvedBy, approvedAt, purgedBy, purgedAt }).from(purge);
}

/** Every purge that is known here: to the store, and to the authenticated marks beside it. None in a workspace without cases. */
export async function allPurges(db: Pick<WriteTx, 'select'>, folder: string): Promise<readonly PurgeMark[]> {
  if (readKeys(folder).kind !== 'unit') return [];
  const beside = readMarks(folder, await getSetting(db, 'purgeMarkKey'));
  return eachOnce([...(beside === 'rejected' ? [] : beside), ...(await knownPurges(db))]);
}

export function eachOnce(marks: readonly PurgeMark[]): readonly PurgeMark[] {
  return [...new Map(marks.map((each) => [each.mark, each])).values()];
}

/**
 * Deleted rows stay in free pages, in the rest of others and in the write-ahead log until something is written over them. The whole
 * store is written again and the log emptied; only then do the marks say that it was done, so that the next sign-in finishes what was cut
 * off. Marks that fail authentication are left for the sign-in to report.
 */
export function wipe(store: Store): Promise<void> {
  // A server's own tools write over what was deleted there.
  if (store.server) return Promise.resolve();
  return store.queue.run(async () => {
    const { raw, tx } = store.requireUnlocked();
    raw.exec('VACUUM');
    raw.pragma('wal_checkpoint(TRUNCATE)');
    const folder = store.requireFolder();
    const secret = await getSetting(tx, 'purgeMarkKey');
    const written = readMarks(folder, secret);
    if (written !== 'rejected') {
      writeMarks(folder, secret, eachOnce([...written, ...(await knownPurges(tx))]));
    }
  });
}
