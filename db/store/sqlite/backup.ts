import { rmSync } from 'node:fs';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { openForReading, type RawDatabase } from './connection.ts';

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
