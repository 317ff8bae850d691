import type { Store } from './store.ts';
import { transact } from './transact.ts';

const quietFor = 1000;
const going = new WeakMap<Store, Map<string, NodeJS.Timeout>>();

/**
 * A search is asked at every key: a burst of questions, less than a second apart, leaves one line of the audit. It is written when the burst begins,
 * so that a lock in its midst loses nothing.
 */
export function noteBurst(store: Store, method: string): void {
  const bursts = going.get(store) ?? new Map<string, NodeJS.Timeout>();
  going.set(store, bursts);
  const isNew = !bursts.has(method);
  clearTimeout(bursts.get(method));
  bursts.set(method, setTimeout(() => bursts.delete(method), quietFor).unref());
  if (!isNew) return;
  transact(store, method, () => Promise.resolve({ output: null, audit: {} })).catch(() => {
    // The store was locked meanwhile: there is no open chain to append to.
  });
}
