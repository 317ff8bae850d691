import { confirmedLater } from '../rights/confirmations.ts';
import { findSetting, putSetting } from '../settings.ts';
import type { Store } from '../store.ts';
import { transact } from '../transact.ts';

/** The first sign-in after a restore asks for a second person's confirmation: until it comes nothing is unsealed or purged. */
export async function askConfirmation(store: Store): Promise<void> {
  const restored = await findSetting(store.requireUnlocked().tx, 'restored');
  if (!restored || restored.isAsked) return;
  await transact(store, 'backups.restore', async (tx) => {
    await putSetting(tx, 'restored', { ...restored, isAsked: true });
    return confirmedLater(tx, store, { kind: 'restore', reason: restored.reason });
  });
}
