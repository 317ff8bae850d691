import type { Store } from './store.ts';
import { auditRefusal } from './transact.ts';

const settleFor = 1000;
const waiting = new WeakMap<Store, Set<string>>();

/** A storm of refused calls leaves one line a second and method: the audit tells of it without being filled by it. */
export function noteRefusal(store: Store, method: string, code: string): void {
  if (!store.unlocked) return;
  const noted = waiting.get(store) ?? new Set<string>();
  waiting.set(store, noted);
  if (noted.has(method)) return;
  noted.add(method);
  setTimeout(() => {
    noted.delete(method);
  }, settleFor).unref();
  auditRefusal(store, method, code).catch(() => {
    // The store was locked meanwhile: there is no open chain to append to.
  });
}
