import { constants, copyFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { NotReached } from '#contract/store/backups';
import {
  contentOf,
  isMadeWith,
  parseKeys,
  readKeyCopies,
  readKeys,
  sealKeys,
  syncFolder,
  textOf,
  writeKeys,
  type KeysFile,
} from '../keysFile.ts';
import type { Store } from '../store.ts';
import { storesBeside } from './beside.ts';
import { readBackup } from './check.ts';
import { readTail, writeTail } from './container.ts';
import { backupsIn } from './files.ts';
import { keyThatOpens, knownKeys } from './keys.ts';
import { hashOfBytes, sealManifest } from './manifest.ts';
import { isReachable, placesOf } from './places.ts';
import { partialOf } from './write.ts';

/** The same file where the owner has no slot. */
function withoutSlot(file: KeysFile, owner: string, key: Buffer): KeysFile {
  const slots = file.slots.filter((slot) => slot.owner !== owner);
  if (slots.length === file.slots.length) return file;
  return sealKeys({ ...contentOf(file), slots }, [{ generation: file.generation, key }]);
}

/** Takes the slot out of one backup: beside it, then in its place, so that a cut leaves one whole file. */
function rewrite(path: string, owner: string, keys: readonly Buffer[]): void {
  const tail = readTail(path);
  const { key } = keyThatOpens(path, keys);
  const file = parseKeys(tail.keys.toString('utf8'));
  const rest = withoutSlot(file, owner, key);
  if (rest === file) return;
  const without = Buffer.from(textOf(rest));
  const about = readBackup(path, key);
  const partial = partialOf(path);
  rmSync(partial, { force: true });
  copyFileSync(path, partial, constants.COPYFILE_EXCL);
  const sha256 = { ...about.sha256, keys: hashOfBytes(without) };
  const manifest = sealManifest(key, { ...about, sha256 });
  writeTail(partial, { ...tail, keys: without, manifest });
  readBackup(partial, key);
  renameSync(partial, path);
  syncFolder(dirname(path));
}

/** The same of a store that a restore put beside. False where its key file is not genuine, or cannot be written. */
function rewriteBeside(folder: string, owner: string, keys: readonly Buffer[]): boolean {
  try {
    const copies = readKeyCopies(folder);
    if (!copies.some(({ slots }) => slots.some((slot) => slot.owner === owner))) return true;
    for (const key of keys) {
      const genuine = copies.find((file) => isMadeWith(file, { generation: file.generation, key }));
      if (!genuine) continue;
      const slots = genuine.slots.filter((slot) => slot.owner !== owner);
      writeKeys(folder, { ...contentOf(genuine), slots }, [{ generation: genuine.generation, key }]);
      return true;
    }
    return false;
  } catch {
    return false;
  }
}

/**
 * Takes a user's slot out of every backup that can be reached, so that what they knew opens none of them. The manifest is sealed again under the
 * key that the backup is under, which the store remembers.
 */
export async function forgetSlot(store: Store, owner: string): Promise<NotReached[]> {
  const unlocked = store.requireUnlocked();
  const folder = store.requireFolder();
  const { workspaceId } = readKeys(folder);
  const keys = await knownKeys(unlocked);
  const notReached: NotReached[] = [];
  for (const { place, folder: each } of await placesOf(unlocked.tx, folder)) {
    if (!isReachable(each)) notReached.push({ place, name: null });
    for (const { path, name } of backupsIn(each, workspaceId) ?? []) {
      try {
        rewrite(path, owner, keys);
      } catch {
        rmSync(partialOf(path), { force: true });
        notReached.push({ place, name });
      }
    }
  }
  for (const beside of storesBeside(folder)) {
    if (beside.keys !== null && !rewriteBeside(beside.keys, owner, keys))
      notReached.push({ place: 'workspace', name: beside.name });
  }
  return notReached;
}
