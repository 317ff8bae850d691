import { findSetting } from '../settings.ts';
import type { Unlocked } from '../store.ts';
import { openManifest, type Manifest } from './manifest.ts';
import { readTail } from './container.ts';
import { StoreFailure } from '../../ground/kernel/failure.ts';

/** The keys that a backup may be under: this store's own, then those of its earlier generations, newest first. */
export async function knownKeys({ key, tx }: Unlocked): Promise<readonly Buffer[]> {
  const earlier = Object.entries((await findSetting(tx, 'backupKeys')) ?? {});
  return [key, ...earlier.sort(([a], [b]) => Number(b) - Number(a)).map(([, each]) => Buffer.from(each, 'base64'))];
}

/** The first of the keys that opens the manifest. Throws `backup_damaged` where none does. */
export function keyThatOpens(
  path: string,
  keys: readonly Buffer[],
): { readonly key: Buffer; readonly about: Manifest } {
  const { manifest } = readTail(path);
  for (const key of keys) {
    try {
      return { key, about: openManifest(key, manifest) };
    } catch {
      // The next one may.
    }
  }
  throw new StoreFailure('corrupt', 'backup_damaged');
}
