import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import type { Client } from 'pg';
import { workspaceKind, type WorkspaceKind } from '#contract/ground/codes';
import { fingerprintFrom, hostFrom, type ServerPlace, type ServerTrust } from '#contract/store/server';
import { codeWords } from '#contract/words/codes';
import { applicationVersion } from '../../../ground/kernel/versions.ts';
import type { NewWorkspace } from '../../../store/createWorkspace.ts';
import { requireStrong } from '../../../store/passphrase.ts';
import { createOnServer } from '../../../store/postgres/createOnServer.ts';
import { checkServer } from '../../../store/postgres/server/check.ts';
import { connectToServer } from '../../../store/postgres/server/connect.ts';
import { prepareServer } from '../../../store/postgres/server/prepare.ts';
import { done, exitCodes, InputFailure, type Outcome } from '../outcome.ts';
import { collect, oneOf } from '../parse.ts';
import { readPassphrase } from '../passphrase.ts';
import { newWorkspaceAt, requireFile, requireFolder } from '../paths.ts';
import type { Words } from '../texts.ts';
import { addGroup, type Tools } from '../tools.ts';

export interface ServerAccess {
  readonly host: readonly string[];
  readonly database: string;
  readonly user: string;
  readonly fingerprint?: readonly string[];
  readonly authority?: string;
  readonly passwordFile?: string;
}

function hostOf(text: string): ServerPlace['hosts'][number] {
  const host = hostFrom(text);
  if (!host) throw new InputFailure('serverBadHost', { value: text });
  return host;
}

function pinnedFrom(text: string): string {
  const pinned = fingerprintFrom(text);
  if (pinned === null) throw new InputFailure('serverBadFingerprint', { value: text });
  return pinned;
}

function authorityIn(path: string): string {
  const text = readFileSync(requireFile(path), 'utf8');
  try {
    return new X509Certificate(text).toString();
  } catch {
    throw new InputFailure('serverBadAuthority', { path });
  }
}

function trustOf({ fingerprint: pinned, authority }: Omit<ServerAccess, 'user'>): ServerTrust {
  if ((pinned === undefined) === (authority === undefined)) throw new InputFailure('serverTrustNeeded');
  return authority === undefined
    ? { fingerprints: (pinned ?? []).map(pinnedFrom) }
    : { authority: authorityIn(authority) };
}

export function placeOf(asked: Omit<ServerAccess, 'user'>): ServerPlace {
  return { hosts: asked.host.map(hostOf), database: asked.database, trust: trustOf(asked) };
}

async function onServer(
  { terminal, words }: Tools,
  asked: ServerAccess,
  work: (client: Client, place: ServerPlace) => Promise<Outcome>,
): Promise<Outcome> {
  const place = placeOf(asked);
  const password = await readPassphrase(terminal, words, asked.passwordFile);
  const client = await connectToServer(place, { user: asked.user, password });
  try {
    return await work(client, place);
  } finally {
    await client.end();
  }
}

interface InitOptions extends ServerAccess {
  readonly kind: WorkspaceKind;
  readonly workspace?: string;
  readonly login?: string;
  readonly displayName?: string;
  readonly passphraseFile?: string;
  readonly coordinator?: true;
}

/** The workspace to make after preparing the database; null where only preparation is asked for. */
async function wantedOf({ terminal, words, options }: Tools, asked: InitOptions): Promise<NewWorkspace | null> {
  const { workspace, login, kind, displayName = login, passphraseFile, coordinator } = asked;
  if (workspace === undefined) return null;
  const { parent, name } = newWorkspaceAt(workspace);
  if (login === undefined || displayName === undefined) throw new InputFailure('serverLoginNeeded');
  if (name === '') throw new InputFailure('noName', { path: workspace });
  requireFolder(parent);
  terminal.tell(`${words.say('serverAskPassphrase', { login })}\n`);
  const passphrase = await readPassphrase(terminal, words, passphraseFile, true);
  await requireStrong({ options }, 'passphrase', passphrase, [name, login, displayName]);
  return { parent, name, kind, login, displayName, passphrase, isCoordinator: coordinator === true };
}

function initServer(tools: Tools, asked: InitOptions): Promise<Outcome> {
  const { say, label } = tools.words;
  const { database, kind } = asked;
  return onServer(tools, asked, async (client, place) => {
    const wanted = await wantedOf(tools, asked);
    await prepareServer(client, kind, tools.options.clock.now());
    const prepared = { database, kind, application: applicationVersion };
    const lines = [say('serverPrepared', { ...prepared, kind: label(codeWords.workspaceKind[kind]) })];
    const next = [say('serverPreparedNext'), say('serverTrust')];
    if (!wanted) return done(prepared, [...lines, ...next]);
    const made = await createOnServer(client, { ...tools.options, emit: () => undefined }, place, wanted);
    return done({ ...prepared, ...made }, [
      ...lines,
      say('serverCreated', { folder: made.folder }),
      say('recoveryKey', { key: made.recoveryKey }),
      say('recoveryKeyAdvice'),
      ...next,
    ]);
  });
}

function checkTheServer(tools: Tools, asked: ServerAccess): Promise<Outcome> {
  const { say, count } = tools.words;
  return onServer(tools, asked, async (client) => {
    const report = await checkServer(client, () => tools.options.clock.now());
    const { release, application, people, entries, problems } = report;
    const lines = [
      say('serverChecked', { database: asked.database, release, application }),
      say('serverCounts', { people: count(people), entries: count(entries) }),
    ];
    if (problems.length === 0) return done(report, [...lines, say('serverWell')]);
    const found = problems.map(({ code, names }) => say(`server.problem.${code}`, { names: names.join(', ') }));
    return { exitCode: exitCodes.notVerified, value: report, lines: [...lines, ...found, say('serverProblemAdvice')] };
  });
}

/** @param isNamed whether the server must be named: a workspace that is on one names it itself */
export function addServer(command: Command, { say }: Words, isNamed = true): Command {
  return command
    .addOption(
      new Option(`--host <${say('arg.host')}>`, say('option.serverHost'))
        .argParser(collect)
        .makeOptionMandatory(isNamed),
    )
    .addOption(new Option(`--database <${say('arg.name')}>`, say('option.serverDatabase')).makeOptionMandatory(isNamed))
    .requiredOption(`--user <${say('arg.name')}>`, say('option.serverUser'))
    .option(`--fingerprint <${say('arg.fingerprint')}>`, say('option.serverFingerprint'), collect)
    .option(`--authority <${say('arg.file')}>`, say('option.serverAuthority'))
    .option(`--password-file <${say('arg.file')}>`, say('option.serverPasswordFile'));
}

export function addServerCommands(program: Command, tools: Tools): void {
  const { say } = tools.words;
  const group = addGroup(program, 'server', say('help.server'));
  addServer(group.command('init').description(say('help.serverInit')), tools.words)
    .requiredOption('--kind <unit|coordination>', say('option.kind'), oneOf('--kind', workspaceKind.options))
    .option(`--workspace <${say('arg.folder')}>`, say('option.serverWorkspace'))
    .option(`--login <${say('arg.name')}>`, say('option.serverLogin'))
    .option(`--display-name <${say('arg.name')}>`, say('option.displayName'))
    .option(`--passphrase-file <${say('arg.file')}>`, say('option.serverPassphraseFile'))
    .option('--coordinator', say('option.coordinator'))
    .action(tools.runs(initServer));
  addServer(group.command('check').description(say('help.serverCheck')), tools.words).action(
    tools.runs(checkTheServer),
  );
}
