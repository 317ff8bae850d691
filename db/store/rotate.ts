import { randomBytes } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { user } from '../ground/schema/common/people.ts';
import { copyEncrypted, verifyCopy } from './backup.ts';
import { openForWriting, writeTx } from './connection.ts';
import { storePath } from './folder.ts';
import { readKeys, syncFolder, writeKeys, type KeysFile } from './keysFile.ts';
import { wrapDatabaseKey } from './keySlots.ts';
import { closeReaders, openReaders } from './readers.ts';
import type { Store } from './store.ts';
import { keepGeneration, nextStoreName } from './unlock.ts';

/**
 * Puts the store under a new key that the removed owner never gets. The order makes every interruption harmless:
 * the new file is written and verified; then the slots hold both keys; then the file takes its name; then the old key
 * is dropped. Whoever signs in after a cut finishes with the key that opens the file (`settleRotation`).
 */
export async function rotateKey(store: Store, removedOwner: string): Promise<void> {
  await store.queue.run(async () => {
    const folder = store.requireFolder();
    const unlocked = store.requireUnlocked();
    const nextKey = randomBytes(32);
    const nextPath = join(folder, nextStoreName);
    writeUnderNewKey(unlocked.raw, unlocked.key, nextPath, nextKey);

    const both = withNextKey(readKeys(folder), removedOwner, nextKey);
    writeKeys(folder, both);
    closeReaders(unlocked);
    unlocked.raw.close();
    for (const suffix of ['-wal', '-shm']) rmSync(`${storePath(folder)}${suffix}`, { force: true });
    renameSync(nextPath, storePath(folder));
    syncFolder(folder);
    writeKeys(folder, keepGeneration(both, both.generation + 1));

    unlocked.key.fill(0);
    const raw = openForWriting(storePath(folder), nextKey);
    const { session } = unlocked;
    store.unlocked = {
      key: nextKey,
      raw,
      tx: writeTx(raw),
      session,
      ...openReaders(storePath(folder), nextKey, session),
    };
    return Promise.resolve();
  });
}

/** Where the power went after a user was disabled and before the key changed, the next administrator finishes it. */
export async function finishDisabling(store: Store): Promise<void> {
  const { tx } = store.requireUnlocked();
  const disabled = await tx.select({ id: user.id }).from(user).where(eq(user.disabled, true));
  const slots = new Set(readKeys(store.requireFolder()).slots.map((slot) => slot.owner));
  for (const { id } of disabled) if (slots.has(id)) await rotateKey(store, id);
}

function writeUnderNewKey(raw: Parameters<typeof copyEncrypted>[0], key: Buffer, path: string, nextKey: Buffer): void {
  copyEncrypted(raw, path);
  const copy = openForWriting(path, key);
  // A copy in WAL mode would leave its pages in a second file that the rename does not carry.
  copy.pragma('journal_mode = DELETE');
  copy.pragma(`rekey="x'${nextKey.toString('hex')}'"`);
  copy.close();
  verifyCopy(path, nextKey);
}

function withNextKey(file: KeysFile, removedOwner: string, nextKey: Buffer): KeysFile {
  const generation = file.generation + 1;
  const slots = file.slots.map((slot) =>
    slot.owner === removedOwner
      ? slot
      : { ...slot, databaseKeys: [...slot.databaseKeys, wrapDatabaseKey(slot.publicKey, nextKey, generation)] },
  );
  return { ...file, slots };
}
