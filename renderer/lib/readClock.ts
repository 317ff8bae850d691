import { computerNow } from '#contract/ground/clock';
import type { Output } from '#contract/index';
import { setPageClock, type PageClock } from './pageClock.ts';
import { call } from '../bridge/bridge.ts';

/** To the second: the answer is some milliseconds on its way. */
export function pageClockOf({ now, latest, doubt }: Output<'clock.state'>, receivedAt: number): PageClock {
  return { ahead: Math.round((now - receivedAt) / 1000) * 1000, isDoubtful: doubt !== null, latest };
}

/** Before anything of a session is shown; a person who must first choose a passphrase is shown no time. */
export async function readClock(): Promise<void> {
  const state = await call('clock.state', {}).catch(() => null);
  if (state) setPageClock(pageClockOf(state, computerNow()));
}
