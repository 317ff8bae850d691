import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import type { FromCommand, ToCommand } from '#contract/store/commandProtocol';
import { startChild, type Child } from './childProcess.ts';
import { createReaderProcesses } from './readerProcesses.ts';
import { createPrinter } from './print.ts';

/** The arguments after `--cli`; null where the application is to show its window. */
export function commandArguments(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--cli');
  return at === -1 ? null : argv.slice(at + 1);
}

/** Runs one command without a visible window, at the same time as the application where that is open, and ends by its exit code. */
export function runCommandLine(args: readonly string[]): void {
  // Chromium's own files: the application's may be in use.
  const ownFiles = mkdtempSync(join(tmpdir(), 'vigie-cli-'));
  app.setPath('userData', ownFiles);
  // The hidden windows come and go.
  app.on('window-all-closed', () => undefined);
  app.on('quit', () => {
    rmSync(ownFiles, { recursive: true, force: true });
  });
  void app.whenReady().then(() => {
    begin(args);
  });
}

function begin(args: readonly string[]): void {
  const { stdin, stdout } = process;
  const print = createPrinter();
  const readers = createReaderProcesses((message) => {
    child.send(message);
  });
  const child: Child<ToCommand> = startChild<FromCommand, ToCommand>(
    { script: 'vigie.cjs', name: 'Vigie command line', output: 'inherit' },
    {
      onMessage: (message) => {
        if (message.type === 'raw_mode') {
          if (stdin.isTTY) stdin.setRawMode(message.isRaw);
          return;
        }
        if (message.type !== 'print') {
          readers.hear(message);
          return;
        }
        const { id } = message;
        void print(message.page)
          .catch(() => null)
          .then((pdf) => {
            child.send({ type: 'printed', id, pdf });
          });
      },
      onEnd: (exitCode) => {
        readers.killAll();
        if (stdin.isTTY) stdin.setRawMode(false);
        process.exitCode = exitCode ?? 1;
        app.exit(exitCode ?? 1);
      },
    },
  );
  child.send({ type: 'begin', args, isTyped: stdin.isTTY, columns: stdout.isTTY ? stdout.columns : 100 });
  stdin.on('data', (piece: Buffer) => {
    child.send({ type: 'input', piece });
  });
  stdin.on('end', () => {
    child.send({ type: 'input', piece: null });
  });
  // The terminal tells the command itself of Ctrl+C: it says what became of what it did, and ends.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      child.send({ type: 'interrupt' });
    });
}
