import { app, clipboard, type BrowserWindow } from 'electron';
import { commandArguments, runCommandLine } from './commandLine.ts';
import { createCopied } from './copied.ts';
import { createFailureLog } from './failureLog.ts';
import { openGateway } from './gateway.ts';
import { createGrants } from './grants.ts';
import { createIdleLock } from './idleLock.ts';
import { createLeaving } from './leaving.ts';
import { setApplicationMenu } from './menu.ts';
import { ownUserData } from './ownUserData.ts';
import { inUserData } from './places.ts';
import { refuseDumps } from './noDumps.ts';
import { openPreferences } from './preferences.ts';
import { createPrinter } from './print.ts';
import { createPageSession, prepareSecurity } from './security.ts';
import { createShellHandlers } from './shellHandlers.ts';
import { createStoreCalls } from './storeCalls.ts';
import { createStoreProcess } from './storeProcess.ts';
import { createWindow, replacePage, showPage, whenPageFails } from './windows.ts';
import { openWindowPlace } from './windowPlace.ts';
import { createWorkspaceInUse } from './workspaceInUse.ts';
import { openWorkspaces } from './workspaces.ts';

const ownFolder = ownUserData(app.isPackaged, process.env);
if (ownFolder !== undefined) app.setPath('userData', ownFolder);

app.disableHardwareAcceleration();
refuseDumps(process.pid);
prepareSecurity();
setApplicationMenu();

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
  const preferences = openPreferences(inUserData('preferences.json'));
  const shown = createWindow(createPageSession(), openWindowPlace(inUserData('window.json')));
  window = shown;
  // First, so that the page's process starts meanwhile. Its first call comes after this turn, when the gateway is open.
  void showPage(shown);

  const log = createFailureLog(inUserData('logs', 'failures.log'));
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
    onFailed: log,
    print: createPrinter(),
    onUnexpectedEnd: (hadWorkspace) => {
      inUse.endSession();
      // Where it fell while opening, the page has the failure already and would only ask again.
      if (hadWorkspace) gateway.send({ type: 'store_ended' });
    },
  });
  shown.once('show', () => setTimeout(() => void store.start(), STORE_DELAY));

  const idleLock = createIdleLock(() => {
    void inUse.lock();
  });
  const leaving = createLeaving(shown, () => {
    gateway.send({ type: 'leaving' });
  });
  const copied = createCopied(clipboard);
  shown.on('focus', () => void copied.look('came'));
  shown.on('blur', () => void copied.look('left'));
  const replacePageOf = () => {
    // The page that asked is gone.
    leaving.watch(false);
    return replacePage(shown);
  };
  const inUse = createWorkspaceInUse({ store, grants, idleLock, copied, replacePage: replacePageOf });
  const gateway = openGateway({
    window: () => window,
    shell: createShellHandlers({ window: () => shown, store, grants, preferences, workspaces, inUse, copied, leaving }),
    passOn: createStoreCalls({ store, grants, workspaces, inUse, idleLock }),
    onFailed: log,
  });
  idleLock.watch(shown.webContents);
  whenPageFails(shown.webContents, () => {
    void inUse.lock();
  });
  shown.on('closed', () => {
    window = null;
  });
  beforeLeaving(async () => {
    await copied.forget();
    await store.stop();
  });
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
