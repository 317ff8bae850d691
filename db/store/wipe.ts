import type { Store } from './store.ts';
import { addMarks } from './purgeMarks.ts';

/**
 * Deleted rows stay in free pages, in the rest of others and in the write-ahead log until something is written over them. The whole
 * store is written anew and the log emptied; only then do the marks say that it was done, so that a cut is made good at the next sign-in.
 */
export function wipe(store: Store, marks: readonly string[]): Promise<void> {
  return store.queue.run(() => {
    const { raw } = store.requireUnlocked();
    raw.exec('VACUUM');
    raw.pragma('wal_checkpoint(TRUNCATE)');
    const folder = store.requireFolder();
    addMarks(folder, marks);
    return Promise.resolve();
  });
}
