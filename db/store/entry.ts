import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { FromStore, PrintedPage, ToStore } from '#contract/storeProtocol';
import { prepareDemonstration } from '../demo/prepare.ts';
import { signInsOf } from '../demo/signIns.ts';
import { clockFrom } from '../kernel/clock.ts';
import { StoreFailure, toFailure } from '../kernel/failure.ts';
import { systemIds } from '../kernel/ids.ts';
import { dispatch } from './dispatch.ts';
import { openFolder } from './signIn.ts';
import { Store } from './store.ts';

interface ParentPort {
  readonly on: (event: 'message', listener: (message: { readonly data: ToStore }) => void) => void;
  readonly postMessage: (message: FromStore) => void;
}

/** Electron's utility process speaks through a port; a forked Node, the fallback, through the process itself. */
const port = (process as unknown as { readonly parentPort?: ParentPort }).parentPort;

function say(message: FromStore): void {
  if (port) port.postMessage(message);
  else process.send?.(message);
}

const prints = new Map<number, (pdf: Uint8Array | null) => void>();

/** Main has the windows; it answers in a message of its own. */
async function print(page: PrintedPage): Promise<Uint8Array> {
  const id = prints.size === 0 ? 1 : Math.max(...prints.keys()) + 1;
  const pdf = await new Promise<Uint8Array | null>((resolve) => {
    prints.set(id, resolve);
    say({ type: 'print', id, page });
  });
  if (!pdf) throw new StoreFailure('internal', 'print_failed');
  return pdf;
}

const workerPath = join(import.meta.dirname, 'worker.cjs');
const store = new Store({
  clock: clockFrom(process.env['VIGIE_TODAY']),
  newId: systemIds,
  emit: (event) => {
    say({ type: 'event', event });
  },
  workerPath,
  print,
  prepareDemonstration: (folder, job) => prepareDemonstration(folder, workerPath, job),
});

function openReply(id: number, folder: string): void {
  try {
    const { kind, demonstration } = openFolder(store, folder);
    say({
      type: 'opened',
      id,
      reply: { ok: true, value: { kind, demonstration, signIns: demonstration ? signInsOf(kind) : [] } },
    });
  } catch (error) {
    say({ type: 'opened', id, reply: { ok: false, error: toFailure(error) } });
  }
}

function hear(message: ToStore): void {
  switch (message.type) {
    case 'open':
      openReply(message.id, message.folder);
      return;
    case 'call':
      void dispatch(store, message.method, message.input).then((reply) => {
        if (!reply.ok) say({ type: 'failed', method: message.method, failure: reply.error });
        say({ type: 'reply', id: message.id, reply });
      });
      return;
    case 'grant':
      store.grants.set(message.token, message.path);
      return;
    case 'cancel':
      store.cancelled.add(message.jobId);
      return;
    case 'printed':
      prints.get(message.id)?.(message.pdf);
      prints.delete(message.id);
      return;
    case 'close':
      store.close();
      process.exit(0);
  }
}

function versions(): { sqlite: string; cipher: string } {
  const raw = new Database(':memory:');
  const sqlite = raw.prepare('SELECT sqlite_version()').pluck().get() as string;
  raw.close();
  return { sqlite, cipher: 'SQLCipher 4 (AES-256)' };
}

if (port) {
  port.on('message', ({ data }) => {
    hear(data);
  });
} else {
  process.on('message', hear as (message: unknown) => void);
  // The application is gone: nothing may keep the key in memory.
  process.on('disconnect', () => {
    store.close();
    process.exit(0);
  });
}
say({ type: 'ready', node: process.versions.node, ...versions() });
