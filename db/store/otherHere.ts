import { realpathSync } from 'node:fs';
import type { OtherHere } from '#contract/store/place';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { hasMark, markOfKey, readKeyCopies } from './keysFile.ts';
import type { ServerFile } from './postgres/serverFile.ts';
import { forgetKnown, readKnown, writeKnown } from './seenFile.ts';
import type { Store, StoreOptions } from './store.ts';
import { transact } from './transact.ts';

/**
 * Before a passphrase is typed: who can write the folder can put a workspace of their own there, which the passphrase would open. Each copy of
 * the key file must be made with the key that this computer knows, since slots of all of them are tried.
 */
export function otherHere({ seenPath }: StoreOptions, folder: string, server: ServerFile | null): OtherHere | null {
  const known = seenPath === undefined ? null : readKnown(seenPath, realpathSync.native(folder));
  if (!known) return null;
  if (server) return server.workspaceId === known.workspaceId ? null : 'workspace';
  const copies = readKeyCopies(folder);
  if (copies.some(({ workspaceId }) => workspaceId !== known.workspaceId)) return 'workspace';
  const mark = Buffer.from(known.mark ?? '', 'base64');
  return copies.every((file) => hasMark(file, mark)) ? null : 'key';
}

/** Asked again: the folder may have changed since it was opened. */
export function requireSame(store: Store): void {
  store.other = otherHere(store.options, store.requireFolder(), store.server);
  if (store.other !== null && store.otherReason === null) throw new StoreFailure('conflict', 'workspace_other');
}

/** The first entry of such a sign-in. */
export async function recordOther(store: Store): Promise<void> {
  const { other, otherReason } = store;
  store.other = null;
  store.otherReason = null;
  if (other === null) return;
  await transact(store, 'session.continueOther', () =>
    Promise.resolve({
      output: null,
      audit: { facts: { other }, changes: [{ field: 'reason', before: null, after: otherReason }] },
    }),
  );
}

/** From here on this is what lies in the folder. A demonstration is built again at will. */
export function knowFolder(store: Store, seenPath: string): void {
  const { key, session } = store.requireUnlocked();
  const { id: workspaceId, demonstration } = session.workspace;
  if (demonstration) return;
  const mark = store.server ? null : markOfKey(key).toString('base64');
  writeKnown(seenPath, realpathSync.native(store.requireFolder()), { workspaceId, mark });
}

/** A person who restores knows that the key may be an earlier one. */
export function forgetFolder({ seenPath }: StoreOptions, folder: string): void {
  if (seenPath !== undefined) forgetKnown(seenPath, realpathSync.native(folder));
}
