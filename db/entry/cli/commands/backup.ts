import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { ParsedInput } from '#contract/index';
import { openFolder } from '../../../store/signIn.ts';
import { done, InputFailure, type Outcome } from '../outcome.ts';
import { readPassphrase } from '../passphrase.ts';
import { newWorkspaceAt, requireFile, requireFolder } from '../paths.ts';
import { alignColumns } from '../table.ts';
import { addAccess, addGroup, type Tools } from '../tools.ts';
import { inWorkspace, withStore, type Access } from '../workspace.ts';

const timeOf = (at: number): string => new Date(at).toISOString().replace('T', ' ').slice(0, 16);

function make(tools: Tools, access: Access): Promise<Outcome> {
  const { say } = tools.words;
  return inWorkspace(tools, access, async ({ run }) => {
    const made = await run('backups.make', (jobId) => ({ jobId }));
    const path = join(resolve(access.workspace), 'backups', made.name);
    const second = { none: [], copied: [say('backupSecondCopied')], unreachable: [say('backupSecondUnreachable')] };
    return done({ ...made, file: path }, [say('backupMade', { path }), ...second[made.second]]);
  });
}

function list(tools: Tools, access: Access): Promise<Outcome> {
  const { say, decimal } = tools.words;
  return inWorkspace(tools, access, async ({ call }) => {
    const value = await call('backups.list', {});
    const rows = value.backups.map(({ name, madeAt, reason, bytes, place }) => [
      timeOf(madeAt),
      say(`backup.reason.${reason}`),
      `${decimal(bytes / 1_048_576)} MiB`,
      say(`backup.place.${place}`),
      name,
    ]);
    const { second } = value;
    return done(value, [
      ...(rows.length === 0 ? [say('backupNone')] : alignColumns(rows)),
      ...(second?.reachable === false ? [say('backupSecondGone', { folder: second.folder })] : []),
    ]);
  });
}

function verify(tools: Tools, name: string | undefined, access: Access): Promise<Outcome> {
  const { say, count } = tools.words;
  return inWorkspace(tools, access, async ({ call, run }) => {
    const { backups } = await call('backups.list', {});
    const found = backups.find((each) => name === undefined || each.name === basename(name));
    if (!found) throw new InputFailure('backupNone');
    const value = await run('backups.verify', (jobId) => ({ jobId, name: found.name, place: found.place }));
    return done(value, [
      say('backupVerified', { name: value.name }),
      say('backupContents', { rows: count(value.rows), sequence: count(value.sequence) }),
      say('auditHead', { head: value.head }),
    ]);
  });
}

function drill(tools: Tools, access: Access): Promise<Outcome> {
  const { say, count } = tools.words;
  return inWorkspace(tools, access, async ({ run }) => {
    const value = await run('backups.drill', (jobId) => ({ jobId }));
    const differing = value.tables.filter(({ inBackup, now }) => inBackup !== now);
    const rows = differing.map(({ table, inBackup, now }) => [`  ${table}`, count(inBackup), count(now)]);
    return done(value, [
      say('backupDrilled', { name: value.name }),
      say('backupDrillSince', { entries: count(value.entriesSince) }),
      ...(rows.length === 0 ? [say('backupDrillSame')] : [say('backupDrillHeading'), ...alignColumns(rows)]),
    ]);
  });
}

interface RestoreOptions {
  readonly workspace: string;
  readonly reason: string;
  readonly login?: string;
  readonly passphraseFile?: string;
  readonly recoveryKeyFile?: string;
}

async function secretOf(
  { terminal, words }: Tools,
  options: RestoreOptions,
): Promise<ParsedInput<'backups.restore'>['secret']> {
  const { login, passphraseFile, recoveryKeyFile } = options;
  if ((login === undefined) === (recoveryKeyFile === undefined)) throw new InputFailure('restoreSecret');
  return login !== undefined
    ? { kind: 'passphrase', login, passphrase: await readPassphrase(terminal, words, passphraseFile) }
    : { kind: 'recovery', recoveryKey: await readPassphrase(terminal, words, recoveryKeyFile) };
}

