import type { NotReached } from '#contract/store/backups';
import { eq, inArray } from 'drizzle-orm';
import { foldWrittenKey, newWrittenKey } from '../ground/kernel/encryption.ts';
import { setting } from '../ground/schema/common/workspace.ts';
import { makeBackup } from './backups/make.ts';
import { replaceSlot } from './backups/slots.ts';
import { newSlot, recoveryOwner, type NewSlot } from './keySlots.ts';
import { genuineKeys, iterationsOf } from './keyWork.ts';
import { finishDisabling, removeOwner, rotateKey } from './rotate.ts';
import { findSetting, putSetting } from './settings.ts';
import type { Store } from './store.ts';
import { keepDerived } from './transact.ts';
import type { WriteTx } from '../ground/kernel/database.ts';

interface NewRecoveryKey {
  /** As it is shown, once. */
  readonly written: string;
  readonly slot: NewSlot;
}

export async function newRecoveryKey(store: Store): Promise<NewRecoveryKey> {
  const written = newWrittenKey();
  const iterations = iterationsOf(store.options);
  const secret = { owner: recoveryOwner, login: recoveryOwner, passphrase: foldWrittenKey(written), iterations };
  return { written, slot: await newSlot(secret) };
}

/** In the transaction that makes a new recovery key count. */
export async function recordRecoveryKey(tx: WriteTx, made: { readonly at: number; readonly by: string }) {
  await putSetting(tx, 'recoveryKeyMade', made);
  await putSetting(tx, 'recoveryKeyOwed', 'replaced');
  await tx.delete(setting).where(eq(setting.key, 'recoveryKeyUsedAt'));
}

/** In the transaction of a second person's refusal: the new key that was shown to the refused person then opens no account. */
export async function withdrawRecoveryKey(tx: WriteTx): Promise<void> {
  await putSetting(tx, 'recoveryKeyOwed', 'withdrawn');
}

/**
 * The earlier recovery key may have been seen with a copy of the key file: the database gets a new key, and each backup that can be reached
 * the new slot in place of the old one. Returns the backups that the old one still opens. What cannot be done now stays owed.
 */
export async function finishRecoveryKey(store: Store): Promise<NotReached[]> {
  const owed = await findSetting(store.requireUnlocked().tx, 'recoveryKeyOwed');
  if (owed === null) return [];
  const notReached = owed === 'withdrawn' ? await removeOwner(store, recoveryOwner) : await renew(store);
  if (store.server) return [];
  const unlocked = store.requireUnlocked();
  await keepDerived(store, unlocked, async (tx) => {
    await tx.delete(setting).where(eq(setting.key, 'recoveryKeyOwed'));
    if (owed === 'withdrawn')
      await tx.delete(setting).where(inArray(setting.key, ['recoveryKeyMade', 'recoveryKeyUsedAt']));
  });
  // Where there is no room for it, the header says that the last backup failed.
  await makeBackup(store, 'after_key_change').catch(() => undefined);
  return notReached;
}

async function renew(store: Store): Promise<NotReached[]> {
  await rotateKey(store, null);
  if (store.server) return [];
  const { slots } = await store.queue.run(() => genuineKeys(store));
  const slot = slots.find(({ owner }) => owner === recoveryOwner);
  return slot ? replaceSlot(store, slot) : [];
}

/** Where the power went between a decision about keys and what follows from it, the next administrator finishes it. */
export async function finishKeyWork(store: Store): Promise<void> {
  store.notReached = eachOnce([...(await finishDisabling(store)), ...(await finishRecoveryKey(store))]);
}

/** A second place that is away is away for each owner who was removed. */
export function eachOnce(left: readonly NotReached[]): NotReached[] {
  return [...new Map(left.map((each) => [`${each.place} ${each.name ?? ''}`, each])).values()];
}
