import { join } from 'node:path';
import Database from 'better-sqlite3';
import { leaveOutUndeclared } from '#contract/ground/answers';
import type { FromStore, ToStore } from '#contract/store/storeProtocol';
import { loadDemonstration } from './demo/load.ts';
import { shippedFrom } from './demo/shipped.ts';
import { signInsOf } from './demo/signIns.ts';
import { clockOf } from '../ground/kernel/clock.ts';
import { toFailure } from '../ground/kernel/failure.ts';
import { systemIds } from '../ground/kernel/ids.ts';
import { parentOf } from '../ground/kernel/parent.ts';
import { handlers } from './handlers.ts';
import { printingBy } from './printing.ts';
import { readersByMain } from './readersByMain.ts';
import { computerName } from '../ground/kernel/computer.ts';
import { endBursts } from '../store/bursts.ts';
import { dispatch } from '../store/dispatch.ts';
import { scheduleBackups } from '../store/backups/daily.ts';
import { isComputing } from '../store/jobs.ts';
import { iterationsIn } from '../store/keyWork.ts';
import { allowOnly } from '../store/postgres/onlyPeer.ts';
import { openFolder } from '../store/signIn.ts';
import { Store } from '../store/store.ts';

const parent = parentOf<ToStore, FromStore>();

function say(message: FromStore): void {
  parent?.say(message);
}

const { print, printed } = printingBy((id, page) => {
  say({ type: 'print', id, page });
});

const seenPath = process.env['VIGIE_SEEN'];
const { startReader, hearReader } = readersByMain(say);
// Tests of words and wiring name a worker that draws less; what is installed is never given one.
const workerPath = process.env['VIGIE_WORKER'] ?? join(import.meta.dirname, 'worker.cjs');
const processes = { workerPath, startReader };
const store = new Store({
  handlers,
  clock: clockOf(import.meta.dirname),
  newId: systemIds,
  ...iterationsIn(import.meta.dirname),
  emit: (event) => {
    say({ type: 'event', event });
  },
  checkAnswer: leaveOutUndeclared((method, path) => {
    say({ type: 'undeclared', method, path });
  }),
  ...processes,
  ...(seenPath !== undefined && { seenPath, computer: computerName() }),
  print,
  prepareDemonstration: (...wanted) => loadDemonstration(shippedFrom(import.meta.dirname), ...wanted),
});

allowOnly(() => store.peers);

/** A thread in the midst of a copy would hold an ordinary exit back until it is done, and a lock waits for nobody. */
function leave(): never {
  if (isComputing()) process.kill(process.pid, 'SIGKILL');
  process.exit(0);
}

function openReply(id: number, folder: string): void {
  try {
    const { kind, demonstration } = openFolder(store, folder);
    const { other } = store;
    say({
      type: 'opened',
      id,
      reply: { ok: true, value: { kind, demonstration, other, signIns: demonstration ? signInsOf(kind) : [] } },
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
      store.grant(message.token, message.path, message.access);
      return;
    case 'cancel':
      store.cancelled.add(message.jobId);
      return;
    case 'printed':
      printed(message.id, message.pdf);
      return;
    case 'reader_said':
    case 'reader_ended':
      hearReader(message);
      return;
    case 'close':
      void endBursts(store).finally(() => {
        store.close();
        leave();
      });
  }
}

function versions(): { sqlite: string; cipher: string } {
  const raw = new Database(':memory:');
  const sqlite = raw.prepare('SELECT sqlite_version()').pluck().get() as string;
  raw.close();
  return { sqlite, cipher: 'SQLCipher 4 (AES-256)' };
}

scheduleBackups(store);
parent?.onMessage(hear);
// The application is gone: nothing may keep the key in memory.
parent?.onGone(() => {
  store.close();
  process.exit(0);
});
say({ type: 'ready', node: process.versions.node, ...versions() });
