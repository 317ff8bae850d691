import { bringToNow, hasFuture } from '../casework/referrals/triage/future.ts';
import { findSetting, getSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { transact } from '../store/transact.ts';

/** At a sign-in by a clock that is not in doubt, where one once was: no deadline waits for a time that it made up. */
export async function leaveFuture(store: Store): Promise<void> {
  const { tx } = store.requireUnlocked();
  if (store.clockDoubt || (await findSetting(tx, 'clock')) === null) return;
  if ((await getSetting(tx, 'workspace')).kind !== 'unit') return;
  const now = store.options.clock.now();
  if (!(await hasFuture(tx, now))) return;
  await transact(store, 'clock.right', async (write) => ({
    output: null,
    audit: { subject: { kind: 'workspace', id: 'clock' }, facts: { referrals: await bringToNow(write, now) } },
  }));
}
