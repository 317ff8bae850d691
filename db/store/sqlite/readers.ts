import type { Session } from '#contract/store/session';
import { openForReading, readDb, type RawDatabase } from './connection.ts';
import { scopeToSession } from './scope.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';

/** The connections that only read, both within the session's units. */
export interface Readers {
  readonly readingRaw: RawDatabase;
  readonly countedRaw: RawDatabase;
  /** What a page may show. */
  readonly read: ReadDb;
  /** What a figure counts: with it the files that are sealed, of which nothing may be shown. */
  readonly counted: ReadDb;
}

export function openReaders(path: string, key: Buffer, session: Session): Readers {
  const readingRaw = openForReading(path, key);
  const countedRaw = openForReading(path, key);
  const readers = { readingRaw, countedRaw, read: readDb(readingRaw), counted: readDb(countedRaw) };
  try {
    scopeReaders(readers, session);
  } catch (error) {
    closeReaders(readers);
    throw error;
  }
  return readers;
}

/** After a change of what the session may see, and for a new one. */
export function scopeReaders({ readingRaw, countedRaw }: Readers, session: Session): void {
  scopeToSession(readingRaw, session, 'shown');
  scopeToSession(countedRaw, session, 'counted');
}

export function closeReaders({ readingRaw, countedRaw }: Readers): void {
  readingRaw.close();
  countedRaw.close();
}
