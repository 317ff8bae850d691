import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { backupsFolder, clearPartials } from './backups/files.ts';
import { backupWork } from './backups/make.ts';
import { writeBackup } from './backups/write.ts';
import { openForWriting, writeTx, type RawDatabase } from './connection.ts';
import { storePath } from './folder.ts';
import { readKeys, writeKeys, type KeysFile } from './keysFile.ts';
import { loadSession } from './loadSession.ts';
import { migrate, migrationsOf, pendingMigrations } from './migrate.ts';
import { openReaders, scopeReaders } from './readers.ts';
import { requireNotOlder } from './seen.ts';
import type { Store, Unlocked } from './store.ts';

export const nextStoreName = 'store.next.db';

/** Opens the store under the first of the keys that fits, brings its schema up to date and starts the user's session. */
export async function unlock(store: Store, keys: readonly Buffer[], userId: string): Promise<Unlocked> {
  const folder = store.requireFolder();
  const { raw, key } = openUnderOneOf(storePath(folder), keys);
  try {
    requireNotOlder(store, raw);
    settleRotation(folder, keys.indexOf(key), keys.length);
    upgrade(store, raw, key);
    const tx = writeTx(raw);
    const session = await loadSession(tx, userId);
    store.unlocked = { key, raw, tx, session, ...openReaders(storePath(folder), key, session) };
    return store.unlocked;
  } catch (error) {
    raw.close();
    throw error;
  }
}

function openUnderOneOf(path: string, keys: readonly Buffer[]): { raw: RawDatabase; key: Buffer } {
  for (const key of keys) {
    try {
      return { raw: openForWriting(path, key), key };
    } catch (error) {
      if (!(error instanceof StoreFailure && error.code === 'wrong_key')) throw error;
    }
  }
  // The passphrase opened its slot, so the key is right: the file is not what it was.
  throw new StoreFailure('corrupt');
}

/** A change of key that was cut short left two keys in each slot: keep the one that opens the store. */
function settleRotation(folder: string, position: number, held: number): void {
  rmSync(join(folder, nextStoreName), { force: true });
  if (held < 2) return;
  const file = readKeys(folder);
  const newest = Math.max(...file.slots.flatMap((slot) => slot.databaseKeys.map((each) => each.generation)));
  writeKeys(folder, keepGeneration(file, newest - position));
}

export function keepGeneration(file: KeysFile, generation: number): KeysFile {
  const slots = file.slots
    .map((slot) => ({ ...slot, databaseKeys: slot.databaseKeys.filter((each) => each.generation === generation) }))
    .filter((slot) => slot.databaseKeys.length > 0);
  return { ...file, generation, slots };
}

function upgrade(store: Store, raw: RawDatabase, key: Buffer): void {
  const folder = store.requireFolder();
  const known = migrationsOf(readKeys(folder).kind);
  if (pendingMigrations(raw, known).length === 0) return;
  const now = store.options.clock.now();
  clearPartials(backupsFolder(folder));
  writeBackup(backupWork(folder, key, 'before_migration', now));
  migrate(raw, known, now);
}

/** Reads roles and units again after a change, and narrows or widens what the session sees. */
export async function refreshSession(store: Store): Promise<void> {
  const unlocked = store.requireUnlocked();
  const before = unlocked.session.agreementIds;
  unlocked.session = await loadSession(unlocked.tx, unlocked.session.user.id);
  // Previews were made of what was seen then.
  if (String(unlocked.session.agreementIds) !== String(before)) store.memory.clear();
  scopeReaders(unlocked, unlocked.session);
}
