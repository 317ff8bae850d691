import { encodeAnswer, writeAnswer } from '../statistics/estimate/answers.ts';
import type { Store } from './store.ts';
import { keepDerived } from './transact.ts';
import type { WriteTx } from '../ground/kernel/database.ts';
import type { KeptAnswer } from './types.ts';

/**
 * Writes an answer once the call that found it has been answered. Whatever prevents it (a lock, a full disk) is no failure: the answer is
 * computed again where it is gone. It stays with the sign-in that it was computed under, and so never reaches another workspace.
 */
export function keepLater(store: Store, kept: KeptAnswer): void {
  const { unlocked } = store;
  if (!unlocked) return;
  const keep = async (): Promise<void> => {
    // The command line closes as soon as it is answered: nothing is compressed for nobody.
    if (store.unlocked !== unlocked) return;
    const value = await encodeAnswer(kept.answer);
    await keepDerived(store, unlocked, (tx) => writeAnswer(tx, kept, value, store.options.clock.now()));
  };
  setImmediate(() => {
    keep().catch(() => undefined);
  });
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
  } catch {
    return false;
  }
}
