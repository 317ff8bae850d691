import { app } from 'electron';
import type { Reply } from '#contract/ground/errors';
import type { PageEvent } from '#contract/ground/events';
import type { PrintedPage } from '#contract/ground/printedPage';
import type { FromStore, OpenedWorkspace, ToStore } from '#contract/store/storeProtocol';
import { startChild, type Child } from './childProcess.ts';
import type { LogLine } from './failureLog.ts';
import type { GrantedPath } from './grants.ts';
import { createReaderProcesses, type ReaderProcesses } from './readerProcesses.ts';
import { refused } from './replies.ts';

/** How long a store that was asked to close may take before it is killed. */
const CLOSING = 1000;

interface StoreVersions {
  readonly node: string;
  readonly sqlite: string;
  readonly cipher: string;
}

interface Listeners {
  readonly onEvent: (event: PageEvent) => void;
  readonly log: LogLine;
  readonly print: (page: PrintedPage) => Promise<Uint8Array>;
  /** It ended by itself. `hadWorkspace` is false where it fell before a workspace was open. */
  readonly onUnexpectedEnd: (hadWorkspace: boolean) => void;
}

export interface StoreProcess {
  /** Nothing where it runs already. */
  readonly start: () => Promise<void>;
  readonly hasWorkspace: () => boolean;
  /** Opens the folder in a store that holds no other. */
  readonly open: (folder: string) => Promise<Reply<OpenedWorkspace>>;
  /** Sends first the paths of the call's tokens. */
  readonly call: (method: string, input: unknown, granted: readonly GrantedPath[]) => Promise<Reply<unknown>>;
  readonly cancel: (jobId: string) => void;
  /** Asks it to close, waits, kills. */
  readonly stop: () => Promise<void>;
  /** Null where the store could not start. */
  readonly versions: () => Promise<StoreVersions | null>;
}

/** One run of the store, from its start to its end. */
interface Run {
  readonly child: Child<ToStore>;
  readonly readers: ReaderProcesses;
  readonly calls: Map<number, (reply: Reply<unknown>) => void>;
  readonly opens: Map<number, (reply: Reply<OpenedWorkspace>) => void>;
  readonly versions: Promise<StoreVersions | null>;
  readonly ended: Promise<void>;
  hasWorkspace: boolean;
  asked: boolean;
}

/** Starts the store, carries what is asked of it, and answers in its stead when it ends. */
export function createStoreProcess(listeners: Listeners): StoreProcess {
  let run: Run | null = null;
  let stopping: Promise<void> | null = null;
  let lastId = 0;

  async function running(): Promise<Run> {
    // The next store waits for the last one to release the workspace's lock.
    while (stopping !== null) await stopping;
    run ??= begin(listeners, (ended) => {
      if (run === ended) run = null;
    });
    return run;
  }

  async function halt(ending: Run): Promise<void> {
    ending.asked = true;
    ending.child.send({ type: 'close' });
    const timer = setTimeout(ending.child.kill, CLOSING);
    await ending.ended;
    clearTimeout(timer);
    stopping = null;
  }

  function stop(): Promise<void> {
    if (stopping === null && run !== null) stopping = halt(run);
    return stopping ?? Promise.resolve();
  }

  return {
    start: async () => {
      await running();
    },
    hasWorkspace: () => run?.hasWorkspace ?? false,
    open: async (folder) => {
      if (run?.hasWorkspace === true) await stop();
      const using = await running();
      const id = ++lastId;
      const reply = await new Promise<Reply<OpenedWorkspace>>((resolve) => {
        using.opens.set(id, resolve);
        using.child.send({ type: 'open', id, folder });
      });
      if (reply.ok) using.hasWorkspace = true;
      return reply;
    },
    call: async (method, input, granted) => {
      const using = await running();
      for (const grant of granted) using.child.send({ type: 'grant', ...grant });
      const id = ++lastId;
      const reply = await new Promise<Reply<unknown>>((resolve) => {
        using.calls.set(id, resolve);
        using.child.send({ type: 'call', id, method, input });
      });
      if (reply.ok && method === 'workspace.create') using.hasWorkspace = true;
      return reply;
    },
    cancel: (jobId) => run?.child.send({ type: 'cancel', jobId }),
    stop,
    versions: async () => (await running()).versions,
  };
}

function begin(listeners: Listeners, onEnd: (run: Run) => void): Run {
  const program = { script: 'store.cjs', name: 'Vigie store', output: app.isPackaged ? 'ignore' : 'inherit' } as const;
  let tellVersions: (versions: StoreVersions | null) => void = () => undefined;
  let tellEnded: () => void = () => undefined;
  const run: Run = {
    child: startChild<FromStore, ToStore>(program, {
      onMessage: (message) => {
        if (message.type === 'ready') tellVersions(message);
        else hear(run, message, listeners);
      },
      onEnd: () => {
        tellVersions(null);
        run.readers.killAll();
        onEnd(run);
        settle(run);
        tellEnded();
        if (!run.asked) listeners.onUnexpectedEnd(run.hasWorkspace);
      },
    }),
    readers: createReaderProcesses((message) => {
      run.child.send(message);
    }),
    calls: new Map(),
    opens: new Map(),
    versions: new Promise((resolve) => {
      tellVersions = resolve;
    }),
    ended: new Promise((resolve) => {
      tellEnded = resolve;
    }),
    hasWorkspace: false,
    asked: false,
  };
  return run;
}

function answered<T>(
  waiting: Map<number, (reply: Reply<T>) => void>,
  { id, reply }: { readonly id: number; readonly reply: Reply<T> },
): void {
  waiting.get(id)?.(reply);
  waiting.delete(id);
}

function hear(run: Run, message: Exclude<FromStore, { type: 'ready' }>, listeners: Listeners): void {
  switch (message.type) {
    case 'opened':
      answered(run.opens, message);
      return;
    case 'reply':
      answered(run.calls, message);
      return;
    case 'event':
      listeners.onEvent(message.event);
      return;
    case 'print':
      void listeners
        .print(message.page)
        .catch(() => null)
        .then((pdf) => {
          run.child.send({ type: 'printed', id: message.id, pdf });
        });
      return;
    case 'failed':
      listeners.log(message.method, message.failure);
      return;
    case 'undeclared':
      listeners.log(message.method, { undeclared: message.path });
      return;
    case 'reader_start':
    case 'reader_send':
    case 'reader_kill':
      run.readers.hear(message);
  }
}

/** No caller waits for ever. Whether a write was kept is for the reopened store to show. */
function settle(run: Run): void {
  const code = run.asked ? 'locked' : 'internal';
  for (const answer of [...run.calls.values(), ...run.opens.values()]) answer(refused(code));
  run.calls.clear();
  run.opens.clear();
}
