import { askConfirmation } from '../store/backups/confirmRestore.ts';
import { finishLeaving } from '../store/finishLeaving.ts';
import type { Store } from '../store/store.ts';
import { checkDaily } from '../store/wholeness.ts';
import { finishPurges } from './finishPurges.ts';
import { leaveFuture } from './leaveFuture.ts';

/** What a sign-in finds to finish, and the check of each day that begins with it. */
export async function afterSignIn(store: Store): Promise<void> {
  await askConfirmation(store);
  await leaveFuture(store);
  await finishPurges(store);
  await finishLeaving(store);
  void checkDaily(store);
}
