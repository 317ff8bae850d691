import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import type { FromStore, ToStore } from '#contract/storeProtocol';
import { inApplication } from './places.ts';

export interface StoreChild {
  readonly send: (message: ToStore) => void;
  /** At once, whatever it is doing. */
  readonly kill: () => void;
}

export interface StoreListeners {
  readonly onMessage: (message: FromStore) => void;
  /** Once, whatever the cause. */
  readonly onEnd: () => void;
}

/** SQLite's native module needs Node-API 10; the older runtime starts the store on a Node that has it. */
export function startStoreChild(listeners: StoreListeners): StoreChild {
  return Number(process.versions['napi']) >= 10 ? startUtilityProcess(listeners) : startNode(listeners);
}

const inherited = ['LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'] as const;

/** Only what Node itself asks for: nothing that could load code into the process holding the key. A test may also say what day it is. */
function environment(): Record<string, string> {
  return Object.fromEntries(
    (app.isPackaged ? inherited : [...inherited, 'VIGIE_TODAY']).flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function output(): 'ignore' | 'inherit' {
  return app.isPackaged ? 'ignore' : 'inherit';
}

function startUtilityProcess({ onMessage, onEnd }: StoreListeners): StoreChild {
  const child = utilityProcess.fork(inApplication('dist', 'main', 'store.cjs'), [], {
    env: environment(),
    execArgv: [],
    stdio: output(),
    serviceName: 'Vigie store',
  });
  let ended = false;
  child.on('message', (message: FromStore) => {
    onMessage(message);
  });
  child.once('exit', () => {
    ended = true;
    onEnd();
  });
  return {
    send: (message) => {
      if (!ended) child.postMessage(message);
    },
    kill: () => {
      // `child.kill` asks; a store in the middle of a long query would not hear it.
      if (!ended && child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}

function startNode({ onMessage, onEnd }: StoreListeners): StoreChild {
  const { node, script } = app.isPackaged
    ? {
        node: join(process.resourcesPath, 'node'),
        script: join(process.resourcesPath, 'app.asar.unpacked', 'dist', 'main', 'store.cjs'),
      }
    : { node: inApplication('node_modules', '.bin', 'node'), script: inApplication('dist', 'main', 'store.cjs') };
  // `fork` would add ELECTRON_RUN_AS_NODE; `spawn` with an IPC channel is the same without it.
  const child = spawn(node, [script], {
    env: environment(),
    stdio: ['ignore', output(), output(), 'ipc'],
    serialization: 'advanced',
  });
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    onEnd();
  };
  child.on('message', (message) => {
    onMessage(message as FromStore);
  });
  child.once('exit', end);
  child.once('error', end);
  return {
    send: (message) => {
      // The callback takes the error of a channel that closed meanwhile; `exit` then settles what was asked.
      if (!ended && child.connected) child.send(message, () => undefined);
    },
    kill: () => {
      if (!ended) child.kill('SIGKILL');
    },
  };
}
