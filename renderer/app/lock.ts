import { call } from '../bridge/bridge.ts';

/** Main ends the store and replaces the page: there is nothing to do with the answer. */
export function lockNow(): void {
  call('session.lock', {}).catch(() => undefined);
}

let ask: (() => void) | null = null;

/** Where something should be seen before a lock: `lock` then asks for it. Returns what ends that. */
export function askBeforeLock(question: () => void): () => void {
  ask = question;
  return () => {
    if (ask === question) ask = null;
  };
}

export function lock(): void {
  if (ask === null) lockNow();
  else ask();
}
