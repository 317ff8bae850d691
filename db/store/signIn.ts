import type { Session } from '#contract/store/session';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { noteFailedAttempt, requirePatience, takeFailedAttempts } from './attempts.ts';
import { requireWorkspaceFolder } from './folder.ts';
import { holdInstanceLock } from './instanceLock.ts';
import { readKeys } from './keysFile.ts';
import { createSlot, isLoginOf, openSlot, type KeySlot } from './keySlots.ts';
import { finishRestore } from './backups/replace.ts';
import { recordOlder, rememberSeen } from './seen.ts';
import { finishDisabling } from './rotate.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import { unlock } from './unlock.ts';

/** Takes hold of the folder. The store itself stays closed until someone signs in. */
export function openFolder(store: Store, folder: string): { kind: 'unit' | 'coordination'; demonstration: boolean } {
  store.close();
  finishRestore(folder);
  requireWorkspaceFolder(folder);
  const { kind, demonstration } = readKeys(folder);
  store.releaseInstance = holdInstanceLock(folder);
  store.folder = folder;
  return { kind, demonstration };
}

export async function signIn(store: Store, login: string, passphrase: string): Promise<Session> {
  const folder = store.requireFolder();
  requirePatience(folder, store.options.clock.now());
  const slot = readKeys(folder).slots.find((each) => each.owner !== 'recovery' && isLoginOf(each, login));
  const keys = await openCounted(store, slot, passphrase);
  const { session } = await unlock(store, keys, requireSlot(slot).owner);
  await auditSignIn(store, session, 'session.signIn');
  await store.options.handlers.afterSignIn(store);
  if (session.roles.includes('administrator')) await finishDisabling(store);
  return session;
}

/** Opens a slot and counts a failure. An unknown login takes as long as a wrong passphrase and answers the same. */
export async function openCounted(
  store: Store,
  slot: KeySlot | undefined,
  passphrase: string,
): Promise<readonly Buffer[]> {
  const folder = store.requireFolder();
  try {
    if (!slot) {
      const iterations = store.options.iterations;
      await createSlot(
        { owner: 'nobody', login: '', passphrase, ...(iterations !== undefined && { iterations }) },
        Buffer.alloc(32),
        1,
      );
      throw new StoreFailure('wrong_key', 'wrong_passphrase');
    }
    return await openSlot(slot, passphrase);
  } catch (error) {
    if (error instanceof StoreFailure && error.code === 'wrong_key')
      noteFailedAttempt(folder, store.options.clock.now());
    throw error;
  }
}

export function requireSlot(slot: KeySlot | undefined): KeySlot {
  if (!slot) throw new StoreFailure('wrong_key', 'wrong_passphrase');
  return slot;
}

/** The first link after a sign-in; before it, the one that says that an older store was opened knowingly. */
export async function auditSignIn(store: Store, session: Session, method: string): Promise<void> {
  await recordOlder(store);
  const failed = takeFailedAttempts(store.requireFolder());
  await transact(store, method, async () =>
    Promise.resolve({
      output: null,
      audit: { subject: { kind: 'user', id: session.user.id }, facts: { failedAttemptsBefore: failed } },
    }),
  );
  rememberSeen(store);
  store.beforeLock = () => {
    rememberSeen(store);
  };
}
