import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { loadDemonstration } from '../../demo/load.ts';
import { shippedFrom } from '../../demo/shipped.ts';
import { demonstrationPassphrase } from '../../demo/signIns.ts';
import { done, type Outcome } from '../outcome.ts';
import { addGroup, type Tools } from '../tools.ts';
import { demonstrationGrant, withStore } from '../workspace.ts';

/** Builds the fictitious workspaces where they are not there yet; their passphrase is no secret. */
function prepare(tools: Tools, into: string, { again = false }: { readonly again?: boolean }): Promise<Outcome> {
  const { words, options } = tools;
  const folder = resolve(into);
  mkdirSync(folder, { recursive: true });
  const ready: Tools = {
    ...tools,
    options: {
      ...options,
      prepareDemonstration: (...wanted) => loadDemonstration(shippedFrom(dirname(options.workerPath)), ...wanted),
    },
  };
  return withStore(ready, async ({ run }, store) => {
    store.grants.set(demonstrationGrant, folder);
    const { folders } = await run('demonstration.prepare', (jobId) => ({ jobId, again }));
    const paths = folders.map((name) => join(folder, name));
    return done({ folders: paths, passphrase: demonstrationPassphrase }, [
      words.say('demoReady'),
      ...paths.map((path) => `  ${path}`),
      words.say('demoPassphrase', { passphrase: demonstrationPassphrase }),
    ]);
  });
}

export function addDemoCommands(program: Command, tools: Tools): void {
  const { say } = tools.words;
  const group = addGroup(program, 'demo', say('help.demo'));
  group
    .command('prepare')
    .description(say('help.demoPrepare'))
    .argument(`<${say('arg.folder')}>`, say('argument.demoFolder'))
    .option('--again', say('option.demoAgain'))
    .action(tools.runs(prepare));
}
