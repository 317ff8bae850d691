import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { FromReader, ToReader } from '#contract/ground/foreign';
import { readerCommand } from '#contract/ground/foreignCommand';
import type { StartReader } from './reader.ts';

/** Starts readers where the asker is a Node of its own: the command line, and tests. `script` is built or source; `within` holds all its code. */
export function readersByNode(script: string, within: string): StartReader {
  return ({ onMessage, onEnd }) => {
    const { file, args } = readerCommand({ node: process.execPath, script, within, platform: process.platform });
    const child = spawn(file, args, {
      cwd: dirname(script),
      // Windows finds its own libraries by it.
      env: process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    let ended = false;
    const end = (): void => {
      if (!ended) onEnd();
      ended = true;
    };
    child.on('message', (message) => {
      onMessage(message as FromReader);
    });
    child.once('exit', end);
    child.once('error', end);
    return {
      send: (message: ToReader) => {
        if (!ended && child.connected) child.send(message, () => undefined);
      },
      kill: () => {
        if (!ended) child.kill('SIGKILL');
      },
    };
  };
}
