import { useSyncExternalStore } from 'react';
import { computerNow } from '#contract/ground/clock';

export interface PageClock {
  /** How far the store's reading of the time is ahead of the computer's, in milliseconds. */
  readonly ahead: number;
  readonly isDoubtful: boolean;
  /** The end of a demonstration's own day; null: time goes on. */
  readonly latest: number | null;
}

let clock: PageClock = { ahead: 0, isDoubtful: false, latest: null };
const listeners = new Set<() => void>();

/** The present, as the store reads it: by a doubtful clock no deadline seems further away. */
export function pageNow(): number {
  return Math.min(computerNow() + clock.ahead, clock.latest ?? Infinity);
}

export function setPageClock(next: PageClock): void {
  const isSame = next.ahead === clock.ahead && next.isDoubtful === clock.isDoubtful && next.latest === clock.latest;
  if (isSame) return;
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
