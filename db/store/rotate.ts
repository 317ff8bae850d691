import type { NotReached } from '#contract/store/backups';
import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { keySlotRow } from '../ground/schema/common/keys.ts';
import { user } from '../ground/schema/common/people.ts';
import { copyEncrypted, verifyCopy } from './sqlite/backup.ts';
import { openForWriting, writeTx } from './sqlite/connection.ts';
import { appendAudit } from './audit/append.ts';
import { forgetSlot } from './backups/slots.ts';
import { storePath } from './folder.ts';
import { rotateSigningKey } from './signingKey.ts';
import { syncFolder, writeKeys, type KeysContent } from './keysFile.ts';
import { wrapDatabaseKey, type DatabaseKey } from './keySlots.ts';
import { databaseKeyOf, genuineKeys, unlessPrevented } from './keyWork.ts';
import { SqliteEngine } from './sqlite/engine.ts';
import { findSetting, putSetting } from './settings.ts';
import { forgetFolder } from './otherHere.ts';
import { rotateOnServer } from './postgres/slots.ts';
import { Unlocked, type Store } from './store.ts';
import { nextStoreName } from './unlock.ts';

/**
 * Puts the store under a new key that the removed owner, if there is one, never gets. The order makes every interruption harmless:
 * the new file is written and verified; then the slots hold both keys; then the file takes its name; then the old key
 * is dropped. After a cut the next sign-in finishes with the key that opens the file.
 */
export async function rotateKey(store: Store, removedOwner: string | null): Promise<void> {
  if (store.server) return rotateOnServer(store, removedOwner);
  await store.queue.run(async () => {
    const folder = store.requireFolder();
    const current = databaseKeyOf(store.requireUnlocked());
    const next = { generation: current.generation + 1, key: randomBytes(32) };
    const nextPath = join(folder, nextStoreName);
    const kept = without(await genuineKeys(store), removedOwner);
    await writeUnderNewKey(store, nextPath, next, removedOwner);
    writeKeys(folder, withKeys(kept, next, 'both'), [current, next]);
    try {
      replaceStore(store, nextPath);
      unlessPrevented(() => {
        // Seen again once all is done: where the power goes before, the new key is not another workspace's.
        forgetFolder(store.options, folder);
        writeKeys(folder, withKeys(kept, next, 'next'), [next]);
      });
      reopen(store, next);
    } catch (error) {
      // The connections are closed: the user signs in again, under the key that opens the file.
      store.lock();
      throw error;
    }
  });
}

/** The same, and out of every backup that can be reached; those that cannot are named. */
export async function removeOwner(store: Store, owner: string): Promise<NotReached[]> {
  await rotateKey(store, owner);
  return store.server ? [] : forgetSlot(store, owner);
}

/** Where the power went after a user was disabled and before the key changed, the next administrator finishes it. */
export async function finishDisabling(store: Store): Promise<NotReached[]> {
  const disabled = await store
    .requireUnlocked()
    .tx.select({ id: user.id })
    .from(user)
    .innerJoin(keySlotRow, eq(keySlotRow.owner, user.id))
    .where(eq(user.disabled, true));
  const left: NotReached[] = [];
  for (const { id } of disabled) left.push(...(await removeOwner(store, id)));
  return left;
}

/** The copy knows its own generation, and no longer the removed owner: neither is said of a store that is not in place. */
async function writeUnderNewKey(
  store: Store,
  path: string,
  next: DatabaseKey,
  removedOwner: string | null,
): Promise<void> {
  const { raw, key, generation, session } = store.requireUnlocked();
  copyEncrypted(raw, path);
  const copy = openForWriting(path, key);
  try {
    // A copy in WAL mode would leave its pages in a second file that the rename does not carry.
    copy.pragma('journal_mode = DELETE');
    const tx = writeTx(copy);
    await putSetting(tx, 'keyGeneration', next.generation);
    // The backup that a store came back from is under this key too, and the store has made none of its own since.
    const earlier = (await findSetting(tx, 'backupKeys')) ?? {};
    await putSetting(tx, 'backupKeys', { ...earlier, [generation]: key.toString('base64') });
    if (removedOwner !== null) await tx.delete(keySlotRow).where(eq(keySlotRow.owner, removedOwner));
    const at = store.clock.now();
    const fact = await rotateSigningKey(tx, at);
    const actorId = session.user.id;
    await appendAudit(tx, { at, actorId, method: 'keys.rotate', outcome: 'done', fact });
    copy.pragma(`rekey="x'${next.key.toString('hex')}'"`);
  } finally {
    copy.close();
  }
  verifyCopy(path, next.key);
}

function without(content: KeysContent, removedOwner: string | null): KeysContent {
  return { ...content, slots: content.slots.filter(({ owner }) => owner !== removedOwner) };
}

function withKeys(content: KeysContent, next: DatabaseKey, which: 'both' | 'next'): KeysContent {
  const slots = content.slots.map((slot) => {
    const wrapped = wrapDatabaseKey(slot.publicKey, next);
    return { ...slot, databaseKeys: which === 'both' ? [...slot.databaseKeys, wrapped] : [wrapped] };
  });
  return { ...content, generation: which === 'both' ? content.generation : next.generation, slots };
}

/** Closing empties the log into the old file; one that was not emptied holds acknowledged writes, and nothing is replaced then. */
function replaceStore(store: Store, nextPath: string): void {
  const path = storePath(store.requireFolder());
  const unlocked = store.requireUnlocked();
  unlocked.engine.close();
  if (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0) throw new StoreFailure('busy');
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  renameSync(nextPath, path);
  syncFolder(store.requireFolder());
}

function reopen(store: Store, next: DatabaseKey): void {
  const { key, session } = store.requireUnlocked();
  key.fill(0);
  const path = storePath(store.requireFolder());
  const raw = openForWriting(path, next.key);
  store.unlocked = new Unlocked(next, new SqliteEngine(raw, path, next.key, session), session);
}
