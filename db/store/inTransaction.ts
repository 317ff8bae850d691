import type { Unlocked } from './store.ts';
import type { WriteTx } from './types.ts';

/** The only place that opens a transaction: immediate, and undone as a whole on any failure. */
export async function inTransaction<T>(
  { raw, tx }: Pick<Unlocked, 'raw' | 'tx'>,
  work: (tx: WriteTx) => Promise<T>,
): Promise<T> {
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
