import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { openForReading, type RawDatabase } from './connection.ts';
import { syncFolder } from './keysFile.ts';

/** `VACUUM INTO` writes a copy under the same key; SQLite's backup call refuses an encrypted file. */
export function copyEncrypted(raw: RawDatabase, target: string): void {
  rmSync(target, { force: true });
  raw.prepare('VACUUM INTO ?').run(target);
}

/** Reads the copy from end to end under its key. Throws `corrupt` where it does not hold. */
export function verifyCopy(target: string, key: Buffer): void {
  const copy = openForReading(target, key);
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreFailure('corrupt');
  } finally {
    copy.close();
  }
}

/** A verified copy in `backups/`, in place only once it was read whole. */
export function backUp(raw: RawDatabase, folder: string, key: Buffer, name: string): string {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true });
  const partial = join(backups, `${name}.partial`);
  const target = join(backups, `${name}.db`);
  copyEncrypted(raw, partial);
  verifyCopy(partial, key);
  renameSync(partial, target);
  syncFolder(backups);
  return target;
}
