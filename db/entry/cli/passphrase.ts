import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable, type Readable } from 'node:stream';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { requireFile } from './paths.ts';
import { InputFailure } from './outcome.ts';
import type { Terminal } from './terminal.ts';
import type { Words } from './texts.ts';

function requireGoingOn({ interruption }: Terminal): void {
  if (interruption.signal.aborted) throw new StoreFailure('cancelled');
}

async function firstLine(input: Readable, { interruption }: Terminal): Promise<string> {
  const lines = createInterface({ input, crlfDelay: Infinity, signal: interruption.signal });
  for await (const line of lines) return line.replace(/^\ufeff/, '');
  return '';
}

/** Asks on the terminal; what is typed is not echoed. */
function ask(question: string, terminal: Terminal): Promise<string> {
  const silent = new Writable({
    write: (_chunk, _encoding, next) => {
      next();
    },
  });
  terminal.tell(question);
  return new Promise((resolve) => {
    const lines = createInterface({
      input: terminal.input,
      output: silent,
      terminal: true,
      historySize: 0,
      signal: terminal.interruption.signal,
    });
    let answer = '';
    lines.once('line', (line) => {
      answer = line;
      lines.close();
    });
    // In raw mode the terminal sends no signal of its own.
    lines.once('SIGINT', () => {
      terminal.interruption.abort();
    });
    lines.once('close', () => {
      terminal.tell('\n');
      resolve(answer);
    });
  });
}

async function typedPassphrase(terminal: Terminal, words: Words, twice: boolean): Promise<string> {
  const typed = await ask(words.say('askPassphrase'), terminal);
  requireGoingOn(terminal);
  if (twice && typed !== '' && (await ask(words.say('askAgain'), terminal)) !== typed) {
    requireGoingOn(terminal);
    throw new InputFailure('passphrasesDiffer');
  }
  return typed;
}

/** Whether a person says so, who reads what is shown first; nobody does where there is no terminal. */
export async function saysYes(terminal: Terminal, lines: readonly string[]): Promise<boolean> {
  if (!terminal.input.isTTY) return false;
  terminal.tell(lines.map((line) => `${line}\n`).join(''));
  return ['yes', 'oui'].includes((await ask('> ', terminal)).trim().toLowerCase());
}

/** From a file, the terminal or standard input: never an argument or the environment, which other programs can read. */
export async function readPassphrase(
  terminal: Terminal,
  words: Words,
  file: string | undefined,
  twice = false,
): Promise<string> {
  requireGoingOn(terminal);
  const passphrase =
    file !== undefined
      ? await firstLine(createReadStream(requireFile(file)), terminal)
      : terminal.input.isTTY
        ? await typedPassphrase(terminal, words, twice)
        : await firstLine(terminal.input, terminal);
  requireGoingOn(terminal);
  if (passphrase === '') throw new InputFailure('noPassphrase');
  return passphrase;
}
