import { BrowserWindow, app, nativeTheme, type Session, type WebContents } from 'electron';
import { BLANK_ADDRESS, PAGE_ADDRESS } from './contentPolicy.ts';
import { inApplication } from './places.ts';
import type { WindowPlace } from './windowPlace.ts';

/** The page's own background, so that the window does not flash before the first paint. */
const background = { light: '#ffffff', dark: '#15191b' } as const;

function currentBackground(): string {
  return background[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];
}

/** From a loaded page to its first paint, at the most, in milliseconds. */
const UNANNOUNCED = 500;

export function createWindow(pages: Session, place: WindowPlace): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...place.bounds(),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Vigie',
    backgroundColor: currentBackground(),
    webPreferences: {
      session: pages,
      preload: inApplication('dist', 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  place.follow(window);
  const show = () => {
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  window.once('ready-to-show', show);
  // On a busy computer the first paint is at times not announced, and the window would stay hidden for ever.
  window.webContents.once('did-finish-load', () => setTimeout(show, UNANNOUNCED));
  nativeTheme.on('updated', () => {
    if (!window.isDestroyed()) window.setBackgroundColor(currentBackground());
  });
  // A title may be read by others on the screen and by the system: it never names a case.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  return window;
}

export async function showPage(window: BrowserWindow): Promise<void> {
  await ignoreAborted(window.loadURL(PAGE_ADDRESS));
}

/** A fresh page in a fresh process: the one that had case data ends. */
export async function replacePage(window: BrowserWindow): Promise<void> {
  for (let tries = 0; tries < mostTries && !window.isDestroyed(); tries += 1) {
    await ignoreAborted(window.loadURL(BLANK_ADDRESS));
    // A page that was still loading ends this wait as well, and then keeps its process.
    if (window.isDestroyed() || window.webContents.getURL() === BLANK_ADDRESS) break;
  }
  if (!window.isDestroyed()) await showPage(window);
}

const mostTries = 5;

const CRASH_LOOP = 10_000;

/** A page that fell is replaced; one that falls again at once would fall for ever. */
export function whenPageFails(contents: WebContents, recover: () => void): void {
  let last = -Infinity;
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = performance.now();
    if (now - last < CRASH_LOOP) app.exit(1);
    else recover();
    last = now;
  });
}

/** A load that another load or the window's end overtakes rejects, and nothing is lost. */
async function ignoreAborted(load: Promise<void>): Promise<void> {
  await load.catch(() => undefined);
}
