import Database from 'better-sqlite3';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { openForReading, openForWriting, unlockWith, type RawDatabase } from './connection.ts';
import { storePath } from '../folder.ts';
import { readKeys } from '../keysFile.ts';
import { hasSchemaMark } from './migrate.ts';

/**
 * Opens the workspace's own store. A connection that only reads shows first that the key fits and that the file is what its keys were made
 * for: until then not a byte of it, or of the log beside it, is written.
 */
export function openStore(folder: string, key: Buffer): RawDatabase {
  const path = storePath(folder);
  const reading = openOrRollBack(path, key);
  try {
    requireOwn(reading, readKeys(folder).workspaceId);
  } finally {
    reading.close();
  }
  requireAlone(path, key);
  return openForWriting(path, key);
}

/**
 * A power cut while the file changed its way of writing left a journal, which a connection that only reads may not undo: it was refused as
 * read-only. Under another key than its own nothing is undone.
 */
function openOrRollBack(path: string, key: Buffer): RawDatabase {
  try {
    return openForReading(path, key);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_READONLY_ROLLBACK')) throw error;
    openForWriting(path, key).close();
    return openForReading(path, key);
  }
}

function requireOwn(raw: RawDatabase, workspaceId: string): void {
  const isOwn =
    hasSchemaMark(raw) &&
    raw.prepare(`SELECT json_extract(value, '$.id') FROM setting WHERE key = 'workspace'`).pluck().get() ===
      workspaceId;
  if (!isOwn) throw new StoreFailure('corrupt', 'store_not_own');
}

/** `lock.db` can be deleted; the lock on the store itself cannot, short of replacing the store. */
function requireAlone(path: string, key: Buffer): void {
  const raw = new Database(path, { fileMustExist: true, timeout: 300 });
  try {
    // Before the first read: a connection in exclusive mode opens only where no other has the file open.
    unlockWith(raw, key, 'PRAGMA locking_mode = EXCLUSIVE');
    raw.exec('BEGIN IMMEDIATE; COMMIT');
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      throw new StoreFailure('busy', 'workspace_open_elsewhere');
    throw error;
  } finally {
    raw.close();
  }
}
