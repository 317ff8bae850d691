import { bringToNow, hasFuture } from '../casework/referrals/triage/future.ts';
import { findSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { transact } from '../store/transact.ts';

/** At a sign-in of somebody who works on files, by a clock that is not in doubt where one once was: no deadline waits for a time that it made up. */
export async function leaveFuture(store: Store): Promise<void> {
  const { tx, session } = store.requireUnlocked();
  // Others may write no file on a server.
  if (!session.roles.some((role) => role === 'investigator' || role === 'supervisor')) return;
  if (store.clockDoubt || (await findSetting(tx, 'clock')) === null) return;
  const now = store.options.clock.now();
  if (!(await hasFuture(tx, now))) return;
  await transact(store, 'clock.right', async (write) => ({
    output: null,
    audit: { subject: { kind: 'workspace', id: 'clock' }, facts: { referrals: await bringToNow(write, now) } },
  }));
}
