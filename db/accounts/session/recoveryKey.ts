import { eq } from 'drizzle-orm';
import type { Output, ParsedInput } from '#contract/index';
import { keySlotRow } from '../../ground/schema/common/keys.ts';
import { user } from '../../ground/schema/common/people.ts';
import { recoveryOwner } from '../../store/keySlots.ts';
import { putSlots } from '../../store/keyWork.ts';
import { finishRecoveryKey, newRecoveryKey, recordRecoveryKey } from '../../store/recoveryKey.ts';
import { findSetting } from '../../store/settings.ts';
import { provePassphrase } from '../../store/signIn.ts';
import type { Store } from '../../store/store.ts';
import type { ActionContext, ReadHandler } from '../../store/types.ts';

export const recoveryKeyReads: { readonly 'recoveryKey.state': ReadHandler<'recoveryKey.state'> } = {
  'recoveryKey.state': async (db) => {
    const [slot] = await db.select().from(keySlotRow).where(eq(keySlotRow.owner, recoveryOwner));
    const made = await findSetting(db, 'recoveryKeyMade');
    const users = await db.select({ id: user.id, displayName: user.displayName }).from(user);
    const madeBy = users.find(({ id }) => id === made?.by)?.displayName ?? null;
    const usedAt = await findSetting(db, 'recoveryKeyUsedAt');
    return { isThere: slot !== undefined, madeAt: made?.at ?? null, madeBy, usedAt };
  },
};

/** By an administrator who proves to be the one who signed in: it is a way into every such account. */
export async function replaceRecoveryKey(
  context: ActionContext,
  { passphrase, reason }: ParsedInput<'recoveryKey.replace'>,
  store: Store,
): Promise<Output<'recoveryKey.replace'>> {
  const { user: own } = context.session;
  await provePassphrase(store, own, passphrase);
  await context.backUp('before_key_change');
  const { written, slot } = await newRecoveryKey(store);
  await putSlots(store, 'recoveryKey.replace', [slot], async (tx) => {
    await recordRecoveryKey(tx, { at: context.clock.now(), by: own.id });
    return {
      output: null,
      audit: { subject: { kind: 'user', id: own.id }, changes: [{ field: 'reason', before: null, after: reason }] },
    };
  });
  try {
    return { recoveryKey: written, notReached: await finishRecoveryKey(store) };
  } catch {
    // It counts already and is seen this once: the next sign-in of an administrator finishes the rest.
    return { recoveryKey: written, notReached: [] };
  }
}
