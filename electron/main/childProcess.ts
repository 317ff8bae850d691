import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import { foreignLimits } from '#contract/ground/foreign';
import { readerCommand } from '#contract/ground/foreignCommand';
import { refuseDumps } from './noDumps.ts';
import { inApplication, inUserData } from './places.ts';

export interface Child<To> {
  readonly send: (message: To) => void;
  /** At once, whatever it is doing. */
  readonly kill: () => void;
}

export interface ChildListeners<From> {
  readonly onMessage: (message: From) => void;
  /** Once, whatever the cause; null where it did not end by itself. */
  readonly onEnd: (exitCode: number | null) => void;
}

interface Program {
  /** In the folder of what was built. */
  readonly script: string;
  readonly name: string;
  readonly output: 'ignore' | 'inherit';
  /** It reads files of someone else's, and is given nothing but its code. */
  readonly isReader?: boolean;
}

/** SQLite's native module needs Node-API 10; the older runtime starts our processes on a Node that has it. */
export function startChild<From, To>(program: Program, listeners: ChildListeners<From>): Child<To> {
  return Number(process.versions['napi']) >= 10
    ? startUtilityProcess(program, listeners)
    : startNode(program, listeners);
}

const inherited = ['LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'] as const;

/** By which a test moves the day or all of the clock, names another worker or shortens the work of a passphrase: a packaged program hands none on. */
const forTests = [
  'VIGIE_TODAY',
  'VIGIE_WORKER',
  'VIGIE_ITERATIONS',
  'VIGIE_ANSWERS',
  'LD_PRELOAD',
  'FAKETIME',
  'FAKETIME_DONT_FAKE_MONOTONIC',
  'FAKETIME_FORCE_MONOTONIC_FIX',
] as const;

/** Only what Node itself asks for: nothing that could load code into the process holding the key. */
function environment(isReader: boolean): Record<string, string> {
  const ordinary = app.isPackaged ? inherited : [...inherited, ...forTests];
  const set = (isReader ? ['SystemRoot'] : ordinary).flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries<string>(set), ...(!isReader && { VIGIE_SEEN: inUserData('seen.json') }) };
}

function startUtilityProcess<From, To>(
  { script, name, output, isReader = false }: Program,
  { onMessage, onEnd }: ChildListeners<From>,
): Child<To> {
  const child = utilityProcess.fork(inApplication('dist', 'main', script), [], {
    env: environment(isReader),
    execArgv: isReader ? [`--js-flags=--max-old-space-size=${foreignLimits.heap}`] : [],
    stdio: output,
    serviceName: name,
  });
  let ended = false;
  // It does not come from this process, whose own limit it would have.
  child.once('spawn', () => {
    if (child.pid !== undefined) refuseDumps(child.pid);
  });
  child.on('message', (message: From) => {
    onMessage(message);
  });
  child.once('exit', (code) => {
    ended = true;
    onEnd(code);
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

function startNode<From, To>(
  { script, output, isReader = false }: Program,
  { onMessage, onEnd }: ChildListeners<From>,
): Child<To> {
  const [node, within] = app.isPackaged
    ? [join(process.resourcesPath, 'node'), join(process.resourcesPath, 'app.asar.unpacked')]
    : [inApplication('node_modules', '.bin', 'node'), inApplication()];
  const path = join(within, 'dist', 'main', script);
  const { platform } = process;
  const command = isReader ? readerCommand({ node, script: path, within, platform }) : { file: node, args: [path] };
  // `fork` would add ELECTRON_RUN_AS_NODE; `spawn` with an IPC channel is the same without it.
  const child = spawn(command.file, command.args, {
    env: environment(isReader),
    stdio: ['ignore', output, output, 'ipc'],
    serialization: 'advanced',
  });
  let ended = false;
  const end = (code: number | null): void => {
    if (ended) return;
    ended = true;
    onEnd(code);
  };
  child.on('message', (message) => {
    onMessage(message as From);
  });
  child.once('exit', end);
  child.once('error', () => {
    end(null);
  });
  return {
    send: (message) => {
      // The callback takes the error of a channel that closed meanwhile; `exit` then answers what was asked.
      if (!ended && child.connected) child.send(message as object, () => undefined);
    },
    kill: () => {
      if (!ended) child.kill('SIGKILL');
    },
  };
}
