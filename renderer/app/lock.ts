import { call } from '../bridge/bridge.ts';

/** Main ends the store and replaces the page: there is nothing to do with the answer. */
export function lock(): void {
  call('session.lock', {}).catch(() => undefined);
}
