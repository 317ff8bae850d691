import type { ParsedInput } from '#contract/index';
import type { Session } from '#contract/store/session';
import { eq } from 'drizzle-orm';
import { foldWrittenKey } from '../ground/kernel/encryption.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { user } from '../ground/schema/common/people.ts';
import { attempt, takeFailedAttempts } from './attempts.ts';
import { newSlot } from './keySlots.ts';
import { iterationsOf, putSlot } from './keyWork.ts';
import { confirmedLater } from './rights/confirmations.ts';
import { finishDisabling } from './rotate.ts';
import { keepSeen, recordOlder } from './seen.ts';
import { openOneOf } from './signIn.ts';
import type { Store } from './store.ts';
import { unlock } from './unlock.ts';
import type { WriteTx } from '../ground/kernel/database.ts';

/** Gives a user a new passphrase by the recovery key. One person does it with a reason; a second one confirms it. */
export async function recover(store: Store, input: ParsedInput<'session.recover'>): Promise<Session> {
  const used = await attempt(store, () =>
    openOneOf(store, ({ owner }) => owner === 'recovery', foldWrittenKey(input.recoveryKey)),
  );
  const { session } = await unlock(store, used, (found) => userOf(found, input.login));
  const { id, login } = session.user;
  try {
    const iterations = iterationsOf(store.options);
    const slot = await newSlot({ owner: id, login, passphrase: input.newPassphrase, iterations });
    await recordOlder(store);
    const facts = { failedAttemptsBefore: takeFailedAttempts(store) };
    await putSlot(store, 'session.recover', slot, (found) =>
      confirmedLater(found, store, { kind: 'recovery', reason: input.reason, facts }),
    );
    keepSeen(store);
    // As after every sign-in: a store that came back with a backup is brought up to what happened since.
    await store.options.handlers.afterSignIn(store);
    if (session.roles.includes('administrator')) await finishDisabling(store);
    return session;
  } catch (error) {
    store.lock();
    throw error;
  }
}

async function userOf(tx: WriteTx, login: string): Promise<string> {
  const [found] = await tx.select({ id: user.id }).from(user).where(eq(user.login, login));
  if (!found) throw new StoreFailure('not_found');
  return found.id;
}
