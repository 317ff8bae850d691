import { findSetting } from '../settings.ts';
import type { Store, Unlocked } from '../store.ts';
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

/** A day after the last one, or after the last try. One that seems to be of the future was made by a clock that was ahead. */
async function isDue({ tx }: Unlocked, now: number): Promise<boolean> {
  const state = await findSetting(tx, 'backupState');
  const last = Math.max(state?.lastAt ?? 0, state?.failedAt ?? 0);
  return last > now || now - last >= day;
}

/** Makes the backup of the day where it is due. A lock ends it; what it leaves is removed before the next one. Whatever fails is in the header. */
export async function backUpIfDue(store: Store): Promise<boolean> {
  const { unlocked } = store;
  if (!unlocked || store.server || store.copyOf) return false;
  const { demonstration, movedTo } = unlocked.session.workspace;
  if (demonstration || movedTo) return false;
  if (!(await isDue(unlocked, store.options.clock.now()))) return false;
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
