import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { analyseMethods } from '../analyse/registry.ts';
import { readTable, tryTable } from '../analyse/table.ts';
import { done, exitCodes, InputFailure, type Outcome } from '../outcome.ts';
import { oneOf } from '../parse.ts';
import { requireNewFile } from '../paths.ts';
import { readJson } from '../textFile.ts';
import { withThreads } from '../threads.ts';
import { withReaders, type Tools } from '../tools.ts';

interface AnalyseOptions {
  readonly data: string;
  readonly spec: string;
  readonly out?: string;
}

/** What is wrong with a file's content is no fault in how the command was written. */
async function reading<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InputFailure)) throw error;
    throw new InputFailure(error.key, error.values, exitCodes.failed);
  }
}

async function analyse(tools: Tools, name: string, { data, spec, out }: AnalyseOptions): Promise<Outcome> {
  const { options } = tools;
  const method = analyseMethods.find((each) => each.name === name);
  if (method === undefined) throw new RangeError('The argument was checked against these methods.');
  const output = out === undefined ? null : requireNewFile(out);
  await withReaders(options, (readers) => tryTable(data, readers));
  const value = await withThreads(tools, (threads) =>
    reading(() => method.run(readTable(data), readJson(spec), threads)),
  );
  const text = JSON.stringify(value, null, 2);
  if (output !== null) writeFileSync(output, `${text}\n`, { flag: 'wx' });
  return done(value, [text]);
}

/** The one command whose product is JSON for people too: it opens no workspace and reads what anyone can write. */
export function addAnalyseCommand(program: Command, tools: Tools): void {
  const { say } = tools.words;
  const names = analyseMethods.map(({ name }) => name);
  const method = say('arg.method');
  program
    .command('analyse')
    .description(say('help.analyse'))
    .argument(`<${method}>`, say('argument.method', { methods: names.join(', ') }), oneOf(`<${method}>`, names))
    .requiredOption(`--data <${say('arg.file')}>`, say('option.data'))
    .requiredOption(`--spec <${say('arg.file')}>`, say('option.spec'))
    .option(`--out <${say('arg.file')}>`, say('option.out'))
    .action(tools.runs(analyse));
}
