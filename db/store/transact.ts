import type { AuditMethod } from '#contract/words/acts';
import type { Session } from '#contract/store/session';
import type { AuditLine } from './audit/append.ts';
import type { Turn } from './engine.ts';
import type { Store, Unlocked } from './store.ts';
import type { Audited, WriteTx } from '../ground/kernel/database.ts';

/** Who administers, or plans for every unit, writes about the workspace itself. */
function turnOf({ roles, unitIds, workspace }: Session): Turn {
  return { unitIds, workspace: workspace.kind === 'coordination' || roles.includes('administrator') };
}

function inTransaction<T>(
  { engine, session }: Unlocked,
  work: (tx: WriteTx) => Promise<T>,
  asked?: string,
): Promise<T> {
  return engine.transact({ ...turnOf(session), asked }, work);
}

function lineOf(store: Store, { session }: Unlocked, line: Omit<AuditLine, 'at' | 'actorId'>): AuditLine {
  return { at: store.options.clock.now(), actorId: session.user.id, ...line };
}

/** What a user does: queued and audited in the same transaction. */
export function transact<T>(
  store: Store,
  method: AuditMethod,
  work: (tx: WriteTx) => Promise<Audited<T>>,
  asked?: string,
): Promise<T> {
  return store.queue.run(() => transactNow(store, method, work, asked));
}

/** The same for work that the queue has let in already. */
export function transactNow<T>(
  store: Store,
  method: AuditMethod,
  work: (tx: WriteTx) => Promise<Audited<T>>,
  asked?: string,
): Promise<T> {
  const unlocked = store.requireUnlocked();
  const audited = async (tx: WriteTx): Promise<T> => {
    const { output, audit } = await work(tx);
    await unlocked.engine.append(tx, lineOf(store, unlocked, { method, outcome: 'done', fact: audit }));
    return output;
  };
  return inTransaction(unlocked, audited, asked);
}

/** Outside the transaction of a call and without an audit of its own, for the sign-in that it belongs to alone: what the store derives, and entries about calls. */
export function keepDerived(store: Store, unlocked: Unlocked, work: (tx: WriteTx) => Promise<void>): Promise<void> {
  return store.queue.run(async () => {
    if (store.unlocked === unlocked) await inTransaction(unlocked, work);
  });
}
