import type { Session } from '#contract/store/session';
import type { ReadDb, WriteTx } from '../../ground/kernel/database.ts';
import { appendAudit } from '../audit/append.ts';
import type { Engine, Turn } from '../engine.ts';
import { writeTx, type RawDatabase } from './connection.ts';
import { closeReaders, openReaders, scopeReaders, type Readers } from './readers.ts';

/** One file, and one transaction at a time: the queue of the store is everybody's turn. */
export class SqliteEngine implements Engine {
  readonly raw: RawDatabase;
  readonly readers: Readers;
  readonly tx: WriteTx;
  readonly append = appendAudit;
  readonly end = appendAudit;

  /** Takes over the connection that writes, also where the readers cannot be opened. */
  constructor(raw: RawDatabase, path: string, key: Buffer, session: Session) {
    this.raw = raw;
    this.tx = writeTx(raw);
    this.readers = openReaders(path, key, session);
  }

  get read(): ReadDb {
    return this.readers.read;
  }

  get counted(): ReadDb {
    return this.readers.counted;
  }

  get isWriting(): boolean {
    return this.raw.inTransaction;
  }

  /** Immediate: what is read in it does not change before it writes. */
  async transact<T>(_turn: Turn, work: (tx: WriteTx) => Promise<T>): Promise<T> {
    const { raw, tx } = this;
    raw.exec('BEGIN IMMEDIATE');
    try {
      const output = await work(tx);
      raw.exec('COMMIT');
      return output;
    } catch (error) {
      // SQLite has already rolled back after some failures (a full disk is one); a second rollback would hide the first error.
      if (raw.open && raw.inTransaction) raw.exec('ROLLBACK');
      throw error;
    }
  }

  scope(session: Session): Promise<void> {
    scopeReaders(this.readers, session);
    return Promise.resolve();
  }

  isSealed(ids: readonly string[]): Promise<boolean> {
    const found = this.readers.readingRaw
      .prepare(
        `WITH named AS (SELECT value AS id FROM json_each(?)), sealed AS (SELECT item_id FROM main.sealed_item)
         SELECT 1 FROM sealed WHERE item_id IN (SELECT id FROM named)
         UNION ALL SELECT 1 FROM main.identifier WHERE id IN (SELECT id FROM named) AND person_id IN (SELECT item_id FROM sealed)`,
      )
      .get(JSON.stringify(ids));
    return Promise.resolve(found !== undefined);
  }

  present(): Promise<null> {
    return Promise.resolve(null);
  }

  close(): void {
    closeReaders(this.readers);
    this.raw.close();
  }
}
