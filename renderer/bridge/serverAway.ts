import { useSyncExternalStore } from 'react';
import { onPageEvent } from './bridge.ts';

/** Kept by the notice that is always there, for a form that opens later. */
let isAway = false;

function subscribe(changed: () => void): () => void {
  return onPageEvent((event) => {
    if (event.type !== 'server') return;
    isAway = event.isAway;
    changed();
  });
}

/** Whether the server of the open workspace does not answer. */
export function useServerAway(): boolean {
  return useSyncExternalStore(subscribe, () => isAway);
}
