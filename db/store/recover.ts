import type { ParsedInput } from '#contract/index';
import type { Session } from '#contract/store/session';
import { eq } from 'drizzle-orm';
import { foldWrittenKey } from '../ground/kernel/encryption.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { user } from '../ground/schema/common/people.ts';
import { attempt, takeFailedAttempts } from './attempts.ts';
import { isLoginOf, newSlot } from './keySlots.ts';
import { iterationsOf, putSlot } from './keyWork.ts';
import { activeAdministrators } from './rights/administrators.ts';
import { openOneOf } from './signIn.ts';
import type { Store } from './store.ts';
import { unlock } from './unlock.ts';
import type { WriteTx } from '../ground/kernel/database.ts';

/** Gives a user a new passphrase by the recovery key; with two administrators or more, one of the others signs too. */
export async function recover(store: Store, input: ParsedInput<'session.recover'>): Promise<Session> {
  const used = await attempt(store, () =>
    openOneOf(store, ({ owner }) => owner === 'recovery', foldWrittenKey(input.recoveryKey)),
  );
  const { session, tx } = await unlock(store, used, (found) => userOf(found, input.login));
  const { id, login } = session.user;
  try {
    await requireSecond(store, input, await activeAdministrators(tx), id);
    const iterations = iterationsOf(store.options);
    const slot = await newSlot({ owner: id, login, passphrase: input.newPassphrase, iterations });
    const facts = { failedAttemptsBefore: takeFailedAttempts(store) };
    await putSlot(store, 'session.recover', slot, () =>
      Promise.resolve({ output: null, audit: { subject: { kind: 'user', id }, facts } }),
    );
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

async function requireSecond(
  store: Store,
  { second }: ParsedInput<'session.recover'>,
  administrators: readonly string[],
  userId: string,
): Promise<void> {
  if (administrators.length < 2) return;
  if (!second) throw new StoreFailure('forbidden', 'second_administrator_needed');
  const { slot } = await attempt(store, () =>
    openOneOf(store, (each) => isLoginOf(each, second.login), second.passphrase),
  );
  if (slot.owner === userId || !administrators.includes(slot.owner))
    throw new StoreFailure('forbidden', 'second_administrator_needed');
}
