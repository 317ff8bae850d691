import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { workspaceKind } from '#contract/ground/codes';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { keySlot } from './keySlots.ts';

const keysFile = z.object({
  format: z.literal('vigie-keys'),
  version: z.literal(1),
  workspaceId: z.uuid(),
  kind: workspaceKind,
  demonstration: z.boolean(),
  /** Rises with each new database key. While a new one is put in place, slots hold both. */
  generation: z.int().min(1),
  slots: z.array(keySlot).min(1),
});
export type KeysFile = z.infer<typeof keysFile>;

export function keysPath(folder: string): string {
  return join(folder, 'keys.json');
}

export function readKeys(folder: string): KeysFile {
  if (!existsSync(keysPath(folder))) throw new StoreFailure('not_found', 'not_a_workspace');
  const text = readFileSync(keysPath(folder), 'utf8');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new StoreFailure('corrupt');
  }
  const version = z.object({ format: z.literal('vigie-keys'), version: z.int() }).safeParse(parsed);
  if (!version.success) throw new StoreFailure('not_found', 'not_a_workspace');
  if (version.data.version > 1) throw new StoreFailure('newer_schema');
  const keys = keysFile.safeParse(parsed);
  if (!keys.success) throw new StoreFailure('corrupt');
  return keys.data;
}

/** Replaced as a whole: a cut of power leaves the old file or the new one. */
export function writeKeys(folder: string, keys: KeysFile): void {
  const next = join(folder, 'keys.json.next');
  const handle = openSync(next, 'w', 0o600);
  writeSync(handle, `${JSON.stringify(keys, null, 2)}\n`);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(next, keysPath(folder));
  syncFolder(folder);
}

/** A rename is on the disk only when its folder is; Windows has no such call and orders them itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
