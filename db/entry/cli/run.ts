import { CommanderError } from 'commander';
import { leaveOutUndeclared } from '#contract/ground/answers';
import type { FieldProblem } from '#contract/ground/errors';
import { importField } from '#contract/intake/imports';
import { codeWords } from '#contract/words/codes';
import { toFailure } from '../../ground/kernel/failure.ts';
import type { StoreOptions } from '../../store/store.ts';
import { fieldMessage, messageOf } from './failures.ts';
import { localeOf } from './language.ts';
import { exitCodes, InputFailure, type ExitCode, type Outcome } from './outcome.ts';
import { buildProgram } from './program.ts';
import type { Surroundings } from './surroundings.ts';
import { terminalOn, type Streams } from './terminal.ts';
import type { Tools } from './tools.ts';
import { wordsOf, type Words } from './texts.ts';
import type { TextKey } from './texts/english.ts';
import { Refused } from './workspace.ts';

/** Why there is no outcome: for machines, and in lines for people. */
interface Complaint {
  readonly exitCode: ExitCode;
  readonly error: Readonly<Record<string, unknown>>;
  readonly lines: readonly string[];
}

const usageKeys: Readonly<Record<string, TextKey | undefined>> = {
  'commander.unknownOption': 'unknownOption',
  'commander.unknownCommand': 'unknownCommand',
  'commander.missingArgument': 'missingArgument',
  'commander.optionMissingArgument': 'optionMissingArgument',
  'commander.missingMandatoryOptionValue': 'missingOption',
  'commander.excessArguments': 'excessArguments',
};

/** The library's message is English; only the name that it quotes is taken from it. */
function usageComplaint({ say }: Words, { code, message }: CommanderError): Complaint {
  const name = /'([^']*)'/.exec(message)?.[1] ?? '';
  const title = say(usageKeys[code] ?? 'badUsage', { name });
  return { exitCode: exitCodes.usage, error: { code: 'usage', message: title }, lines: [title, say('seeHelp')] };
}

function fieldLine({ say, label, locale }: Words, { path, code }: FieldProblem): string {
  const last = path.split('.').at(-1);
  const field = importField.options.find((each) => each === last);
  return `  ${field ? label(codeWords.importField[field]) : path}: ${fieldMessage(code, locale) ?? say('notAccepted')}`;
}

function storeComplaint(words: Words, error: unknown): Complaint {
  const refused = error instanceof Refused ? error : new Refused(toFailure(error));
  const { failure, notes } = refused;
  const [title, advice] = messageOf(failure, words.locale);
  return {
    exitCode: exitCodes.failed,
    error: { ...failure, message: title, advice, notes },
    lines: [
      title,
      ...(failure.fields ?? []).map((each) => fieldLine(words, each)),
      ...notes,
      advice,
      words.say('reference', { reference: failure.reference }),
    ],
  };
}

function complaintOf(words: Words, error: unknown): Complaint {
  if (error instanceof CommanderError) return usageComplaint(words, error);
  if (!(error instanceof InputFailure)) return storeComplaint(words, error);
  const { exitCode, key, values } = error;
  const title = words.say(key, values);
  const code = exitCode === exitCodes.usage ? 'usage' : 'invalid_input';
  const last = exitCode === exitCodes.usage ? words.say('seeHelp') : words.say('nothingDone');
  return { exitCode, error: { code, message: title }, lines: [title, last] };
}

async function interpret(args: readonly string[], surroundings: Surroundings): Promise<Outcome | ExitCode> {
  let outcome: Outcome | ExitCode = exitCodes.done;
  const tools: Tools = {
    ...surroundings,
    runs:
      (work) =>
      async (...input) => {
        outcome = await work(tools, ...input);
      },
  };
  try {
    await buildProgram(tools).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help was asked for, or a group was named without its command: either way it has been written.
    if (error.code === 'commander.help') return exitCodes.usage;
    if (error.exitCode !== 0) throw error;
  }
  return outcome;
}

interface Around {
  /** Answers are held to their contract here, where there is a terminal to say what was left out; tests refuse them. */
  readonly options: Omit<StoreOptions, 'emit' | 'checkAnswer'> & Partial<StoreOptions>;
  readonly terminal: Streams;
  /** Version of the Node that runs the command, where it is too old to start a reader. */
  readonly oldNode?: string | null;
}

/** Runs one command and says what it came to: one JSON document, or lines, on stdout; a complaint on stderr. */
export async function runVigie(args: readonly string[], around: Around): Promise<ExitCode> {
  const terminal = terminalOn(around.terminal);
  const words = wordsOf(localeOf(args, terminal.environment));
  const asJson = args.includes('--json');
  const document = (value: unknown): void => {
    if (asJson) terminal.write(`${JSON.stringify(value)}\n`);
  };
  try {
    if (around.oldNode) throw new InputFailure('analyse.oldNode', { version: around.oldNode }, exitCodes.failed);
    const checkAnswer = leaveOutUndeclared((method, path) => {
      terminal.tell(`${words.say('undeclared', { method, path })}\n`);
    });
    const outcome = await interpret(args, { options: { checkAnswer, ...around.options }, terminal, words });
    if (typeof outcome === 'number') return outcome;
    document({ ok: outcome.exitCode === exitCodes.done, value: outcome.value });
    if (!asJson) terminal.write(`${outcome.lines.join('\n').trimEnd()}\n`);
    return outcome.exitCode;
  } catch (error) {
    const complaint = complaintOf(words, error);
    document({ ok: false, error: complaint.error });
    terminal.tell(`vigie: ${complaint.lines.join('\n')}\n`);
    return complaint.exitCode;
  }
}
