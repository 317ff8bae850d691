import { sql } from 'drizzle-orm';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { lastLink } from './audit/append.ts';
import type { ServerFile } from './postgres/serverFile.ts';
import { readSeen, writeSeen, type Seen } from './seenFile.ts';
import type { Store } from './store.ts';

/** What this computer has seen of the workspace that the server no longer has; null where all of it is there. */
async function missing(store: Store, { workspaceId }: ServerFile): Promise<Seen | null> {
  const { seenPath } = store.options;
  const last = seenPath === undefined ? undefined : readSeen(seenPath)[workspaceId];
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
export async function rememberOnServer(store: Store, file: ServerFile, mayGoBack = false): Promise<void> {
  const { unlocked } = store;
  const { seenPath } = store.options;
  if (!unlocked || seenPath === undefined || unlocked.session.workspace.movedTo) return;
  try {
    const { sequence, hash } = await lastLink(unlocked.tx);
    const last = readSeen(seenPath)[file.workspaceId];
    if (!mayGoBack && last && last.sequence > sequence) return;
    const { generation } = unlocked;
    writeSeen(seenPath, file.workspaceId, { generation, sequence, head: hash, at: store.options.clock.now() });
  } catch {
    // The server is away, or the folder cannot be written.
  }
}
