import { useEffect } from 'react';
import { call } from '../bridge/bridge.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Locks when nobody has touched the window for so many minutes. */
export function useIdleLock(minutes: number): void {
  useEffect(() => {
    let last = Date.now();
    const note = () => {
      last = Date.now();
    };
    for (const sign of signs) window.addEventListener(sign, note, { passive: true });
    // Compared with the clock rather than counted, so that a computer that slept locks as it wakes.
    const timer = window.setInterval(() => {
      if (Date.now() - last >= minutes * 60_000) lock();
    }, 5_000);
    return () => {
      for (const sign of signs) window.removeEventListener(sign, note);
      window.clearInterval(timer);
    };
  }, [minutes]);
}

/** Main ends the store and reloads the page: there is nothing to do with the answer. */
export function lock(): void {
  call('session.lock', {}).catch(() => undefined);
}
