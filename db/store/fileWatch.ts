import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StoreFailure } from '../ground/kernel/failure.ts';
import type { RawDatabase } from './sqlite/connection.ts';
import { readServerFile } from './postgres/serverFile.ts';
import { isMadeWith, readKeys, type KeysFile } from './keysFile.ts';
import type { DatabaseKey } from './keySlots.ts';

/** Which file has a name, and when it was last written. */
interface Seen {
  readonly file: string;
  readonly written: string;
}

const names = ['store.db', 'store.db-wal', 'lock.db', 'keys.json'] as const;
type Name = (typeof names)[number];

export interface WatchedFiles {
  /** How far our own log and its copying into the store have come. */
  readonly log: string;
  /** The key file that counts. */
  readonly keys: KeysFile;
  readonly seen: Readonly<Record<Name, Seen | null>>;
}

function look(folder: string, name: Name): Seen | null {
  const found = statSync(join(folder, name), { bigint: true, throwIfNoEntry: false });
  return found ? { file: `${found.dev}:${found.ino}`, written: `${found.size}:${found.mtimeNs}` } : null;
}

function lookAtAll(folder: string): WatchedFiles['seen'] {
  return Object.fromEntries(names.map((name) => [name, look(folder, name)])) as Record<Name, Seen | null>;
}

const logOf = (raw: RawDatabase): string => JSON.stringify(raw.pragma('wal_checkpoint(NOOP)'));

export function watchFiles(folder: string, raw: RawDatabase): WatchedFiles {
  return { keys: readKeys(folder), seen: lookAtAll(folder), log: logOf(raw) };
}

const replaced = (): StoreFailure => new StoreFailure('corrupt', 'store_replaced');

/**
 * What was written is the workspace's only while its files are those that were opened. The keys are replaced by each change of them: there
 * the workspace that they name counts.
 */
export function requireSameFiles(
  folder: string,
  unlocked: DatabaseKey & { readonly raw: RawDatabase },
  { keys: before, seen }: WatchedFiles,
): WatchedFiles {
  const now = lookAtAll(folder);
  for (const name of ['store.db', 'store.db-wal', 'lock.db'] as const)
    if (now[name]?.file !== seen[name]?.file) throw replaced();
  const found = now['keys.json'];
  if (!found) throw replaced();
  const read = found.file === seen['keys.json']?.file ? before : readKeys(folder);
  if (read.workspaceId !== before.workspaceId) throw replaced();
  return { keys: isMadeWith(read, unlocked) ? read : before, seen: now, log: logOf(unlocked.raw) };
}

/** Nobody else writes into the store. Windows tells the time of a file that is open late, so it is not asked there. */
export function requireUnwritten(folder: string, raw: RawDatabase, { seen, log }: WatchedFiles): void {
  if (process.platform === 'win32' || look(folder, 'store.db')?.written === seen['store.db']?.written) return;
  if (logOf(raw) === log) throw replaced();
}

/** Whether the folder was moved or removed and another workspace put in its place, by its keys: without any it is no other's. */
export function holdsAnother(folder: string, { keys }: WatchedFiles): boolean {
  try {
    return (readServerFile(folder) ?? readKeys(folder)).workspaceId !== keys.workspaceId;
  } catch {
    return false;
  }
}

/** SQLite removes the log by its name when its last connection closes: one that came with another store is moved out of its way meanwhile. */
export function keepForeignLog(folder: string, { seen }: WatchedFiles, close: () => void): void {
  const log = join(folder, 'store.db-wal');
  const found = look(folder, 'store.db-wal');
  if (!found || found.file === seen['store.db-wal']?.file) {
    close();
    return;
  }
  renameSync(log, `${log}.moved`);
  try {
    close();
  } finally {
    renameSync(`${log}.moved`, log);
  }
}
