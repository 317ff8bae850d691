import { afterEach, expect, it, vi } from 'vitest';
import type { PageEvent } from '#contract/ground/events';
import { isServerAway, onServerAway } from '../../../renderer/bridge/serverAway.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('forgets that the server was away once no screen listens: a lock hears nothing of its return', () => {
  const listeners = new Set<(event: PageEvent) => void>();
  const onEvent = (listener: (event: PageEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  vi.stubGlobal('window', { vigie: { onEvent } });
  const say = (isAway: boolean): void => {
    for (const listener of listeners) listener({ type: 'server', isAway });
  };
  const [shell, form] = [onServerAway(() => undefined), onServerAway(() => undefined)];
  say(true);
  form();
  expect(isServerAway()).toBe(true);
  shell();
  expect([isServerAway(), listeners.size]).toEqual([false, 0]);
});
