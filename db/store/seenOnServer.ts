import { sql } from 'drizzle-orm';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { recordsOf } from './engineRecords.ts';
import type { ServerFile } from './postgres/serverFile.ts';
import { knowFolder } from './otherHere.ts';
import { readSeen, writeMark, writeSeen, type Seen } from './seenFile.ts';
import type { Store } from './store.ts';

/** What this computer has seen of the workspace that the server no longer has; null where all of it is there. */
async function missing(store: Store, { workspaceId }: ServerFile): Promise<Seen | null> {
  const { seenPath } = store.options;
  const last = seenPath === undefined ? null : readSeen(seenPath, workspaceId);
  const { tx, session } = store.requireUnlocked();
  if (!last || session.workspace.movedTo) return null;
  const [there] = await tx.all<{ hash: string | null }>(sql`SELECT vigie.link_at(${last.sequence}) AS hash`);
  return there?.hash === last.head ? null : last;
}

/** As in a folder: a database that was put back opens only with a reason. Nothing was written yet. */
export async function requireNotOlderOnServer(store: Store, file: ServerFile): Promise<void> {
  store.older = await missing(store, file);
  if (store.older && store.olderReason === null) throw new StoreFailure('conflict', 'store_older');
}

/** After the server was away it may be another one, or have less. */
export async function closeWhereOlder(store: Store): Promise<void> {
  const { server, unlocked } = store;
  const isOlder = server !== null && (await missing(store, server)) !== null;
  if (isOlder && store.unlocked === unlocked) store.shut(new StoreFailure('conflict', 'store_older'));
}

/** What is seen goes on; only a sign-in with a reason goes back. Whatever prevents it stops nobody's work. */
export async function rememberOnServer(store: Store, { workspaceId }: ServerFile, mayGoBack = false): Promise<void> {
  const { unlocked } = store;
  const { seenPath } = store.options;
  if (!unlocked || seenPath === undefined || unlocked.session.workspace.movedTo) return;
  try {
    const { sequence, hash: head } = await recordsOf(unlocked.tx).lastLink();
    const { generation } = unlocked;
    const last = readSeen(seenPath, workspaceId);
    if (mayGoBack || last?.generation !== generation) {
      writeSeen(seenPath, workspaceId, { generation, sequence, head, at: store.options.clock.now(), restores: [] });
      knowFolder(store, seenPath);
    } else if (last.sequence < sequence) writeMark(seenPath, workspaceId, { sequence, head });
  } catch {
    // The server is away, or the folder cannot be written.
  }
}

/** Whether more was written since the server was asked. */
const asking = new WeakMap<Store, { isAgain: boolean }>();

/** After a write, which does not wait for it. */
export async function noteOnServer(store: Store): Promise<void> {
  const { server } = store;
  const running = asking.get(store);
  if (running) running.isAgain = true;
  if (!server || running) return;
  const state = { isAgain: true };
  asking.set(store, state);
  while (state.isAgain) {
    state.isAgain = false;
    await rememberOnServer(store, server);
  }
  asking.delete(store);
}
