import { knownMarks, purgeAgain } from '../purges/again.ts';
import { readKeys } from './keysFile.ts';
import { readMarks } from './purgeMarks.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import { wipe } from './wipe.ts';

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
