// The program that `npm run dev` starts instead of main.ts: the product as it is, with its page from the development server.
import childProcess, { type ChildProcess } from 'node:child_process';
import { app, utilityProcess, type WebContents } from 'electron';
import { topics } from '#contract/ground/define';
import type { PageEvent } from '#contract/ground/events';
import type { ToStore } from '#contract/store/storeProtocol';
import './main.ts';
import { BLANK_ADDRESS, CONTENT_POLICY, PAGE_HEADERS, PAGE_SCHEME } from './contentPolicy.ts';

interface Given {
  /** The checkout: the readers' packages lie there. */
  readonly root: string;
  /** Address of the development server. */
  readonly pages: string;
  readonly ports: Readonly<Record<'store' | 'reader', number>>;
}

const { root, pages, ports } = JSON.parse(process.env['VIGIE_WORKSHOP'] ?? '') as Given;
const socket = pages.replace('http', 'ws');

/** The product's, with the one script that Vite writes into the page, and the socket that tells of changes. */
const policy = CONTENT_POLICY.replace("script-src 'self'", "script-src 'self' 'nonce-workshop'").replace(
  "connect-src 'self'",
  `connect-src 'self' ${socket}`,
);

async function serve({ url }: Request): Promise<Response> {
  if (url === BLANK_ADDRESS) return new Response('', { headers: { 'Content-Type': 'text/html' } });
  const { pathname, search } = new URL(url);
  const { status, headers, body } = await fetch(`${pages}${pathname}${search}`);
  const type = headers.get('Content-Type') ?? 'text/plain';
  return new Response(body, {
    status,
    headers: { ...PAGE_HEADERS, 'Content-Security-Policy': policy, 'Content-Type': type },
  });
}

function serveFromWorkshop(contents: WebContents): void {
  const { protocol, webRequest } = contents.session;
  protocol.unhandle(PAGE_SCHEME);
  protocol.handle(PAGE_SCHEME, serve);
  webRequest.onBeforeRequest(({ url }, respond) => {
    respond({ cancel: !/^(app|data|blob|devtools):/.test(url) && !url.startsWith(`${socket}/`) });
  });
  contents.on('before-input-event', (_event, { type, key }) => {
    if (type === 'keyDown' && key === 'F12') contents.toggleDevTools();
  });
}

/** A store on other code is to take over from this one: what the page hears of its end is for the script of the workshop alone. */
let isReplacing = false;

interface RunningStore {
  readonly close: (message: ToStore) => void;
  readonly onExit: (listener: () => void) => unknown;
}
let store: RunningStore | null = null;

function follow(started: RunningStore): void {
  store = started;
  started.onExit(() => {
    if (store === started) store = null;
  });
}

function replaceStoreFor(contents: WebContents): void {
  const send = contents.send.bind(contents);
  const tell = (event: PageEvent | { readonly type: 'workshop_store' }) => {
    send('vigie:event', event);
  };
  contents.send = (channel, event: PageEvent) => {
    if (!isReplacing || event.type !== 'store_ended') send(channel, event);
  };
  const replace = () => {
    const ended = () => {
      tell({ type: 'workshop_store' });
    };
    if (store === null) ended();
    else store.onExit(ended);
    store?.close({ type: 'close' });
  };
  // From scripts/dev/application.mjs.
  process.on('message', (message: 'replace' | 'entered' | 'refused') => {
    isReplacing = message === 'replace';
    if (message === 'replace') replace();
    if (message === 'entered') tell({ type: 'touched', topics: [...topics] });
    if (message === 'refused') tell({ type: 'store_ended' });
  });
}

app.commandLine.removeSwitch('host-resolver-rules');
// The window comes before its first load, the printer's later.
app.once('browser-window-created', (_event, { webContents }) => {
  serveFromWorkshop(webContents);
  replaceStoreFor(webContents);
});

/** What lets a debugger into a process that runs this script; none for the worker, which is a thread of the store. */
function inspect(script: string): readonly string[] {
  const name = /(store|reader)\.cjs$/.exec(script)?.[1] as keyof typeof ports | undefined;
  return name === undefined ? [] : [`--inspect=127.0.0.1:${String(ports[name])}`];
}

const fork = utilityProcess.fork.bind(utilityProcess);
utilityProcess.fork = (script, args, options) => {
  const child = fork(script, args, { ...options, execArgv: [...(options?.execArgv ?? []), ...inspect(script)] });
  if (script.endsWith('store.cjs'))
    follow({ close: child.postMessage.bind(child), onExit: (listener) => child.once('exit', listener) });
  return child;
};

const { spawn } = childProcess;
/** On the older runtime, whose readers may read nothing but their folder and hear no debugger. */
childProcess.spawn = ((file: string, args: readonly string[], options: childProcess.SpawnOptions): ChildProcess => {
  const script = args.at(-1) ?? '';
  const more = args.includes('--permission') ? ['--allow-inspector', `--allow-fs-read=${root}/*`] : [];
  const child = spawn(file, [...args.slice(0, -1), ...more, ...inspect(script), script], options);
  if (script.endsWith('store.cjs'))
    follow({ close: (message) => void child.send(message), onExit: (listener) => child.once('exit', listener) });
  return child;
}) as typeof spawn;
