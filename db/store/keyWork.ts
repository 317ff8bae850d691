import type { AuditMethod } from '#contract/words/acts';
import type { Audited, WriteTx } from '../ground/kernel/database.ts';
import { must } from '../ground/kernel/assert.ts';
import { putKnownSlot, requireGenuine } from './keyTrust.ts';
import { readKeyCopies, readKeys, writeKeys, type KeysContent } from './keysFile.ts';
import { minimumIterations, wrapDatabaseKey, type DatabaseKey, type NewSlot } from './keySlots.ts';
import type { Store, StoreOptions, Unlocked } from './store.ts';
import { transactNow } from './transact.ts';

export function iterationsOf({ iterations = minimumIterations }: StoreOptions): number {
  return iterations;
}

export function databaseKeyOf({ key, generation }: Unlocked): DatabaseKey {
  return { key, generation };
}

/** The key file as the database vouches for it. Only inside the write queue, where no other work on keys goes on. */
export function genuineKeys(store: Store): Promise<KeysContent> {
  const unlocked = store.requireUnlocked();
  return requireGenuine(unlocked.tx, readKeyCopies(store.requireFolder()), databaseKeyOf(unlocked));
}

/**
 * Gives an owner a slot, in place of the one they had. The new one is written beside the old one and proved on what was written; the
 * transaction decides which of them counts; then the old one goes. Cut short anywhere, the next sign-in keeps the one that counts.
 * @param work what the user does, audited in the same transaction
 */
export function putSlot<T>(
  store: Store,
  method: AuditMethod,
  { slot, prove }: NewSlot,
  work: (tx: WriteTx) => Promise<Audited<T>>,
): Promise<T> {
  return store.queue.run(async () => {
    const folder = store.requireFolder();
    const current = databaseKeyOf(store.requireUnlocked());
    const before = await genuineKeys(store);
    const added = { ...slot, databaseKeys: [wrapDatabaseKey(slot.publicKey, current)] };
    const write = (slots: KeysContent['slots']): void => {
      writeKeys(folder, { ...before, slots }, [current]);
    };
    try {
      write([...before.slots, added]);
      const written = readKeys(folder).slots.find(({ publicKey }) => publicKey === slot.publicKey);
      prove(must(written, 'it was written just now'), [current]);
      const output = await transactNow(store, method, async (tx) => {
        await putKnownSlot(tx, slot.owner, slot.publicKey);
        return work(tx);
      });
      unlessPrevented(() => {
        write([...before.slots.filter(({ owner }) => owner !== slot.owner), added]);
      });
      return output;
    } catch (error) {
      unlessPrevented(() => {
        write(before.slots);
      });
      throw error;
    }
  });
}

/** What the next sign-in does again where it cannot be done now. */
export function unlessPrevented(work: () => void): void {
  try {
    work();
  } catch {
    // The database has decided; the file follows it at the next sign-in.
  }
}
