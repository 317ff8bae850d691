import { StoreFailure } from '../ground/kernel/failure.ts';
import type { RawDatabase } from './sqlite/connection.ts';
import { isMarkedDamaged, unmarkDamaged } from './damage.ts';
import { storePath } from './folder.ts';
import { readPages, stillDoubtful } from './pages.ts';
import { findSetting, putSetting, type Settings } from './settings.ts';
import type { Store, Unlocked } from './store.ts';
import { keepDerived } from './transact.ts';

const aDay = 86_400_000;
const anHour = 3_600_000;
const aMinute = 60_000;

/** Reads the whole file, and keeps when it was found whole. Where it is not, the store closes. */
export async function checkWhole(store: Store): Promise<Settings['lastWhole']> {
  const unlocked = store.requireUnlocked();
  const path = storePath(store.requireFolder());
  const { pages, doubtful } = await readPages(path, unlocked.key, () => store.unlocked === unlocked);
  if (doubtful.length > 0) await store.queue.run(() => requireWhole(store, unlocked, path, doubtful));
  const found = { at: store.options.clock.now(), pages };
  if (store.unlocked !== unlocked) throw new StoreFailure('cancelled');
  await keepDerived(store, unlocked, (tx) => putSetting(tx, 'lastWhole', found));
  store.options.emit({ type: 'touched', topics: ['settings'] });
  return found;
}

async function requireWhole(
  store: Store,
  unlocked: Unlocked,
  path: string,
  doubtful: readonly number[],
): Promise<void> {
  if (store.unlocked !== unlocked) throw new StoreFailure('cancelled');
  const { raw, key } = unlocked;
  if (await isDamaged(raw, path, key, doubtful)) {
    store.shutDamaged();
    throw new StoreFailure('corrupt');
  }
}

/** What lies after the last page of the store is no part of it. */
async function isDamaged(raw: RawDatabase, path: string, key: Buffer, doubtful: readonly number[]): Promise<boolean> {
  const count = raw.pragma('page_count', { simple: true }) as number;
  const still = await stillDoubtful(path, key, doubtful);
  return still.some((number) => number <= count);
}

/** After damage was met, nobody signs in before the file was read whole: it may have been replaced by a backup since. */
export async function requireWholeAgain(folder: string, raw: RawDatabase, key: Buffer): Promise<void> {
  if (!isMarkedDamaged(folder)) return;
  const path = storePath(folder);
  const { doubtful } = await readPages(path, key, () => true);
  if (await isDamaged(raw, path, key, doubtful)) throw new StoreFailure('corrupt');
  unmarkDamaged(folder);
}

export async function checkWhenDue(store: Store): Promise<void> {
  const { unlocked } = store;
  if (!unlocked) return;
  const last = await findSetting(unlocked.read, 'lastWhole');
  const age = store.options.clock.now() - (last?.at ?? 0);
  // A clock that was set back must not put the check off for ever.
  if (age < 0 || age >= aDay) await checkWhole(store);
}

/** Once a day for as long as someone is signed in; first when the sign-in has been over for a while. */
export function checkDaily(store: Store): void {
  const { unlocked } = store;
  const next = (delay: number): void => {
    setTimeout(() => {
      if (!unlocked || store.unlocked !== unlocked) return;
      checkWhenDue(store)
        .catch((error: unknown) => {
          store.shutIfDamaged(error);
        })
        .finally(() => {
          next(anHour);
        });
    }, delay).unref();
  };
  next(aMinute);
}
