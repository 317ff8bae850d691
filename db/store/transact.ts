import { appendAudit } from '../audit/append.ts';
import type { Store } from './store.ts';
import type { Audited, WriteTx } from './types.ts';

/** The only place that opens a transaction: queued, immediate, audited, and undone as a whole on any failure. */
export function transact<T>(store: Store, method: string, work: (tx: WriteTx) => Promise<Audited<T>>): Promise<T> {
  return store.queue.run(async () => {
    const { raw, tx, session } = store.requireUnlocked();
    raw.exec('BEGIN IMMEDIATE');
    try {
      const { output, audit } = await work(tx);
      await appendAudit(tx, {
        at: store.options.clock.now(),
        actorId: session.user.id,
        method,
        outcome: 'done',
        fact: audit,
      });
      raw.exec('COMMIT');
      return output;
    } catch (error) {
      // SQLite has already rolled back after some failures (a full disk is one); a second rollback would hide the first error.
      if (raw.open && raw.inTransaction) raw.exec('ROLLBACK');
      throw error;
    }
  });
}

/** A refusal is audited outside the transaction that was undone. */
export function auditRefusal(store: Store, method: string, code: string): Promise<void> {
  return store.queue.run(async () => {
    const { raw, tx, session } = store.requireUnlocked();
    raw.exec('BEGIN IMMEDIATE');
    await appendAudit(tx, {
      at: store.options.clock.now(),
      actorId: session.user.id,
      method,
      outcome: 'refused',
      fact: { facts: { code } },
    });
    raw.exec('COMMIT');
  });
}
