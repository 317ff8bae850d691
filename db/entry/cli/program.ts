import { Command, Help } from 'commander';
import { locale } from '#contract/ground/codes';
import { applicationVersion } from '../../ground/kernel/versions.ts';
import { addAnalyseCommand } from './commands/analyse.ts';
import { addAuditCommands } from './commands/audit.ts';
import { addBacklogCommand } from './commands/backlog.ts';
import { addBreachCommand } from './commands/breach.ts';
import { addBackupCommands } from './commands/backup.ts';
import { addCounterfactualCommand } from './commands/counterfactual.ts';
import { addDemoCommands } from './commands/demo.ts';
import { addDueCommand } from './commands/due.ts';
import { addImportCommands } from './commands/importReferrals.ts';
import { addPackCommands } from './commands/packs.ts';
import { addPlanCommand } from './commands/plan.ts';
import { addAnnualCommands } from './commands/annual.ts';
import { addReturnCommands } from './commands/returns.ts';
import { addServerCommands } from './commands/server.ts';
import { addWorkspaceCommands } from './commands/workspace.ts';
import { oneOf } from './parse.ts';
import type { Words } from './texts.ts';
import type { TextKey } from './texts/english.ts';
import type { Tools } from './tools.ts';

/** The library breaks lines at no-break spaces too: this replaces them while it does. */
const unbroken = '\ue000';

/** The headings that the library writes, by what it calls them. */
const headings: Readonly<Record<string, TextKey | undefined>> = {
  'Usage:': 'heading.usage',
  'Arguments:': 'heading.arguments',
  'Options:': 'heading.options',
  'Global Options:': 'heading.globalOptions',
  'Commands:': 'heading.commands',
};

const library = new Help();

function helpConfiguration({ say }: Words) {
  return {
    showGlobalOptions: true,
    boxWrap: (text: string, width: number): string =>
      library.boxWrap(text.replaceAll('\u00a0', unbroken), width).replaceAll(unbroken, '\u00a0'),
    styleTitle: (title: string): string => {
      const key = headings[title];
      return key ? say(key) : title;
    },
    styleUsage: (usage: string): string =>
      usage.replace('[options]', `[${say('arg.options')}]`).replace('[command]', `[${say('arg.command')}]`),
    styleSubcommandTerm: (term: string): string =>
      term.replace('[options]', `[${say('arg.options')}]`).replace('[command]', `[${say('arg.command')}]`),
  };
}

/** The whole grammar of the command line, in one language. */
export function buildProgram(tools: Tools): Command {
  const { words, terminal } = tools;
  const { say } = words;
  const program = new Command('vigie')
    .description(say('help.vigie'))
    .exitOverride()
    .showSuggestionAfterError(false)
    .helpCommand(false)
    .helpOption('-h, --help', say('option.help'))
    .configureHelp(helpConfiguration(words))
    .configureOutput({
      writeOut: terminal.write,
      writeErr: terminal.tell,
      // Said by `run` in the chosen language.
      outputError: () => undefined,
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .version(applicationVersion, '-V, --version', say('option.version'))
    .option('--lang <en|fr>', say('option.lang'), oneOf('--lang', locale.options))
    .option('--json', say('option.json'))
    .addHelpText('after', () => `\n${say('help.after')}`);
  addWorkspaceCommands(program, tools);
  addImportCommands(program, tools);
  addBacklogCommand(program, tools);
  addDueCommand(program, tools);
  addCounterfactualCommand(program, tools);
  addPlanCommand(program, tools);
  addAnalyseCommand(program, tools);
  addPackCommands(program, tools);
  addReturnCommands(program, tools);
  addAnnualCommands(program, tools);
  addAuditCommands(program, tools);
  addBackupCommands(program, tools);
  addBreachCommand(program, tools);
  addServerCommands(program, tools);
  addDemoCommands(program, tools);
  return program;
}
