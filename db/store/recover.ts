import type { ParsedInput } from '#contract/index';
import type { Session } from '#contract/store/session';
import { eq } from 'drizzle-orm';
import { foldWrittenKey } from '../ground/kernel/encryption.ts';
import { StoreFailure } from '../ground/kernel/failure.ts';
import { user } from '../ground/schema/common/people.ts';
import { requirePatience } from './attempts.ts';
import { writeTx, openForWriting } from './connection.ts';
import { storePath } from './folder.ts';
import { readKeys, writeKeys } from './keysFile.ts';
import { createSlot, isLoginOf } from './keySlots.ts';
import { finishDisabling } from './rotate.ts';
import { activeAdministrators } from './rights/administrators.ts';
import { auditSignIn, openCounted, requireSlot } from './signIn.ts';
import type { Store } from './store.ts';
import { unlock } from './unlock.ts';

/** Gives a user a new passphrase by the recovery key; with two administrators or more, one of the others signs too. */
export async function recover(store: Store, input: ParsedInput<'session.recover'>): Promise<Session> {
  const folder = store.requireFolder();
  requirePatience(folder, store.options.clock.now());
  const keys = await openCounted(
    store,
    readKeys(folder).slots.find((slot) => slot.owner === 'recovery'),
    foldWrittenKey(input.recoveryKey),
  );
  const { userId, administrators } = await lookUp(folder, keys, input.login);
  if (administrators.length > 1) await requireSecond(store, input, administrators, userId);
  await replaceSlot(store, userId, input, keys);
  const { session } = await unlock(store, keys, userId);
  await auditSignIn(store, session, 'session.recover');
  // As after every sign-in: a store that came back with a backup is brought up to what happened since.
  await store.options.handlers.afterSignIn(store);
  if (session.roles.includes('administrator')) await finishDisabling(store);
  return session;
}

async function lookUp(folder: string, keys: readonly Buffer[], login: string) {
  for (const key of keys) {
    try {
      const raw = openForWriting(storePath(folder), key);
      try {
        const tx = writeTx(raw);
        const [found] = await tx.select({ id: user.id }).from(user).where(eq(user.login, login));
        if (!found) throw new StoreFailure('not_found');
        return { userId: found.id, administrators: await activeAdministrators(tx) };
      } finally {
        raw.close();
      }
    } catch (error) {
      if (!(error instanceof StoreFailure && error.code === 'wrong_key')) throw error;
    }
  }
  throw new StoreFailure('corrupt');
}

async function requireSecond(
  store: Store,
  input: ParsedInput<'session.recover'>,
  administrators: readonly string[],
  userId: string,
): Promise<void> {
  const second = input.second;
  if (!second) throw new StoreFailure('forbidden', 'second_administrator_needed');
  const slot = readKeys(store.requireFolder()).slots.find((each) => isLoginOf(each, second.login));
  await openCounted(store, slot, second.passphrase);
  const owner = requireSlot(slot).owner;
  if (owner === userId || !administrators.includes(owner))
    throw new StoreFailure('forbidden', 'second_administrator_needed');
}

async function replaceSlot(
  store: Store,
  userId: string,
  input: ParsedInput<'session.recover'>,
  keys: readonly Buffer[],
): Promise<void> {
  const folder = store.requireFolder();
  const file = readKeys(folder);
  const key = keys[0];
  if (!key) throw new StoreFailure('corrupt');
  const iterations = store.options.iterations;
  const secret = {
    owner: userId,
    login: input.login,
    passphrase: input.newPassphrase,
    ...(iterations !== undefined && { iterations }),
  };
  const slot = await createSlot(secret, key, file.generation);
  writeKeys(folder, { ...file, slots: [...file.slots.filter((each) => each.owner !== userId), slot] });
}
