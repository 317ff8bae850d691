import { hideReturned, purgeReturned, returnedFiles } from '../custody/purges/returned.ts';
import { workingClock } from '../store/clockDoubt.ts';
import { readKeys } from '../store/keysFile.ts';
import { readMarks, setMarksAside } from '../store/purgeMarks.ts';
import { getSetting, putSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { transact } from '../store/transact.ts';
import { knownPurges, wipe } from '../store/wipe.ts';

/**
 * At every sign-in: a purge that was cut off before it was overwritten is finished, marks that somebody changed are reported and never acted
 * upon, and what came back with a backup goes out of sight.
 */
export async function finishPurges(store: Store): Promise<void> {
  const folder = store.requireFolder();
  if (readKeys(folder).kind !== 'unit') return;
  const { tx } = store.requireUnlocked();
  const secret = await getSetting(tx, 'purgeMarkKey');
  const known = await knownPurges(tx);
  let marks = readMarks(folder, secret);
  if (marks === 'rejected') {
    await reportRejected(store, folder);
    marks = [];
  }
  await hideAgain(store);
  const overwritten = new Set(marks.map(({ mark }) => mark));
  if (known.some(({ mark }) => !overwritten.has(mark))) await wipe(store);
}

async function reportRejected(store: Store, folder: string): Promise<void> {
  await transact(store, 'purges.carryOut', async (tx) => {
    await putSetting(tx, 'purgeMarksRejectedAt', store.clock.now());
    return { output: null, audit: { facts: { marksRejected: true } } };
  });
  setMarksAside(folder);
}

/**
 * What was purged after this store was written, by the authenticated marks beside it: a restored backup calls it to say what would be purged
 * again. Marks that fail authentication count for nothing.
 */
export async function purgesSince(store: Store) {
  const { tx } = store.requireUnlocked();
  const marks = readMarks(store.requireFolder(), await getSetting(tx, 'purgeMarkKey'));
  const known = new Set((await knownPurges(tx)).map(({ mark }) => mark));
  return returnedFiles(tx, marks === 'rejected' ? [] : marks.filter(({ mark }) => !known.has(mark)));
}

async function hideAgain(store: Store): Promise<void> {
  const since = await purgesSince(store);
  if (since.returned.length === 0) return;
  const { newId } = store.options;
  const clock = workingClock(store);
  const { session } = store.requireUnlocked();
  await transact(store, 'seals.seal', async (tx) => {
    const files = await hideReturned(tx, since, { session, clock, newId });
    const { open, onHold } = since;
    return { output: null, audit: { facts: { files, open, onHold, purgedBefore: true } } };
  });
}

/** A second person confirmed that the store is a restored backup: what was purged since goes again, unless it is open or under a hold. */
export async function purgeAfterRestore(store: Store): Promise<void> {
  const { newId } = store.options;
  const clock = workingClock(store);
  const { session } = store.requireUnlocked();
  await transact(store, 'purges.carryOut', async (tx) => {
    const since = await purgesSince(store);
    const changes = await purgeReturned(tx, since, { session, clock, newId });
    return { output: null, audit: { facts: { files: changes.length, again: true }, changes } };
  });
  await wipe(store);
}
