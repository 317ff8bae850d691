import { closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from '../ground/kernel/atomicFile.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';

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

export const diskFailing = (): StoreFailure => new StoreFailure('read_only', 'store_disk_failing');
const piece = Buffer.alloc(1024 * 1024);

/** SQLite calls a page damaged too where the disk gives none: only reading the file tells the two apart. */
export function damageOf(path: string): StoreFailure {
  try {
    const file = openSync(path, 'r');
    try {
      while (readSync(file, piece) > 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (isDiskError(error)) return diskFailing();
  }
  return new StoreFailure('corrupt');
}

export const isDiskError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EIO';

/** What SQLite, or the store itself, says of a page that does not hold or is not given; null for all else: a failure with a reason is about another file. */
export function storeDamage(error: unknown, path: string): StoreFailure | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof StoreFailure) {
      if (current.reason === 'store_disk_failing') return current;
      return current.code === 'corrupt' && !current.reason ? damageOf(path) : null;
    }
    const code = 'code' in current ? String(current.code) : '';
    if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return damageOf(path);
    if (/^SQLITE_IOERR(?!_NOMEM|_LOCK)/.test(code)) return diskFailing();
  }
  return null;
}
