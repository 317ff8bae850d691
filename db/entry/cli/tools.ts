import type { Command } from 'commander';
import { ForeignReaders } from '../../ground/foreign/readers.ts';
import type { Outcome } from './outcome.ts';
import type { Surroundings } from './surroundings.ts';
import type { Words } from './texts.ts';

/** What a command's definition needs; `runs` makes the work of a command its action, whose outcome the command line says. */
export interface Tools extends Surroundings {
  readonly runs: <A extends unknown[]>(
    work: (tools: Tools, ...input: A) => Outcome | Promise<Outcome>,
  ) => (...input: A) => Promise<void>;
}

/** The options of every command that opens a workspace. */
export function addAccess(command: Command, { say }: Words): Command {
  return command
    .requiredOption(`--workspace <${say('arg.folder')}>`, say('option.workspace'))
    .requiredOption(`--login <${say('arg.name')}>`, say('option.login'))
    .option(`--passphrase-file <${say('arg.file')}>`, say('option.passphraseFile'))
    .option(`--older-reason <${say('arg.reason')}>`, say('option.olderReason'))
    .option(`--other-reason <${say('arg.reason')}>`, say('option.otherReason'))
    .option(`--place <${say('arg.place')}>`, say('option.place'));
}

/** A group of commands. The library's own `help` command speaks English only: `--help` does the same. */
export function addGroup(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).helpCommand(false);
}

/** Reads files of someone else's without a workspace: what reads them ends with the command. */
export async function withReaders<T>(
  { startReader }: Pick<Surroundings['options'], 'startReader'>,
  work: (readers: ForeignReaders) => Promise<T>,
): Promise<T> {
  const readers = new ForeignReaders(startReader);
  try {
    return await work(readers);
  } finally {
    readers.stop();
  }
}
