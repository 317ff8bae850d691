import { bringToNow, hasFuture } from '../casework/referrals/triage/future.ts';
import { findSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { transact } from '../store/transact.ts';

/** At the sign-in of an investigator or a supervisor, once a clock that was in doubt is right again: deadlines that would begin at times to come begin now. */
export async function leaveFuture(store: Store): Promise<void> {
  const { tx, session } = store.requireUnlocked();
  // Others may write no file on a server.
  if (!session.roles.some((role) => role === 'investigator' || role === 'supervisor')) return;
  if (store.clockDoubt || (await findSetting(tx, 'clock')) === null) return;
  const now = store.clock.now();
  if (!(await hasFuture(tx, now))) return;
  await transact(store, 'clock.right', async (write) => ({
    output: null,
    audit: { subject: { kind: 'workspace', id: 'clock' }, facts: { referrals: await bringToNow(write, now) } },
  }));
}
