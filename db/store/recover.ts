import type { Output, ParsedInput } from '#contract/index';
import type { NotReached } from '#contract/store/backups';
import { and, eq } from 'drizzle-orm';
import { foldWrittenKey } from '../ground/kernel/encryption.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { user, userRole } from '../ground/schema/common/people.ts';
import { attempt, takeFailedAttempts } from './attempts.ts';
import { lookAtClock } from './clockDoubt.ts';
import { recordPlace } from './home.ts';
import { newSlot, recoveryOwner } from './keySlots.ts';
import { iterationsOf, putSlots } from './keyWork.ts';
import { eachOnce, finishRecoveryKey, newRecoveryKey, recordRecoveryKey } from './recoveryKey.ts';
import { confirmedLater } from './rights/confirmations.ts';
import { finishDisabling } from './rotate.ts';
import { recordOther, requireSame } from './otherHere.ts';
import { keepSeen, recordOlder } from './seen.ts';
import { rememberOnServer } from './seenOnServer.ts';
import { openOneOf } from './signIn.ts';
import { openSlotOnServer, recoverOnServer } from './postgres/signIn.ts';
import type { Store, Unlocked } from './store.ts';
import { unlock } from './unlock.ts';
import type { WriteTx } from '../ground/kernel/database.ts';

/**
 * Gives an administrator a new passphrase by the recovery key. One person does it with a reason; a second one confirms it. A key that was used
 * opens nothing any more: another one takes its place in the same act, and is returned to be shown once.
 */
export async function recover(store: Store, input: ParsedInput<'session.recover'>): Promise<Output<'session.recover'>> {
  requireSame(store);
  const { session } = await openByKey(store, input);
  const { id, login } = session.user;
  if (store.copyOf || session.workspace.movedTo) {
    store.lock();
    throw new StoreFailure('read_only', store.copyOf ? 'copy_only' : 'moved_away');
  }
  try {
    const secret = { owner: id, login, passphrase: input.newPassphrase, iterations: iterationsOf(store.options) };
    const [slot, next] = await Promise.all([newSlot(secret), newRecoveryKey(store)]);
    await recordOther(store);
    await recordOlder(store);
    if (!store.server) {
      await lookAtClock(store);
      await recordPlace(store);
    }
    const facts = { failedAttemptsBefore: takeFailedAttempts(store) };
    await putSlots(store, 'session.recover', [slot, next.slot], async (tx) => {
      await recordRecoveryKey(tx, { at: store.clock.now(), by: id });
      return confirmedLater(tx, store, { kind: 'recovery', reason: input.reason, facts });
    });
    if (store.server) await rememberOnServer(store, store.server, true);
    else keepSeen(store);
    return { session, recoveryKey: next.written, notReached: await finish(store) };
  } catch (error) {
    store.lock();
    throw error;
  }
}

async function openByKey(store: Store, input: ParsedInput<'session.recover'>): Promise<Unlocked> {
  const { server } = store;
  const secret = foldWrittenKey(input.recoveryKey);
  if (server) {
    const used = await attempt(store, () => openSlotOnServer(store, server, { login: null, secret }));
    return recoverOnServer(store, server, used, { login: input.login, passphrase: input.newPassphrase });
  }
  const used = await attempt(store, () =>
    openOneOf(store, ({ owner }) => owner === recoveryOwner, secret, 'wrong_recovery_key'),
  );
  return unlock(store, used, (found) => administratorOf(found, input.login));
}

/** As after every sign-in: a store that came back with a backup is brought up to what happened since. */
async function finish(store: Store): Promise<NotReached[]> {
  try {
    if (!store.server) await store.options.handlers.afterSignIn(store);
    return eachOnce([...(await finishDisabling(store)), ...(await finishRecoveryKey(store))]);
  } catch {
    // The new passphrase and the new key count already, and the key is seen this once: the next sign-in finishes the rest.
    store.lock();
    return [];
  }
}

async function administratorOf(tx: WriteTx, login: string): Promise<string> {
  const [found] = await tx.select({ id: user.id }).from(user).where(eq(user.login, login));
  if (!found) throw new StoreFailure('not_found');
  const [role] = await tx
    .select({ role: userRole.role })
    .from(userRole)
    .where(and(eq(userRole.userId, found.id), eq(userRole.role, 'administrator')));
  // An administrator resets the passphrases of the others.
  if (!role) throw new StoreFailure('forbidden', 'recovery_administrators_only');
  return found.id;
}
