import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { backupsFolder, clearPartials } from './backups/files.ts';
import { backupWork } from './backups/make.ts';
import { rescue } from './backups/rescue.ts';
import { writeBackup } from './backups/write.ts';
import { writeTx, type RawDatabase } from './sqlite/connection.ts';
import { storePath } from './folder.ts';
import { requireKnownPlace, requireMayMove } from './home.ts';
import { isMadeWith, type KeysFile, type OpenedSlot } from './keysFile.ts';
import type { DatabaseKey } from './keySlots.ts';
import { settleKeys } from './keyTrust.ts';
import { demonstrationClock } from './demonstrationClock.ts';
import { loadSession } from './loadSession.ts';
import { migrate, migrationsOf, pendingMigrations } from './sqlite/migrate.ts';
import { openStore } from './sqlite/openStore.ts';
import { SqliteEngine } from './sqlite/engine.ts';
import { requireNotOlder } from './seen.ts';
import { Unlocked, type Store } from './store.ts';
import { transact } from './transact.ts';
import type { WriteTx } from '../ground/kernel/database.ts';
import { requireWholeAgain } from './wholeness.ts';

export const nextStoreName = 'store.next.db';

/**
 * Opens the store under the key that fits, brings its schema up to date, compares the key file with the database and starts the user's
 * session. A change of key that was cut short left two keys in each slot: the one that opens the store is the one that stays.
 */
export async function unlock(
  store: Store,
  { copies, slot, keys }: OpenedSlot,
  userIdOf: (tx: WriteTx) => Promise<string>,
): Promise<Unlocked> {
  // The previous session leaves nothing behind: no preview, no connection, no key.
  store.lock();
  const folder = store.requireFolder();
  const { raw, opened } = openUnderOneOf(folder, keys);
  try {
    requireKnownPlace(store, raw);
    requireNotOlder(store, raw);
    await requireWholeAgain(folder, raw, opened.key);
    rmSync(join(folder, nextStoreName), { force: true });
    upgrade(store, raw, copies.find((file) => isMadeWith(file, opened)) ?? copies[0], opened.key);
    const tx = writeTx(raw);
    const repaired = await settleKeys(folder, tx, copies, { slot, opened });
    const session = await loadSession(tx, await userIdOf(tx));
    requireMayMove(store, session);
    store.ownClock = await demonstrationClock(tx, session.workspace.day, store.options.clock);
    store.rescue = rescue;
    store.unlocked = new Unlocked(opened, new SqliteEngine(raw, storePath(folder), opened.key, session), session);
    if (repaired) await transact(store, 'keys.repair', () => Promise.resolve({ output: null, audit: {} }));
    return store.unlocked;
  } catch (error) {
    store.lock();
    raw.close();
    throw error;
  }
}

function openUnderOneOf(folder: string, keys: readonly DatabaseKey[]): { raw: RawDatabase; opened: DatabaseKey } {
  for (const opened of keys) {
    try {
      return { raw: openStore(folder, opened.key), opened };
    } catch (error) {
      if (!(error instanceof StoreFailure && error.code === 'wrong_key')) throw error;
    }
  }
  // The passphrase opened its slot, so the key is right: the file is not what it was.
  throw new StoreFailure('corrupt');
}

function upgrade(store: Store, raw: RawDatabase, keys: KeysFile, key: Buffer): void {
  const folder = store.requireFolder();
  const known = migrationsOf(keys.kind);
  if (pendingMigrations(raw, known).length === 0) return;
  const now = store.options.clock.now();
  clearPartials(backupsFolder(folder));
  // The marks are read once the schema has them; the next backup has them.
  writeBackup(backupWork(folder, key, { reason: 'before_migration', now, purgeMarks: [], keys }));
  migrate(raw, known, now);
}

/** Reads roles and units again after a change, and narrows or widens what the session sees. */
export async function refreshSession(store: Store): Promise<void> {
  const unlocked = store.requireUnlocked();
  const before = unlocked.session.agreementIds;
  unlocked.session = await loadSession(unlocked.tx, unlocked.session.user.id);
  // Previews were made of what was seen then.
  if (String(unlocked.session.agreementIds) !== String(before)) store.memory.clear();
  await unlocked.engine.scope(unlocked.session);
}