async function restore(tools: Tools, backup: string, options: RestoreOptions): Promise<Outcome> {
  const { say, count } = tools.words;
  const file = requireFile(backup);
  const { parent, name } = newWorkspaceAt(options.workspace);
  if (name === '') throw new InputFailure('noName', { path: options.workspace });
  requireFolder(parent);
  const secret = await secretOf(tools, options);
  return withStore(tools, async ({ run, grant }) => {
    const value = await run('backups.restore', (jobId) => ({
      jobId,
      file: grant(file),
      point: basename(file),
      parent: grant(parent),
      name,
      secret,
      reason: options.reason,
    }));
    const folder = join(parent, `${name}.vigie`);
    return done({ ...value, folder }, [
      say('backupRestored', { folder, time: timeOf(value.madeAt) }),
      ...(value.before === null ? [] : [say('backupBefore', { folder: join(folder, value.before) })]),
      ...(value.disabled > 0 ? [say('backupDisabled', { users: count(value.disabled) })] : []),
      ...(value.sinceKnown ? [] : [say('backupSinceUnknown')]),
    ]);
  });
}

/** Where tables lost rows, or the backup has more: what to look at. */
async function salvageStore(tools: Tools, options: RestoreOptions): Promise<Outcome> {
  const { say, count } = tools.words;
  const secret = await secretOf(tools, options);
  return withStore(tools, async ({ call }, store) => {
    const folder = resolve(options.workspace);
    openFolder(store, folder);
    const value = await call('backups.salvage', { secret, reason: options.reason });
    const path = join(dirname(folder), value.folder);
    const looked = value.tables.filter(({ lost, read, inBackup }) => lost || (inBackup ?? 0) > read);
    const rows = looked.map(({ table, read, inBackup, lost }) => [
      `  ${table}`,
      count(read),
      inBackup === null ? '-' : count(inBackup),
      lost ? say('salvageLost') : '',
    ]);
    return done({ ...value, folder: path }, [
      say('salvaged', { folder: path }),
      ...(rows.length === 0 ? [say('salvageWhole')] : [say('salvageHeading'), ...alignColumns(rows)]),
    ]);
  });
}

export function addBackupCommands(program: Command, tools: Tools): void {
  const { words } = tools;
  const { say } = words;
  const group = addGroup(program, 'backup', say('help.backup'));
  addAccess(group.command('make').description(say('help.backupMake')), words).action(tools.runs(make));
  addAccess(group.command('list').description(say('help.backupList')), words).action(tools.runs(list));
  addAccess(group.command('verify').description(say('help.backupVerify')), words)
    .argument(`[${say('arg.name')}]`, say('argument.backupName'))
    .action(tools.runs(verify));
  addAccess(group.command('drill').description(say('help.backupDrill')), words).action(tools.runs(drill));
  const addSecret = (command: Command): Command =>
    command
      .requiredOption(`--reason <${say('arg.reason')}>`, say('option.restoreReason'))
      .option(`--login <${say('arg.name')}>`, say('option.restoreLogin'))
      .option(`--passphrase-file <${say('arg.file')}>`, say('option.passphraseFile'))
      .option(`--recovery-key-file <${say('arg.file')}>`, say('option.recoveryKeyFile'));
  addSecret(
    group
      .command('salvage')
      .description(say('help.backupSalvage'))
      .requiredOption(`--workspace <${say('arg.folder')}>`, say('option.workspace')),
  ).action(tools.runs(salvageStore));
  addSecret(
    group
      .command('restore')
      .description(say('help.backupRestore'))
      .argument(`<${say('arg.file')}>`, say('argument.backup'))
      .requiredOption(`--workspace <${say('arg.folder')}>`, say('option.restoreWorkspace')),
  ).action(tools.runs(restore));
}
