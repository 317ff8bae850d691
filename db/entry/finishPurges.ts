import { knownMarks, purgeAgain } from '../custody/purges/again.ts';
import { readKeys } from '../store/keysFile.ts';
import { readMarks } from '../store/purgeMarks.ts';
import type { Store } from '../store/store.ts';
import { transact } from '../store/transact.ts';
import { wipe } from '../store/wipe.ts';

/**
 * Makes the store and the marks beside it agree again, at every sign-in: a purge that was cut off before it was overwritten is finished,
 * and what came back with a backup is purged once more.
 */
export async function finishPurges(store: Store): Promise<void> {
  const folder = store.requireFolder();
  if (readKeys(folder).kind !== 'unit') return;
  const marks = readMarks(folder);
  const { session, tx: connection } = store.requireUnlocked();
  const known = await knownMarks(connection);
  const back = new Set(marks.filter((mark) => !known.has(mark)));
  const { clock, newId } = store.options;
  const again =
    back.size === 0
      ? 0
      : await transact(store, 'purges.carryOut', async (tx) => {
          const files = await purgeAgain(tx, back, { session, clock, newId });
          return { output: files, audit: { facts: { files, again: true } } };
        });
  const unwiped = [...known].filter((mark) => !marks.includes(mark));
  if (again > 0 || unwiped.length > 0) await wipe(store, unwiped);
}
