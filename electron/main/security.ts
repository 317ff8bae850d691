import { app, protocol, session, type Session, type WebContents } from 'electron';
import { PAGE_ORIGIN, PAGE_SCHEME } from './contentPolicy.ts';
import { serveDocument, servePage } from './pageFiles.ts';
import { inApplication } from './places.ts';

/** What must be said before Electron is ready. */
export function prepareSecurity(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  // No name has an address, not even for what Chromium does by itself; literal addresses are names here too.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.on('web-contents-created', (_event, contents) => {
    confine(contents);
  });
}

/** Kept in memory only: nothing that a page caches or stores reaches the disk. */
export function createPageSession(): Session {
  const pages = session.fromPartition('vigie', { cache: false });
  const root = inApplication('dist', 'renderer');
  pages.protocol.handle(PAGE_SCHEME, (request) => servePage(root, request));
  pages.setSpellCheckerEnabled(false);
  for (const each of [pages, session.defaultSession]) closeOff(each);
  return pages;
}

/** For documents that are printed: each is served once by its address, and no file of the application is. */
export function createPrintSession(documents: ReadonlyMap<string, string>): Session {
  const prints = session.fromPartition('print', { cache: false });
  prints.protocol.handle(PAGE_SCHEME, (request) => serveDocument(documents, request));
  prints.setSpellCheckerEnabled(false);
  closeOff(prints);
  return prints;
}

function closeOff(pages: Session): void {
  pages.webRequest.onBeforeRequest((details, respond) => {
    respond({ cancel: !isAllowed(details.url) });
  });
  pages.setPermissionRequestHandler((_contents, _permission, respond) => {
    respond(false);
  });
  pages.setPermissionCheckHandler(() => false);
  pages.setDevicePermissionHandler(() => false);
  pages.on('will-download', (event) => {
    event.preventDefault();
  });
}

/** `data:` and `blob:` carry no request out; which element may use them is the content policy's matter. */
function isAllowed(url: string): boolean {
  if (/^(app|data|blob):/.test(url)) return true;
  return !app.isPackaged && url.startsWith('devtools:');
}

/** A page goes nowhere and opens nothing; main's own `loadURL` does not pass here. */
function confine(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !event.url.startsWith(`${PAGE_ORIGIN}/`)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
