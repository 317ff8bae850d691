import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StoreFailure } from './failure.ts';

/** Four random bytes, for a name that nobody has taken. */
export const newMark = (): string => randomBytes(4).toString('hex');

/** The name under which a file is built, beside its place. */
export function besideOf(path: string): string {
  return `${path}.${newMark()}.part`;
}

/** The same of a folder. */
export function besideFolder(parent: string, name: string): string {
  return join(parent, `.${name}.${newMark()}.building`);
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes beside the final name and renames: a reader, or a power cut, finds the old file or the whole new one. What was written is read
 * again first: on a disk that is nearly full a write may be cut short and say nothing.
 */
export function writeFileAtomically(path: string, data: string | Uint8Array, building = besideOf(path)): void {
  try {
    writeFileSync(building, data, { flag: 'wx', mode: 0o600 });
    sync(building);
    if (!readFileSync(building).equals(Buffer.from(data))) throw new StoreFailure('busy', 'disk_full');
    renameSync(building, path);
  } catch (error) {
    rmSync(building, { force: true });
    throw error;
  }
}

/** The same of a file that is too long for memory: `write` is given the name beside. */
export async function streamFileAtomically(
  path: string,
  write: (building: string) => Promise<void>,
  building = besideOf(path),
): Promise<void> {
  try {
    await write(building);
    sync(building);
    renameSync(building, path);
  } catch (error) {
    rmSync(building, { force: true });
    throw error;
  }
}

/** An earlier export is never overwritten: the next one is numbered. */
function freeName(parent: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!existsSync(join(parent, candidate))) return candidate;
  }
}

/** Writes the files under a temporary name and renames the folder: it is there whole, or not at all. Returns its name. */
export function writeFolderAtomically(
  parent: string,
  name: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  building = besideFolder(parent, name),
): string {
  try {
    mkdirSync(building);
    for (const file of files) writeFileAtomically(join(building, file.name), file.bytes);
    const final = freeName(parent, name);
    renameSync(building, join(parent, final));
    return final;
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
}
