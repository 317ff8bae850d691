import { constants, copyFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
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
import { wrapDatabaseKey, type DatabaseKey, type KeySlot } from '../keySlots.ts';
import type { Store } from '../store.ts';
import { storesBeside } from './beside.ts';
import { readBackup } from './check.ts';
import { readTail, writeTail } from './container.ts';
import { backupsIn } from './files.ts';
import { keyThatOpens, knownKeys } from './keys.ts';
import { hashOfBytes, sealManifest } from './manifest.ts';
import { isReachable, placesOf } from './places.ts';
import { partialOf } from './write.ts';

type Slots = KeysFile['slots'];
/** What becomes of the slots of one backup, which is under the given key. */
type Change = (slots: Slots, key: DatabaseKey) => Slots;

const without =
  (owner: string): Change =>
  (slots) =>
    slots.filter((slot) => slot.owner !== owner);

/** The same file with other slots. */
function changedFile(file: KeysFile, key: Buffer, change: Change): KeysFile {
  const own = { generation: file.generation, key };
  const slots = change(file.slots, own);
  if (isDeepStrictEqual(slots.map(publicPart), file.slots.map(publicPart))) return file;
  return sealKeys({ ...contentOf(file), slots }, [own]);
}

const publicPart = ({ owner, publicKey }: KeySlot): readonly string[] => [owner, publicKey];

/** Changes the slots of one backup: beside it, then in its place, so that a cut leaves one whole file. */
function rewrite(path: string, change: Change, keys: readonly Buffer[]): void {
  const tail = readTail(path);
  const { key } = keyThatOpens(path, keys);
  const file = parseKeys(tail.keys.toString('utf8'));
  const rest = changedFile(file, key, change);
  if (rest === file) return;
  const changed = Buffer.from(textOf(rest));
  const about = readBackup(path, key);
  const partial = partialOf(path);
  rmSync(partial, { force: true });
  copyFileSync(path, partial, constants.COPYFILE_EXCL);
  const sha256 = { ...about.sha256, keys: hashOfBytes(changed) };
  const manifest = sealManifest(key, { ...about, sha256 });
  writeTail(partial, { ...tail, keys: changed, manifest });
  readBackup(partial, key);
  renameSync(partial, path);
  syncFolder(dirname(path));
}

/** The same of a store that a restore moved aside. False where its key file is not genuine, or cannot be written. */
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

/** In every backup that can be reached. The manifest is sealed again under the key that the backup is under, which the store remembers. */
async function changeSlots(store: Store, change: Change): Promise<NotReached[]> {
  const unlocked = store.requireUnlocked();
  const folder = store.requireFolder();
  const { workspaceId } = readKeys(folder);
  const keys = await knownKeys(unlocked);
  const notReached: NotReached[] = [];
  for (const { place, folder: each } of await placesOf(unlocked.tx, folder)) {
    if (!isReachable(each)) notReached.push({ place, name: null });
    for (const { path, name } of backupsIn(each, workspaceId) ?? []) {
      try {
        rewrite(path, change, keys);
      } catch {
        rmSync(partialOf(path), { force: true });
        notReached.push({ place, name });
      }
    }
  }
  return notReached;
}

/** Out of the stores that a restore moved aside. */
async function forgetBeside(store: Store, owner: string): Promise<NotReached[]> {
  const keys = await knownKeys(store.requireUnlocked());
  return storesBeside(store.requireFolder())
    .filter(({ keys: place }) => !rewriteBeside(place, owner, keys))
    .map(({ name }) => ({ place: 'workspace', name }));
}

/** Takes an owner's slot out of every backup that can be reached, so that what they knew opens none of them. */
export async function forgetSlot(store: Store, owner: string): Promise<NotReached[]> {
  return [...(await changeSlots(store, without(owner))), ...(await forgetBeside(store, owner))];
}

/** Lets a new slot open every backup that can be reached, in place of the one that its owner had there. */
export async function replaceSlot(store: Store, slot: KeySlot): Promise<NotReached[]> {
  const { owner } = slot;
  const replace: Change = (slots, key) => [
    ...without(owner)(slots, key),
    { ...slot, databaseKeys: [wrapDatabaseKey(slot.publicKey, key)] },
  ];
  return [...(await changeSlots(store, replace)), ...(await forgetBeside(store, owner))];
}
