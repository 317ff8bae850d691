import { eq } from 'drizzle-orm';
import { anyId } from '../../ground/kernel/among.ts';
import type { ReadDb } from '../../ground/kernel/database.ts';
import { user } from '../../ground/schema/common/people.ts';
import { confirmedLater } from '../rights/confirmations.ts';
import { findSetting, putSetting } from '../settings.ts';
import type { Store } from '../store.ts';
import { transact } from '../transact.ts';

/** Whose passphrase opened the backup. The recovery key belongs to nobody: the first to sign in counts as its user. */
async function restorer(db: Pick<ReadDb, 'select'>, by: string | null) {
  const [found] = await db
    .select({ id: user.id })
    .from(user)
    .where(eq(user.id, anyId(by ?? '')));
  return found?.id;
}

/**
 * The first sign-in after a restore asks for a second person's confirmation: until it comes nothing is unsealed or purged. It is asked in the
 * name of who restored, who could otherwise wait for a colleague to sign in and then confirm it alone.
 */
export async function askConfirmation(store: Store): Promise<void> {
  const restored = await findSetting(store.requireUnlocked().tx, 'restored');
  if (!restored || restored.isAsked) return;
  await transact(store, 'backups.restore', async (tx) => {
    await putSetting(tx, 'restored', { ...restored, isAsked: true });
    const by = await restorer(tx, restored.by);
    return confirmedLater(tx, store, { kind: 'restore', reason: restored.reason, by });
  });
}
