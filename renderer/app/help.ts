import { useSyncExternalStore } from 'react';

export type HelpPage = 'guide' | 'tour' | 'keys' | 'news';

let shown: HelpPage | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens a page of the help over whatever is in view; null closes it. */
export function showHelp(page: HelpPage | null): void {
  shown = page;
  for (const listener of listeners) listener();
}

export function useHelp(): HelpPage | null {
  return useSyncExternalStore(subscribe, () => shown);
}
