import { setTimeout } from 'node:timers/promises';
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

/** How long a long read of something else is waited for before pages are looked at again. */
const again = 500;

/** Reads the whole file, and keeps when it was found whole. Where it is not, the store closes. Never beside a backup, which reads as long. */
export function checkWhole(store: Store): Promise<Settings['lastWhole']> {
  return store.longReads.run(async () => {
    const unlocked = store.requireUnlocked();
    const path = storePath(store.requireFolder());
    const { pages, doubtful } = await readPages(path, unlocked.key, () => store.unlocked === unlocked);
    const judge = () => store.queue.run(() => judgeOpen(store, unlocked, path, doubtful));
    while (doubtful.length > 0 && !(await judge())) await setTimeout(again);
    const found = { at: store.clock.now(), pages };
    if (store.unlocked !== unlocked) throw new StoreFailure('cancelled');
    await keepDerived(store, unlocked, (tx) => putSetting(tx, 'lastWhole', found));
    store.options.emit({ type: 'touched', topics: ['settings'] });
    return found;
  });
}

/** False where nothing can be said yet. */
async function judgeOpen(
  store: Store,
  unlocked: Unlocked,
  path: string,
  doubtful: readonly number[],
): Promise<boolean> {
  if (store.unlocked !== unlocked) throw new StoreFailure('cancelled');
  const isDamaged = await judge(unlocked.raw, path, unlocked.key, doubtful);
  if (isDamaged) {
    store.shutDamaged();
    throw new StoreFailure('corrupt');
  }
  return isDamaged !== null;
}

/**
 * Whether pages that were doubtful are damaged, while nobody writes; null where it cannot be said. Until all that is in the log was copied into
 * the file, SQLite reads newer pages there, and the file may have holes in their places. What lies after the store's last page is no part of it.
 */
async function judge(
  raw: RawDatabase,
  path: string,
  key: Buffer,
  doubtful: readonly number[],
): Promise<boolean | null> {
  const [copied] = raw.pragma('wal_checkpoint(PASSIVE)') as { busy: number; log: number; checkpointed: number }[];
  // A reader that began before the last write keeps the rest of the log from being copied.
  if (copied?.busy !== 0 || copied.log !== copied.checkpointed) return null;
  const count = raw.pragma('page_count', { simple: true }) as number;
  const still = await stillDoubtful(path, key, doubtful);
  return still.some((number) => number <= count);
}

/** After damage was met, or files were replaced, nobody signs in before the file was read whole: it may have been replaced by a backup since. */
export async function requireWholeAgain(folder: string, raw: RawDatabase, key: Buffer): Promise<void> {
  if (!isMarkedDamaged(folder)) return;
  const path = storePath(folder);
  const { doubtful } = await readPages(path, key, () => true);
  const isDamaged = await judge(raw, path, key, doubtful);
  if (isDamaged === null) throw new StoreFailure('busy', 'workspace_open_elsewhere');
  // Pages of two states of a store hold each by itself.
  if (isDamaged || raw.pragma('integrity_check', { simple: true }) !== 'ok') throw new StoreFailure('corrupt');
  unmarkDamaged(folder);
}

export async function checkWhenDue(store: Store): Promise<void> {
  const { unlocked } = store;
  if (!unlocked) return;
  const last = await findSetting(unlocked.read, 'lastWhole');
  const age = store.clock.now() - (last?.at ?? 0);
  // A clock that was set back must not put the check off for ever.
  if (age < 0 || age >= aDay) await checkWhole(store);
}

/** Once a day for as long as someone is signed in; first when the sign-in has been over for a while. */
export async function checkDaily(store: Store): Promise<void> {
  const { unlocked } = store;
  for (let wait = aMinute; ; wait = anHour) {
    await setTimeout(wait, null, { ref: false });
    if (!unlocked || store.unlocked !== unlocked) return;
    await checkWhenDue(store).catch((error: unknown) => {
      store.shutIfDamaged(error);
    });
  }
}
