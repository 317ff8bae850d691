import { inArray } from 'drizzle-orm';
import type { Guarded } from './access.ts';
import type { AuditMethod } from '#contract/acts';
import type { TransferId, UnitId } from '#contract/ground/ids';
import type { Session } from '#contract/store/session';
import { transfer } from '../ground/schema/unit/transfers.ts';
import { idsAt } from './named.ts';
import type { AuditLine } from './audit/append.ts';
import type { Turn } from './engine.ts';
import type { Store, Unlocked } from './store.ts';
import type { Audited, WriteTx } from '../ground/kernel/database.ts';

/** Who administers, or plans for every unit, writes about the workspace itself. */
function turnOf({ roles, unitIds, workspace }: Session, others: readonly UnitId[]): Turn {
  return {
    unitIds: [...unitIds, ...others],
    workspace: workspace.kind === 'coordination' || roles.includes('administrator'),
  };
}

/** The other unit of a transfer that the call decides. */
export async function otherUnits({ scope }: Guarded, input: unknown, { read }: Unlocked): Promise<readonly UnitId[]> {
  const ids = idsAt(input, scope?.transfer) as TransferId[];
  if (ids.length === 0) return [];
  const rows = await read.select({ unitId: transfer.unitId }).from(transfer).where(inArray(transfer.id, ids));
  return rows.map(({ unitId }) => unitId);
}

/** What is known of a call before its transaction begins. */
interface Known {
  /** The method and its input. */
  readonly asked?: string;
  /** Units other than the session's whose writers wait. */
  readonly others?: readonly UnitId[];
  /** Nothing but the audit is written: no unit's writers wait. */
  readonly onlyAudit?: boolean;
}

function inTransaction<T>(
  { engine, session }: Unlocked,
  work: (tx: WriteTx) => Promise<T>,
  { asked, others = [], onlyAudit = false }: Known = {},
): Promise<T> {
  const turn = onlyAudit ? { unitIds: [], workspace: false } : turnOf(session, others);
  return engine.transact({ ...turn, asked }, work);
}

function lineOf(store: Store, { session }: Unlocked, line: Omit<AuditLine, 'at' | 'actorId'>): AuditLine {
  return { at: store.clock.now(), actorId: session.user.id, ...line };
}

/** What a user does: queued and audited in the same transaction. */
export function transact<T>(
  store: Store,
  method: AuditMethod,
  work: (tx: WriteTx) => Promise<Audited<T>>,
  known?: Known,
): Promise<T> {
  return store.queue.run(() => transactNow(store, method, work, known));
}

/** The same for work that the queue has let in already. */
export function transactNow<T>(
  store: Store,
  method: AuditMethod,
  work: (tx: WriteTx) => Promise<Audited<T>>,
  known?: Known,
): Promise<T> {
  const unlocked = store.requireUnlocked();
  const audited = async (tx: WriteTx): Promise<T> => {
    const { output, audit, recorded } = await work(tx);
    const line = lineOf(store, unlocked, { method, outcome: 'done', fact: audit });
    if (recorded) await recorded(await unlocked.engine.append(tx, line));
    else await unlocked.engine.end(tx, line, output);
    return output;
  };
  return inTransaction(unlocked, audited, known);
}

/** Outside the transaction of a call and without an audit of its own, for the sign-in that it belongs to alone: what the store derives, and entries about calls. */
export function keepDerived(
  store: Store,
  unlocked: Unlocked,
  work: (tx: WriteTx) => Promise<void>,
  known?: Pick<Known, 'onlyAudit'>,
): Promise<void> {
  return store.queue.run(async () => {
    if (store.unlocked === unlocked) await inTransaction(unlocked, work, known);
  });
}
