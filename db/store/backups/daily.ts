import { findSetting } from '../settings.ts';
import type { Store } from '../store.ts';
import { makeBackup } from './make.ts';

const day = 86_400_000;
/** Nothing was asked for so long: the user reads, or is away. */
const quiet = 20_000;
const lookEvery = 15_000;

/** When a store was last asked anything, on a clock that only goes forward. */
const asked = new WeakMap<Store, number>();

export function noteAsked(store: Store): void {
  asked.set(store, performance.now());
}

/** Makes the backup of the day where it is due. A lock ends it; what it leaves is removed before the next one. Whatever fails is in the header. */
export async function backUpIfDue(store: Store): Promise<boolean> {
  const { unlocked } = store;
  if (!unlocked || unlocked.session.workspace.demonstration) return false;
  const { lastAt = null, failedAt = null } = (await findSetting(unlocked.tx, 'backupState')) ?? {};
  const now = store.options.clock.now();
  const last = Math.max(lastAt ?? 0, failedAt ?? 0);
  // One that seems to be of the future was made by a clock that was ahead.
  if (last <= now && now - last < day) return false;
  try {
    await makeBackup(store, 'daily');
  } catch {
    return false;
  } finally {
    store.options.emit({ type: 'touched', topics: ['backups'] });
  }
  return true;
}

/** In the application: once a day, when nobody asks for anything. */
export function scheduleBackups(store: Store): void {
  let isRunning = false;
  setInterval(() => {
    const idle = performance.now() - (asked.get(store) ?? performance.now());
    if (isRunning || !store.unlocked || idle < quiet) return;
    isRunning = true;
    void backUpIfDue(store)
      .catch(() => false)
      .finally(() => {
        isRunning = false;
      });
  }, lookEvery).unref();
}
