import type { Session } from '#contract/store/session';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { attempt, takeFailedAttempts } from './attempts.ts';
import { lookAtClock } from './clockDoubt.ts';
import { recordPlace } from './home.ts';
import { requireWorkspaceFolder } from './folder.ts';
import { finishMove } from './move/move.ts';
import { holdInstanceLock } from './instanceLock.ts';
import { readKeyCopies, readKeys, type OpenedSlot } from './keysFile.ts';
import { deriveInVain, demonstrationIterations, isLoginOf, openSlot, type KeySlot } from './keySlots.ts';
import { iterationsOf } from './keyWork.ts';
import { finishRestore } from './backups/replace.ts';
import { keepSeen, recordOlder } from './seen.ts';
import { rememberOnServer } from './seenOnServer.ts';
import { otherHere, recordOther, requireSame } from './otherHere.ts';
import { openDeskDrafts } from './sendDrafts.ts';
import { finishKeyWork } from './recoveryKey.ts';
import { openSlotOnServer, unlockOnServer } from './postgres/signIn.ts';
import { readServerFile, type ServerFile } from './postgres/serverFile.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import { unlock } from './unlock.ts';

/** Takes hold of the folder. The store itself stays closed until someone signs in. */
export function openFolder(store: Store, folder: string): { kind: 'unit' | 'coordination'; demonstration: boolean } {
  store.close();
  const server = readServerFile(folder);
  if (server) {
    Object.assign(store, { folder, server, other: otherHere(store.options, folder, server) });
    return { kind: server.kind, demonstration: false };
  }
  finishRestore(folder);
  requireWorkspaceFolder(folder);
  const { kind, demonstration } = readKeys(folder);
  const other = otherHere(store.options, folder, null);
  store.releaseInstance = holdInstanceLock(folder);
  Object.assign(store, { folder, other });
  return { kind, demonstration };
}

export async function signIn(store: Store, login: string, passphrase: string): Promise<Session> {
  requireSame(store);
  if (store.server) return signInOnServer(store, store.server, { login, secret: passphrase });
  const used = await attempt(store, () =>
    openOneOf(store, (slot) => slot.owner !== 'recovery' && isLoginOf(slot, login), passphrase),
  );
  const { session } = await unlock(store, used, () => Promise.resolve(used.slot.owner));
  await auditSignIn(store, session);
  await finishMove(store);
  // In a copy that is looked at, or where the workspace was, nothing is finished, purged or backed up.
  if (store.copyOf || session.workspace.movedTo) return session;
  await store.options.handlers.afterSignIn(store);
  if (session.roles.includes('administrator')) await finishKeyWork(store);
  return session;
}

/** What is of the folder alone is not asked here: its place, its history, purges to finish. The server's clock is compared before. */
async function signInOnServer(
  store: Store,
  file: ServerFile,
  given: { readonly login: string; readonly secret: string },
): Promise<Session> {
  const used = await attempt(store, () => openSlotOnServer(store, file, given));
  const { session } = await unlockOnServer(store, file, used);
  await recordOther(store);
  await recordOlder(store);
  await writeSignIn(store, session);
  await rememberOnServer(store, file, true);
  await openDeskDrafts(store, file.workspaceId);
  await finishMove(store);
  if (session.roles.includes('administrator') && !session.workspace.movedTo) await finishKeyWork(store);
  return session;
}

/** Whether the passphrase is the person's own, who is signed in. */
export async function provePassphrase(store: Store, { id, login }: Session['user'], secret: string): Promise<void> {
  const { server } = store;
  await attempt(store, async () => {
    if (server) (await openSlotOnServer(store, server, { login, secret })).privateKey.fill(0);
    else await openOneOf(store, ({ owner }) => owner === id, secret);
  });
}

/** Of one owner there are two at most while a passphrase changes, and others in a second copy of the file. */
const mostTried = 4;

/** Opens one of the slots that fit. An unknown login takes as long as a wrong passphrase and answers the same. */
export async function openOneOf(
  store: Store,
  fits: (slot: KeySlot) => boolean,
  secret: string,
  wrong: 'wrong_passphrase' | 'wrong_recovery_key' = 'wrong_passphrase',
): Promise<OpenedSlot> {
  const copies = readKeyCopies(store.requireFolder());
  const fewest = Math.min(iterationsOf(store.options), copies[0].demonstration ? demonstrationIterations : Infinity);
  const slots = distinct(copies.flatMap((file) => file.slots.filter(fits))).slice(0, mostTried);
  if (slots.length === 0) await deriveInVain(secret, iterationsOf(store.options));
  let failure = new StoreFailure('wrong_key', wrong);
  for (const slot of slots) {
    // Fewer rounds than Vigie ever wrote: the slot was made by another hand.
    if (slot.iterations < fewest) throw new StoreFailure('corrupt', 'keys_changed');
    try {
      return { copies, slot, keys: await openSlot(slot, secret) };
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      failure = error;
    }
  }
  throw failure;
}

function distinct(slots: readonly KeySlot[]): readonly KeySlot[] {
  return [...new Map(slots.map((slot) => [JSON.stringify(slot), slot])).values()];
}

/** The first link after a sign-in; before it, the one that says that an older store was opened knowingly. */
async function auditSignIn(store: Store, session: Session): Promise<void> {
  await recordOther(store);
  await recordOlder(store);
  await lookAtClock(store);
  await recordPlace(store);
  await writeSignIn(store, session);
  keepSeen(store);
}

async function writeSignIn(store: Store, session: Session): Promise<void> {
  const failed = takeFailedAttempts(store);
  await transact(store, 'session.signIn', async () =>
    Promise.resolve({
      output: null,
      audit: { subject: { kind: 'user', id: session.user.id }, facts: { failedAttemptsBefore: failed } },
    }),
  );
}
