import type { AuditMethod } from '#contract/acts';
import type { Audited, WriteTx } from '../ground/kernel/database.ts';
import { must } from '../ground/kernel/assert.ts';
import { putKnownSlot, requireGenuine } from './keyTrust.ts';
import { readKeyCopies, readKeys, writeKeys, type KeysContent } from './keysFile.ts';
import { minimumIterations, wrapDatabaseKey, type DatabaseKey, type KeySlot, type NewSlot } from './keySlots.ts';
import { putSlotsOnServer } from './postgres/slots.ts';
import type { Store, StoreOptions, Unlocked } from './store.ts';
import { transactNow } from './transact.ts';

/** Of a program that lies in a folder: fewer where a test says so, except in a package, which also refuses a workspace with fewer. */
export function iterationsIn(folder: string): Pick<StoreOptions, 'iterations'> {
  const given = folder.includes('app.asar') ? undefined : process.env['VIGIE_ITERATIONS'];
  return given === undefined ? {} : { iterations: Number(given) };
}

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
 * Gives each owner a slot, in place of the one they had. The new ones are written beside the old ones and proved on what was written; the
 * transaction decides which of them count, all together; then the old ones go. Cut short anywhere, the next sign-in keeps those that count.
 * @param work what the user does, audited in the same transaction
 */
export function putSlots<T>(
  store: Store,
  method: AuditMethod,
  made: readonly NewSlot[],
  work: (tx: WriteTx) => Promise<Audited<T>>,
): Promise<T> {
  if (store.server) return putSlotsOnServer(store, method, made, work);
  return store.queue.run(async () => {
    const folder = store.requireFolder();
    const current = databaseKeyOf(store.requireUnlocked());
    const before = await genuineKeys(store);
    const added = made.map(({ slot }) => ({ ...slot, databaseKeys: [wrapDatabaseKey(slot.publicKey, current)] }));
    const isReplaced = ({ owner }: KeySlot): boolean => made.some(({ slot }) => slot.owner === owner);
    const write = (slots: KeysContent['slots']): void => {
      writeKeys(folder, { ...before, slots }, [current]);
    };
    try {
      write([...before.slots, ...added]);
      const { slots } = readKeys(folder);
      for (const { slot, prove } of made) {
        const written = slots.find(({ publicKey }) => publicKey === slot.publicKey);
        prove(must(written, 'it was written just now'), [current]);
      }
      const output = await transactNow(store, method, async (tx) => {
        for (const { slot } of made) await putKnownSlot(tx, slot.owner, slot.publicKey);
        return work(tx);
      });
      unlessPrevented(() => {
        write([...before.slots.filter((slot) => !isReplaced(slot)), ...added]);
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

/** Work beside the database that a full disk or a locked file may prevent: the next sign-in does it again. */
export function unlessPrevented(work: () => void): void {
  try {
    work();
  } catch {
    // The database has decided; the file follows it later.
  }
}
