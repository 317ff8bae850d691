import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Writes beside the final name and renames: a reader, or a power cut, finds the old file or the whole new one. */
export function writeFileAtomically(path: string, data: string | Uint8Array): void {
  const building = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const file = openSync(building, 'wx', 0o600);
    try {
      writeFileSync(file, data);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(building, path);
  } catch (error) {
    rmSync(building, { force: true });
    throw error;
  }
}
