import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Client } from 'pg';
import { workspaceKind, type WorkspaceKind } from '#contract/ground/codes';
import { codeWords } from '#contract/words/codes';
import { applicationVersion } from '../../../ground/kernel/versions.ts';
import { checkServer } from '../../../store/postgres/server/check.ts';
import { connectToServer } from '../../../store/postgres/server/connect.ts';
import { fingerprint, type ServerPlace, type ServerTrust } from '../../../store/postgres/server/place.ts';
import { prepareServer } from '../../../store/postgres/server/prepare.ts';
import { done, exitCodes, InputFailure, type Outcome } from '../outcome.ts';
import { collect, oneOf } from '../parse.ts';
import { readPassphrase } from '../passphrase.ts';
import { requireFile } from '../paths.ts';
import type { Words } from '../texts.ts';
import { addGroup, type Tools } from '../tools.ts';

interface ServerAccess {
  readonly host: readonly string[];
  readonly database: string;
  readonly user: string;
  readonly fingerprint?: readonly string[];
  readonly authority?: string;
  readonly passwordFile?: string;
}

const usualPort = 5432;

function hostFrom(text: string): ServerPlace['hosts'][number] {
  const [, host = '', port] = /^([\w.-]+|\[[\da-f:]+\])(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const number = port === undefined ? usualPort : Number(port);
  if (host === '' || number < 1 || number > 65_535) throw new InputFailure('serverBadHost', { value: text });
  return { host: host.replace(/^\[|\]$/g, ''), port: number };
}

/** As read aloud or copied: colons, spaces and case do not matter. */
function pinnedFrom(text: string): string {
  const digits = text.replace(/[\s:]/g, '').toUpperCase();
  const parsed = fingerprint.safeParse((digits.match(/.{1,2}/g) ?? []).join(':'));
  if (!parsed.success) throw new InputFailure('serverBadFingerprint', { value: text });
  return parsed.data;
}

function authorityIn(path: string): string {
  const text = readFileSync(requireFile(path), 'utf8');
  try {
    return new X509Certificate(text).toString();
  } catch {
    throw new InputFailure('serverBadAuthority', { path });
  }
}

function trustOf({ fingerprint: pinned, authority }: ServerAccess): ServerTrust {
  if ((pinned === undefined) === (authority === undefined)) throw new InputFailure('serverTrustNeeded');
  return authority === undefined
    ? { fingerprints: (pinned ?? []).map(pinnedFrom) }
    : { authority: authorityIn(authority) };
}

async function onServer(
  { terminal, words }: Tools,
  asked: ServerAccess,
  work: (client: Client) => Promise<Outcome>,
): Promise<Outcome> {
  const place = { hosts: asked.host.map(hostFrom), database: asked.database, trust: trustOf(asked) };
  const password = await readPassphrase(terminal, words, asked.passwordFile);
  const client = await connectToServer(place, { user: asked.user, password });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function initServer(tools: Tools, asked: ServerAccess & { readonly kind: WorkspaceKind }): Promise<Outcome> {
  const { say, label } = tools.words;
  const { database, kind } = asked;
  return onServer(tools, asked, async (client) => {
    await prepareServer(client, kind, tools.options.clock.now());
    return done({ database, kind, application: applicationVersion }, [
      say('serverPrepared', {
        database,
        kind: label(codeWords.workspaceKind[kind]),
        application: applicationVersion,
      }),
      say('serverPreparedNext'),
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

function addServer(command: Command, { say }: Words): Command {
  return command
    .requiredOption(`--host <${say('arg.host')}>`, say('option.serverHost'), collect)
    .requiredOption(`--database <${say('arg.name')}>`, say('option.serverDatabase'))
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
    .action(tools.runs(initServer));
  addServer(group.command('check').description(say('help.serverCheck')), tools.words).action(
    tools.runs(checkTheServer),
  );
}
