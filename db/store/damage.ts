import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../ground/kernel/atomicFile.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { copyEncrypted } from './sqlite/backup.ts';
import type { RawDatabase } from './sqlite/connection.ts';

/** An empty file beside a store in which damage was met: the next sign-in reads it whole before anything else. */
const markPath = (folder: string): string => join(folder, 'damaged');

export function markDamaged(folder: string): void {
  try {
    // Never through a link, which would empty a file elsewhere.
    writeFileAtomically(markPath(folder), '');
  } catch {
    // A disk that fails or is full takes no mark: the store is closed all the same.
  }
}

export const isMarkedDamaged = (folder: string): boolean => existsSync(markPath(folder));

export function unmarkDamaged(folder: string): void {
  rmSync(markPath(folder), { force: true });
}

/**
 * SQLite's own words for a page that does not hold, or that the disk does not give, and ours for the second; null for all else: a failure of
 * ours about a file from elsewhere is none of the store.
 */
export function storeDamage(error: unknown): StoreFailure | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof StoreFailure && current.reason === 'store_disk_failing') return current;
    const code = 'code' in current ? String(current.code) : '';
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return new StoreFailure('corrupt');
    if (/^SQLITE_IOERR(?!_NOMEM|_LOCK)/.test(code)) return diskFailing();
  }
  return null;
}

export const diskFailing = (): StoreFailure => new StoreFailure('read_only', 'store_disk_failing');

/** What was answered with "saved" may be in a file that has lost its name: while it is open, it can still be copied. */
export function rescue(raw: RawDatabase, folder: string, now: number): void {
  try {
    mkdirSync(join(folder, 'backups'), { recursive: true });
    copyEncrypted(raw, join(folder, 'backups', `rescued-${String(now)}.db`));
  } catch {
    // The folder may be gone as a whole.
  }
}
