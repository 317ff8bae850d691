import { useSyncExternalStore } from 'react';

interface PageClock {
  /** How far the store's reading of the time is ahead of the computer's, in milliseconds. */
  readonly ahead: number;
  readonly isDoubtful: boolean;
}

let clock: PageClock = { ahead: 0, isDoubtful: false };
const listeners = new Set<() => void>();

/** The present, as the store reads it: by a doubtful clock no deadline seems further away. */
export function pageNow(): number {
  return Date.now() + clock.ahead;
}

export function setPageClock(next: PageClock): void {
  if (next.ahead === clock.ahead && next.isDoubtful === clock.isDoubtful) return;
  clock = next;
  for (const listener of listeners) listener();
}

export function onPageClockMoved(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Whether a time that is left is uncertain. */
export function useIsClockDoubtful(): boolean {
  return useSyncExternalStore(onPageClockMoved, () => clock.isDoubtful);
}
