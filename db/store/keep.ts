import { encodeAnswer, writeAnswer } from '../laboratory/answers.ts';
import type { Store } from './store.ts';
import { keepDerived } from './transact.ts';
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
