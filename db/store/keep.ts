import type { Store } from './store.ts';
import { keepDerived } from './transact.ts';
import type { WriteTx } from '../ground/kernel/database.ts';

const going = new WeakMap<Store, Set<Promise<void>>>();

/** Waits for what is being kept: the next command then finds an answer that took seconds. */
export async function endKeeping(store: Store): Promise<void> {
  await Promise.all([...(going.get(store) ?? [])]);
}

/**
 * Prepares and writes what was derived once the call that derived it has been answered. Whatever prevents it (a lock, a full disk) is not
 * a failure: it is derived again. It stays with the sign-in that it was derived under, and so never reaches another workspace.
 */
export function keepLater(store: Store, prepare: () => Promise<(tx: WriteTx) => Promise<void>>): void {
  const { unlocked } = store;
  if (!unlocked) return;
  const keep = async (): Promise<void> => {
    if (store.unlocked !== unlocked) return;
    await keepDerived(store, unlocked, await prepare());
  };
  const keeping = going.get(store) ?? new Set();
  going.set(store, keeping);
  const kept = new Promise<void>((resolve) => setImmediate(resolve)).then(keep).catch((error: unknown) => {
    store.shutIfDamaged(error);
  });
  keeping.add(kept);
  void kept.then(() => keeping.delete(kept));
}

/** Writes what was derived step by step, so that the user's own writes may come between. As with answers, what prevents it is no failure. */
export async function deriveLater(store: Store, steps: readonly ((tx: WriteTx) => Promise<void>)[]): Promise<boolean> {
  const { unlocked } = store;
  await new Promise((resolve) => setImmediate(resolve));
  try {
    for (const step of steps) {
      if (!unlocked || store.unlocked !== unlocked) return false;
      await keepDerived(store, unlocked, step);
    }
    return true;
  } catch (error) {
    store.shutIfDamaged(error);
    return false;
  }
}
