import type { AuditMethod } from '#contract/words/acts';
import { appendAudit, type AuditLine } from './audit/append.ts';
import type { Store, Unlocked } from './store.ts';
import type { Audited, WriteTx } from '../ground/kernel/database.ts';

/** The only place that opens a transaction: immediate, and undone as a whole on any failure. */
async function inTransaction<T>({ raw, tx }: Unlocked, work: (tx: WriteTx) => Promise<T>): Promise<T> {
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

function lineOf(store: Store, { session }: Unlocked, line: Omit<AuditLine, 'at' | 'actorId'>): AuditLine {
  return { at: store.options.clock.now(), actorId: session.user.id, ...line };
}

/** What a user does: queued and audited in the same transaction. */
export function transact<T>(store: Store, method: AuditMethod, work: (tx: WriteTx) => Promise<Audited<T>>): Promise<T> {
  return store.queue.run(() => transactNow(store, method, work));
}

/** The same for work that the queue has let in already. */
export function transactNow<T>(
  store: Store,
  method: AuditMethod,
  work: (tx: WriteTx) => Promise<Audited<T>>,
): Promise<T> {
  const unlocked = store.requireUnlocked();
  return inTransaction(unlocked, async (tx) => {
    const { output, audit } = await work(tx);
    await appendAudit(tx, lineOf(store, unlocked, { method, outcome: 'done', fact: audit }));
    return output;
  });
}

/** Outside the transaction of a call and without an audit of its own, for the sign-in that it belongs to alone: what the store derives, and entries about calls. */
export function keepDerived(store: Store, unlocked: Unlocked, work: (tx: WriteTx) => Promise<void>): Promise<void> {
  return store.queue.run(async () => {
    if (store.unlocked === unlocked) await inTransaction(unlocked, work);
  });
}
