import { app, powerMonitor, type WebContents } from 'electron';

export interface IdleLock {
  readonly watch: (contents: WebContents) => void;
  /** From sign-in on; again when the setting changes. */
  readonly begin: (minutes: number) => void;
  readonly end: () => void;
}

/** Locks after a time without a key, a click, a movement or a turn of the wheel, and when the computer sleeps or locks. */
export function createIdleLock(lock: () => void): IdleLock {
  let limit: number | null = null;
  let lastInput = performance.now();
  let timer: NodeJS.Timeout | undefined;

  function check(): void {
    if (limit === null) return;
    const left = lastInput + limit - performance.now();
    if (left <= 0) lock();
    else timer = setTimeout(check, left);
  }

  function lockIfSignedIn(): void {
    if (limit !== null) lock();
  }

  powerMonitor.on('lock-screen', lockIfSignedIn);
  powerMonitor.on('suspend', lockIfSignedIn);

  return {
    watch: (contents) => {
      contents.on('input-event', () => {
        lastInput = performance.now();
      });
    },
    begin: (minutes) => {
      clearTimeout(timer);
      limit = testLimit() ?? minutes * 60_000;
      lastInput = performance.now();
      check();
    },
    end: () => {
      clearTimeout(timer);
      limit = null;
    },
  };
}

/** A test cannot wait for minutes. */
function testLimit(): number | null {
  const seconds = app.isPackaged ? undefined : process.env['VIGIE_IDLE_SECONDS'];
  return seconds === undefined ? null : Number(seconds) * 1000;
}
