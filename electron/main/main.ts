import { app, clipboard, type BrowserWindow } from 'electron';
import { nowFrom } from '#contract/ground/clock';
import type { PageEvent } from '#contract/ground/events';
import type { Preferences } from '#contract/store/shell';
import { commandArguments, runCommandLine } from './commandLine.ts';
import { createCopied, type Copied } from './copied.ts';
import { createFailureLog } from './failureLog.ts';
import { openGateway } from './gateway.ts';
import { createGrants } from './grants.ts';
import { createIdleLock } from './idleLock.ts';
import { createLeaving } from './leaving.ts';
import { setApplicationMenu, withoutDefaultMenu } from './menu.ts';
import { ownUserData } from './ownUserData.ts';
import { inUserData } from './places.ts';
import { refuseDumps } from './noDumps.ts';
import { createLeftAt } from './leftAt.ts';
import { openPreferences, type PreferencesFile } from './preferences.ts';
import { createPrinter } from './print.ts';
import { createPageSession, prepareSecurity } from './security.ts';
import { createShellHandlers } from './shellHandlers.ts';
import { createStoreCalls } from './storeCalls.ts';
import { createStoreProcess } from './storeProcess.ts';
import { createWindow, replacePage, showPage, whenPageFails } from './windows.ts';
import { openWindowPlace, type WindowPlace } from './windowPlace.ts';
import { createWorkspaceInUse } from './workspaceInUse.ts';
import { openWorkspaces } from './workspaces.ts';

const ownFolder = ownUserData(app.isPackaged, process.env);
if (ownFolder !== undefined) app.setPath('userData', ownFolder);

app.disableHardwareAcceleration();
refuseDumps(process.pid);
prepareSecurity();
withoutDefaultMenu();

/**
 * From the window's first show to the start of the store, which would otherwise take the processor from the page's first
 * screen; a call that comes sooner starts it at once.
 */
const STORE_DELAY = 300;

let window: BrowserWindow | null = null;

const command = commandArguments(process.argv);
if (command !== null) runCommandLine(command);
// One instance for each user data folder: a second one shows the first.
else if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  void app.whenReady().then(start);
} else {
  app.exit(0);
}

function start(): void {
  const place = openWindowPlace(inUserData('window.json'));
  const preferences = openWithMenu(place, (event) => {
    gateway.send(event);
  });
  const shown = createWindow(createPageSession(), place);
  window = shown;
  // First, so that the page's process starts meanwhile. Its first call comes after this turn, when the gateway is open.
  void showPage(shown);

  const now = nowFrom(app.isPackaged ? undefined : process.env['VIGIE_TODAY']);
  const log = createFailureLog(inUserData('logs', 'failures.log'), now);
  const grants = createGrants();
  const workspaces = openWorkspaces({
    list: inUserData('known.json'),
    demonstration: inUserData('demonstration'),
    grants,
  });
  const store = createStoreProcess({
    onEvent: (event) => {
      if (event.type === 'store_closed') inUse.endSession();
      gateway.send(event);
    },
    log,
    print: createPrinter(),
    onUnexpectedEnd: (hadWorkspace) => {
      inUse.endSession();
      // Where it fell while opening, the page has the failure already and would only ask again.
      if (hadWorkspace) gateway.send({ type: 'store_ended' });
    },
  });
  shown.once('show', () => setTimeout(() => void store.start(), STORE_DELAY));

  const lock = () => void inUse.lock();
  const idleLock = createIdleLock(lock);
  const leaving = createLeaving(shown, () => {
    gateway.send({ type: 'leaving' });
  });
  const copied = watchCopied(shown);
  const leftAt = createLeftAt();
  const replacePageOf = () => {
    leftAt.leave(shown.webContents.getURL());
    // The page that asked is gone.
    leaving.watch(false);
    return replacePage(shown);
  };
  const inUse = createWorkspaceInUse({ store, grants, idleLock, copied, replacePage: replacePageOf });
  const parts = { store, grants, workspaces, inUse, leftAt };
  const gateway = openGateway({
    window: () => window,
    shell: createShellHandlers({ ...parts, window: () => shown, preferences, copied, leaving }),
    passOn: createStoreCalls({ ...parts, idleLock }),
    log,
  });
  idleLock.watch(shown.webContents);
  whenPageFails(shown.webContents, lock);
  shown.on('closed', () => {
    window = null;
  });
  beforeLeaving(async () => {
    await copied.forget();
    await store.stop();
  });
}

/** The preferences, with the application's menu in their language; before the window, whose place counts it. */
function openWithMenu(place: WindowPlace, send: (event: PageEvent) => void): PreferencesFile {
  const showMenu = ({ locale }: Preferences) => {
    setApplicationMenu(locale, {
      window: () => window,
      command: (command) => {
        send({ type: 'menu', command });
      },
      zoom: place.zoom,
    });
  };
  const preferences = openPreferences(inUserData('preferences.json'), showMenu);
  showMenu(preferences.current());
  return preferences;
}

function watchCopied(shown: BrowserWindow): Copied {
  const copied = createCopied(clipboard);
  shown.on('focus', () => void copied.look('came'));
  shown.on('blur', () => void copied.look('left'));
  return copied;
}

/** The store closes its file before the application ends. */
function beforeLeaving(finish: () => Promise<void>): void {
  let finished = false;
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    void finish().finally(() => {
      finished = true;
      // A quit asked for while this one is still being refused would be lost with it.
      setImmediate(() => {
        app.quit();
      });
    });
  });
}
