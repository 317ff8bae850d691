import { appendAudit, type AuditLine } from '../audit/append.ts';
import { holdView, joinHeldViews } from './heldViews.ts';
import { inTransaction } from './inTransaction.ts';
import type { Store, Unlocked } from './store.ts';
import type { AuditFact, Audited, WriteTx } from './types.ts';

function lineOf(store: Store, { session }: Unlocked, line: Omit<AuditLine, 'at' | 'actorId'>): AuditLine {
  return { at: store.options.clock.now(), actorId: session.user.id, ...line };
}

type Work<T> = (tx: WriteTx) => Promise<Audited<T>>;

function inAuditedTransaction<T>(store: Store, unlocked: Unlocked, method: string, work: Work<T>): Promise<T> {
  return inTransaction(unlocked, async (tx) => {
    const { output, audit } = await work(tx);
    await appendAudit(tx, lineOf(store, unlocked, { method, outcome: 'done', fact: audit }));
    return output;
  });
}

/** What a user does: queued and audited in the same transaction. */
export function transact<T>(store: Store, method: string, work: Work<T>): Promise<T> {
  return store.queue.run(() => inAuditedTransaction(store, store.requireUnlocked(), method, work));
}

/** The same for work of seconds that lets other calls run meanwhile. Views are held beside it until it has ended. */
export async function transactLong<T>(store: Store, method: string, work: Work<T>): Promise<T> {
  // From now on, because a view that stood behind it in the queue would wait as long.
  store.longWork += 1;
  return store.queue.run(async () => {
    const unlocked = store.unlocked;
    try {
      return await inAuditedTransaction(store, store.requireUnlocked(), method, work);
    } finally {
      store.longWork -= 1;
      // What cannot join now is kept for the next sign-in: the work itself has ended as it has.
      if (unlocked && store.unlocked === unlocked) await joinHeldViews(store, unlocked).catch(() => undefined);
    }
  });
}

/** Once it returns, the entry of a view is on the disk. */
export async function auditView(store: Store, method: string, fact: AuditFact): Promise<void> {
  if (store.longWork === 0) return transact(store, method, () => Promise.resolve({ output: undefined, audit: fact }));
  const unlocked = store.requireUnlocked();
  holdView(store, unlocked, lineOf(store, unlocked, { method, outcome: 'done', fact }));
}

/** A refusal is audited outside the transaction that was undone. */
export function auditRefusal(store: Store, method: string, code: string): Promise<void> {
  return store.queue.run(() => {
    const unlocked = store.requireUnlocked();
    const line = lineOf(store, unlocked, { method, outcome: 'refused', fact: { facts: { code } } });
    return inTransaction(unlocked, (tx) => appendAudit(tx, line));
  });
}

/** What the store derives for itself: no act of the user, so without an audit, and for the sign-in that it was derived under alone. */
export function keepDerived(store: Store, unlocked: Unlocked, work: (tx: WriteTx) => Promise<void>): Promise<void> {
  return store.queue.run(async () => {
    if (store.unlocked === unlocked) await inTransaction(unlocked, work);
  });
}
