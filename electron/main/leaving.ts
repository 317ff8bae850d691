import { app, Notification, type BrowserWindow } from 'electron';
import type { Locale } from '#contract/ground/codes';

const alerts = {
  en: 'A deadline is near or has passed. Open Vigie.',
  fr: 'Une échéance approche ou est passée. Ouvrez Vigie.',
} as const satisfies Record<Locale, string>;

export interface Leaving {
  readonly watch: (running: boolean) => void;
  readonly alert: (locale: Locale) => void;
}

/**
 * Deadlines in hours that run while the window is open: an alert of the system, which says nothing of any case, and one question
 * before the window is closed. A second closing is not asked about: a page that no longer answers must not keep its window.
 */
export function createLeaving(window: BrowserWindow, ask: () => void): Leaving {
  let asks = false;
  app.on('before-quit', () => {
    asks = false;
  });
  window.on('close', (event) => {
    if (!asks) return;
    asks = false;
    event.preventDefault();
    ask();
  });
  return {
    watch: (running) => {
      asks = running;
    },
    alert: (locale) => {
      if (Notification.isSupported()) new Notification({ title: 'Vigie', body: alerts[locale] }).show();
      window.flashFrame(true);
    },
  };
}
