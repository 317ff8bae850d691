import { useSyncExternalStore } from 'react';
import { onPageEvent } from './bridge.ts';

/** Kept for a form that opens later, as long as any screen listens. */
let isAway = false;
let listening = 0;

export const isServerAway = (): boolean => isAway;

/** Calls `changed` with each event of the server; returns the function that stops. */
export function onServerAway(changed: () => void): () => void {
  listening += 1;
  const stop = onPageEvent((event) => {
    if (event.type !== 'server') return;
    isAway = event.isAway;
    changed();
  });
  return () => {
    stop();
    listening -= 1;
    // A lock hears nothing of the server's return.
    if (listening === 0) isAway = false;
  };
}

/** Whether the server of the open workspace does not answer. */
export function useServerAway(): boolean {
  return useSyncExternalStore(onServerAway, isServerAway);
}
