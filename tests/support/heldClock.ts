import type { ElectronApplication } from '@playwright/test';

export interface HeldClock {
  readonly pass: (seconds: number) => Promise<void>;
  /** How many keys, clicks and movements have reached main. */
  readonly inputs: () => Promise<number>;
}

/** Main's count of time in the hand of the test, so that minutes go by at once and none goes by on a slow computer. */
export async function holdClock(vigie: ElectronApplication): Promise<HeldClock> {
  const held = await vigie.evaluateHandle(({ BrowserWindow }) => {
    const clock = { now: performance.now(), inputs: 0, waiting: [] as { at: number; run: () => void }[] };
    const soon = globalThis.setTimeout;
    performance.now = () => clock.now;
    globalThis.setTimeout = ((run: () => void, wait = 0) => {
      if (wait < 60_000) return soon(run, wait);
      clock.waiting.push({ at: clock.now + wait, run });
      return undefined;
    }) as typeof setTimeout;
    BrowserWindow.getAllWindows()[0]!.webContents.on('input-event', () => (clock.inputs += 1));
    return clock;
  });
  return {
    inputs: () => held.evaluate((clock) => clock.inputs),
    pass: (seconds) =>
      held.evaluate((clock, by) => {
        clock.now += by * 1000;
        const due = clock.waiting.filter(({ at }) => at <= clock.now);
        clock.waiting = clock.waiting.filter(({ at }) => at > clock.now);
        for (const { run } of due) run();
      }, seconds),
  };
}
