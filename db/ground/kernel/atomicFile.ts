import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  createWriteStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  type WriteStream,
} from 'node:fs';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
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

/**
 * The same of a file that is too long for memory. It is opened before a byte is made, and closed before what is left of it is removed: a
 * stream that still had to open it would make it again.
 */
export async function streamFileAtomically(
  path: string,
  write: (stream: Writable) => Promise<void>,
  building = besideOf(path),
): Promise<void> {
  const stream = createWriteStream(building, { flags: 'wx', mode: 0o600 });
  const failed = new Promise<never>((_, reject) => {
    stream.on('error', reject);
  });
  try {
    await Promise.race([once(stream, 'open'), failed]);
    await Promise.race([write(stream), failed]);
    await closed(stream);
    sync(building);
    renameSync(building, path);
  } catch (error) {
    stream.destroy();
    await closed(stream);
    rmSync(building, { force: true });
    throw error;
  }
}

async function closed(stream: WriteStream): Promise<void> {
  if (stream.closed) return;
  // What is still written into it after an end fails, and is of no matter.
  await new Promise<void>((resolve) => {
    stream.once('close', () => {
      resolve();
    });
  });
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
