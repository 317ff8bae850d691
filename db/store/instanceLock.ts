import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { removeLeftovers } from './leftovers.ts';

/**
 * One Vigie at a time on a workspace. The lock is an exclusive transaction on an empty database beside the store: the
 * operating system frees it when the process ends, however it ends, so no stale lock is ever left.
 */
export function holdInstanceLock(folder: string): () => void {
  const raw = new Database(join(folder, 'lock.db'), { timeout: 300 });
  try {
    raw.pragma('journal_mode = MEMORY');
    raw.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    raw.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) {
      throw new StoreFailure('busy', 'workspace_open_elsewhere');
    }
    throw error;
  }
  removeLeftovers(folder);
  return () => {
    raw.close();
  };
}
