import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Output } from '#contract/index';
import { isOnServer } from '../../../store/postgres/serverFile.ts';
import { done, InputFailure, type Outcome } from '../outcome.ts';
import { readPassphrase, saysYes } from '../passphrase.ts';
import { newWorkspaceAt, requireFolder } from '../paths.ts';
import { alignColumns } from '../table.ts';
import { addAccess, type Tools } from '../tools.ts';
import { inWorkspace, type Access } from '../workspace.ts';
import { addServer, placeOf, type ServerAccess } from './server.ts';

interface MoveOptions extends Access, Partial<Omit<ServerAccess, 'user'>> {
  readonly user: string;
  readonly to: string;
  readonly yes?: true;
}

/** A workspace on a server is moved from there; one in a folder is moved to the server that is named. */
function serverOf({ workspace, host, database, ...asked }: MoveOptions) {
  if (isOnServer(resolve(workspace))) return null;
  if (!host || database === undefined) throw new InputFailure('moveServerNeeded');
  return placeOf({ ...asked, host, database });
}

function reportLines({ words: { say, count } }: Tools, report: Output<'workspace.move'>): readonly string[] {
  const rows = report.tables.map(({ table, rows: found, digest }) => [`  ${table}`, count(found), digest.slice(0, 16)]);
  return [
    say('moveCompared', { place: report.place, rows: count(report.rows), tables: count(report.tables.length) }),
    ...alignColumns(rows),
    say('moveAudit', { entries: count(report.entries), head: report.head }),
    say('movePeople', { people: count(report.people) }),
    ...(report.to === 'server' ? [say('serverTrust')] : []),
    ...(report.without.length > 0 ? [say('moveWithout', { names: report.without.join(', ') })] : []),
    ...(report.isAgain ? [say('moveAgain')] : []),
  ];
}

async function moveWorkspace(tools: Tools, options: MoveOptions): Promise<Outcome> {
  const { terminal, words } = tools;
  const { parent, name } = newWorkspaceAt(options.to);
  if (name === '') throw new InputFailure('noName', { path: options.to });
  requireFolder(parent);
  const server = serverOf(options);
  return inWorkspace(tools, options, async ({ call, run, grant }) => {
    if (options.passwordFile === undefined) terminal.tell(`${words.say('moveAskPassword', { user: options.user })}\n`);
    const password = await readPassphrase(terminal, words, options.passwordFile);
    const account = { user: options.user, password };
    const report = await run('workspace.move', (jobId) => ({ jobId, server, account, parent: grant(parent), name }));
    const lines = reportLines(tools, report);
    const isSure = options.yes === true || (await saysYes(terminal, [...lines, words.say('moveAsk')]));
    if (!isSure) {
      await call('workspace.cancelMove', {});
      return done({ report, moved: null }, [...lines, words.say('moveNotDone')]);
    }
    const moved = await call('workspace.confirmMove', {});
    return done({ report, moved }, [
      ...lines,
      words.say('moved', { folder: moved.folder }),
      words.say(report.to === 'server' ? 'movedNextServer' : 'movedNextFolder'),
    ]);
  });
}

export function addMoveCommand(group: Command, tools: Tools): void {
  const { say } = tools.words;
  const command = addAccess(group.command('move').description(say('help.workspaceMove')), tools.words);
  addServer(command, tools.words, false)
    .requiredOption(`--to <${say('arg.folder')}>`, say('option.moveTo'))
    .option('--yes', say('option.moveYes'))
    .action(tools.runs(moveWorkspace));
}
