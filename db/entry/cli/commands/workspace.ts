import type { Command } from 'commander';
import { workspaceKind, type WorkspaceKind } from '#contract/ground/codes';
import { done, InputFailure, type Outcome } from '../outcome.ts';
import { oneOf } from '../parse.ts';
import { readPassphrase } from '../passphrase.ts';
import { newWorkspaceAt, requireFolder } from '../paths.ts';
import { addAccess, addGroup, type Tools } from '../tools.ts';
import { addMoveCommand } from './move.ts';
import { inWorkspace, withStore, type Access } from '../workspace.ts';

interface CreateOptions extends Access {
  readonly kind: WorkspaceKind;
  readonly displayName?: string;
  readonly coordinator?: true;
}

function nextStep({ kind, coordinator }: CreateOptions) {
  if (kind === 'unit') return 'createdNextUnit';
  return coordinator === true ? 'createdNextPacks' : 'createdNextCoordination';
}

/** The recovery key is in the answer because it is shown once and kept nowhere. */
async function createWorkspace(tools: Tools, options: CreateOptions): Promise<Outcome> {
  const { words, terminal } = tools;
  const { parent, name } = newWorkspaceAt(options.workspace);
  if (name === '') throw new InputFailure('noName', { path: options.workspace });
  if (options.coordinator === true && options.kind === 'unit') throw new InputFailure('coordinatorOfUnit');
  requireFolder(parent);
  const passphrase = await readPassphrase(terminal, words, options.passphraseFile, true);
  return withStore(tools, async ({ call, grant }, store) => {
    const { recoveryKey, session } = await call('workspace.create', {
      parent: grant(parent),
      name,
      kind: options.kind,
      login: options.login,
      displayName: options.displayName ?? options.login,
      passphrase,
      isCoordinator: options.coordinator === true,
    });
    const folder = store.requireFolder();
    return done({ folder, kind: options.kind, workspaceId: session.workspace.id, recoveryKey }, [
      words.say('created', { folder }),
      words.say('recoveryKey', { key: recoveryKey }),
      words.say('recoveryKeyAdvice'),
      words.say(nextStep(options)),
    ]);
  });
}

function checkWorkspace(tools: Tools, access: Access): Promise<Outcome> {
  const { say, count } = tools.words;
  return inWorkspace(tools, access, async ({ call }) => {
    const value = await call('workspace.check', {});
    return done(value, [say('workspaceWhole', { pages: count(value.pages) })]);
  });
}

export function addWorkspaceCommands(program: Command, tools: Tools): void {
  const { say } = tools.words;
  const group = addGroup(program, 'workspace', say('help.workspace'));
  addAccess(group.command('create').description(say('help.workspaceCreate')), tools.words)
    .requiredOption('--kind <unit|coordination>', say('option.kind'), oneOf('--kind', workspaceKind.options))
    .option(`--display-name <${say('arg.name')}>`, say('option.displayName'))
    .option('--coordinator', say('option.coordinator'))
    .action(tools.runs(createWorkspace));
  addAccess(group.command('check').description(say('help.workspaceCheck')), tools.words).action(
    tools.runs(checkWorkspace),
  );
  addMoveCommand(group, tools);
}
