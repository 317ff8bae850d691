import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { withRecords } from '../engineRecords.ts';
import { folderRecords } from './records.ts';

export type RawDatabase = Database.Database;

/**
 * SQLCipher 4's format: AES-256-CBC with HMAC-SHA-512 on every page. The key is 32 random bytes, so no derivation is
 * asked of the cipher. The key must come before anything else is read, and the cipher before the key.
 */
export function unlockWith(raw: RawDatabase, key: Buffer, beforeReading = ''): void {
  raw.pragma(`cipher='sqlcipher'`);
  raw.pragma('legacy=4');
  raw.pragma(`key="x'${key.toString('hex')}'"`);
  raw.exec(beforeReading);
  try {
    raw.pragma('schema_version');
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB'
      ? new StoreFailure('wrong_key')
      : error;
  }
}

/** What sorts and groups spill must not reach the disk in clear: temporary tables stay in memory. */
function tune(raw: RawDatabase): void {
  raw.pragma('temp_store = MEMORY');
  raw.pragma('cache_size = -65536');
  raw.pragma('foreign_keys = ON');
}

/** A handle that is left open on a file that could not be opened would keep its lock. */
function orClosed(raw: RawDatabase, prepare: () => void): RawDatabase {
  try {
    prepare();
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** An acknowledged write survives a power cut: WAL with a full sync at every commit. */
function openWriting(path: string, key: Buffer, fileMustExist: boolean): RawDatabase {
  const raw = new Database(path, { timeout: 2000, fileMustExist });
  return orClosed(raw, () => {
    unlockWith(raw, key);
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    tune(raw);
  });
}

/** Never makes a file: one that is gone or empty is refused before SQLite sees it, which would remove the log beside an empty one. */
export function openForWriting(path: string, key: Buffer): RawDatabase {
  requireContent(path);
  return openWriting(path, key, true);
}

/** For a new workspace alone. */
export function createForWriting(path: string, key: Buffer): RawDatabase {
  return openWriting(path, key, false);
}

/** The log beside a store that is gone or empty may be the only copy of what was written. */
export function requireContent(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size === 0) throw new StoreFailure('corrupt', 'store_missing');
}

export function openForReading(path: string, key: Buffer): RawDatabase {
  requireContent(path);
  const raw = new Database(path, { readonly: true, fileMustExist: true, timeout: 2000 });
  return orClosed(raw, () => {
    unlockWith(raw, key);
    tune(raw);
  });
}

export function writeTx(raw: RawDatabase): WriteTx {
  const database = Object.assign(drizzle(raw), { rowsAtOnce: 1 }) as unknown as WriteTx;
  return withRecords(database, folderRecords(database));
}

export function readDb(raw: RawDatabase): ReadDb {
  return writeTx(raw);
}
