import { join } from 'node:path';
import type { Command } from 'commander';
import type { Quarter } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { fiscalYearName, quarterName } from '#contract/ground/period';
import type { Output } from '#contract/index';
import { releaseMethod, type ReleaseMethod } from '#contract/reporting/releases';
import type { LockedReturn } from '#contract/reporting/returns';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { isAnnual, verifyAnnual } from '../../../reporting/annual/verify.ts';
import { printedName } from '../../../reporting/returns/report/page.ts';
import {
  supersededBeside,
  verifyReturn,
  type ReturnFacts,
  type ReturnVerdict,
} from '../../../reporting/returns/verify.ts';
import { checkLines } from '../checkLines.ts';
import { agreementIdOf } from '../lookUp.ts';
import { done, exitCodes, InputFailure, type Outcome } from '../outcome.ts';
import { fingerprintFrom, oneOf, quarterFrom } from '../parse.ts';
import { requireFolder } from '../paths.ts';
import type { Words } from '../texts.ts';
import { addAccess, addGroup, withReaders, type Tools } from '../tools.ts';
import { inWorkspace, type Access, type OpenWorkspace } from '../workspace.ts';
import { addRollupCommand } from './rollup.ts';

interface ReturnOptions extends Access {
  readonly agreement: string;
  readonly quarter: Quarter;
}

interface LockOptions extends ReturnOptions {
  readonly contentHash?: string;
}

interface ExportOptions extends ReturnOptions {
  readonly output: string;
  readonly lock?: boolean;
  readonly pdf?: boolean;
  readonly semicolons?: true;
}

interface ReleaseOptions extends ReturnOptions {
  readonly output: string;
  readonly method: ReleaseMethod;
  readonly base?: '3' | '5';
}

type Prepared = Output<'returns.prepare'>;

/** What prevents locking the return; exit 4 where something does. */
function checked(words: Words, { agreement, quarter }: ReturnOptions, prepared: Prepared): Outcome {
  const { checks } = prepared.content;
  const { contentHash, locked } = prepared;
  const blocking = checks.filter((each) => each.blocking).length;
  const value = { agreement, quarter, contentHash, locked, blocking, checks };
  return {
    exitCode: blocking > 0 ? exitCodes.blocked : exitCodes.done,
    value,
    lines: [
      words.say('returnTitle', { agreement, quarter: words.label(quarterName(quarter)) }),
      ...(locked ? [words.say('returnLockedBy', { by: locked.lockedBy })] : []),
      ...checkLines(words, checks),
      words.say('contentHash', { hash: contentHash }),
    ],
  };
}

async function prepare(
  workspace: OpenWorkspace,
  options: ReturnOptions,
): Promise<{ id: AgreementId; prepared: Prepared }> {
  const id = await agreementIdOf(workspace, options.agreement);
  const prepared = await workspace.run('returns.prepare', (jobId) => ({
    agreementId: id,
    quarter: options.quarter,
    jobId,
  }));
  return { id, prepared };
}

/** Locks the present content, or gives the checks that forbid it. */
async function lockNow(
  workspace: OpenWorkspace,
  words: Words,
  options: LockOptions,
): Promise<{ readonly locked: LockedReturn } | { readonly blocked: Outcome }> {
  const { id, prepared } = await prepare(workspace, options);
  if (prepared.locked) throw new StoreFailure('conflict', 'return_locked');
  const outcome = checked(words, options, prepared);
  if (outcome.exitCode === exitCodes.blocked) return { blocked: outcome };
  const contentHash = options.contentHash ?? prepared.contentHash;
  const { quarter } = options;
  return {
    locked: await workspace.run('returns.lock', (jobId) => ({ agreementId: id, quarter, contentHash, jobId })),
  };
}

function lockReturn(tools: Tools, options: LockOptions): Promise<Outcome> {
  const { words } = tools;
  return inWorkspace(tools, options, async (workspace) => {
    const result = await lockNow(workspace, words, options);
    if ('blocked' in result) return result.blocked;
    const { agreement, quarter } = options;
    return done({ agreement, ...result.locked }, [
      words.say('returnLocked', { agreement, quarter: words.label(quarterName(quarter)) }),
      words.say('contentHash', { hash: result.locked.contentHash }),
      words.say('auditHead', { head: result.locked.auditHead }),
    ]);
  });
}

async function findLocked(
  workspace: OpenWorkspace,
  { agreement, quarter }: ReturnOptions,
): Promise<LockedReturn | null> {
  const agreementId = await agreementIdOf(workspace, agreement);
  const { returns } = await workspace.call('returns.list', {});
  const same = (each: Quarter): boolean => each.fiscalYear === quarter.fiscalYear && each.quarter === quarter.quarter;
  return returns.find((each) => each.agreementId === agreementId && same(each.quarter)) ?? null;
}

function exportReturn(tools: Tools, options: ExportOptions): Promise<Outcome> {
  const { words } = tools;
  const parent = requireFolder(options.output);
  // Before a workspace is opened or anything is locked.
  if (options.pdf && !tools.options.print) throw new InputFailure('pdfNeedsApplication');
  return inWorkspace(tools, options, async (workspace) => {
    let locked = await findLocked(workspace, options);
    if (!locked && options.lock) {
      const result = await lockNow(workspace, words, options);
      if ('blocked' in result) return result.blocked;
      ({ locked } = result);
    }
    if (!locked) throw new StoreFailure('conflict', 'return_not_locked');
    const written = await workspace.call('returns.export', {
      returnId: locked.id,
      folder: workspace.grant(parent),
      separator: options.semicolons ? 'semicolon' : 'comma',
    });
    const folder = join(parent, written.folderName);
    return done({ folder, contentHash: locked.contentHash, ...written }, [
      words.say('returnExported', { folder }),
      ...written.files.map(({ name, sha256 }) => `  ${sha256}  ${name}`),
      ...(written.files.some(({ name }) => name === printedName) ? [] : [words.say('returnNotPrinted')]),
      words.say('fingerprint', { fingerprint: written.fingerprint }),
    ]);
  });
}

function releaseReturn(tools: Tools, options: ReleaseOptions): Promise<Outcome> {
  const { words } = tools;
  const parent = requireFolder(options.output);
  return inWorkspace(tools, options, async (workspace) => {
    const locked = await findLocked(workspace, options);
    if (!locked) throw new StoreFailure('conflict', 'return_not_locked');
    const written = await workspace.call('returns.release', {
      returnId: locked.id,
      folder: workspace.grant(parent),
      method: options.method,
      base: options.base === '3' ? 3 : 5,
    });
    const folder = join(parent, written.folderName);
    return done({ folder, ...written }, [
      words.say('returnReleased', { folder }),
      words.say('releaseCounts', { counts: written.counts, suppressed: written.suppressed }),
      ...written.files.map(({ name, sha256 }) => `  ${sha256}  ${name}`),
      words.say('fingerprint', { fingerprint: written.fingerprint }),
    ]);
  });
}

interface VerifyOptions {
  readonly key?: string;
}

type Superseded = Awaited<ReturnType<typeof supersededBeside>>;

/** Agreement, quarter, version and day of the lock, and whether a later version is there. */
function factLines({ say, label }: Words, facts: ReturnFacts, superseded: Superseded): readonly string[] {
  const { agreement, quarter, version, supersedes, lockedAt } = facts;
  return [
    say('returnFacts', { agreement, quarter: label(quarterName(quarter)), date: lockedAt.slice(0, 10) }),
    say('returnVersion', { version }),
    ...(supersedes === null ? [] : [say('returnSupersedes', { version: supersedes })]),
    ...(superseded === null ? [] : [say('returnSuperseded', { version: superseded.version, folder: superseded.name })]),
  ];
}

interface Verified {
  readonly verdict: Pick<ReturnVerdict, 'ok' | 'problems' | 'fingerprint' | 'ignored'>;
  /** What the folder says of itself, as value and in words. */
  readonly facts: object;
  readonly about: readonly string[];
}

async function verifiedReturn({ words, options }: Tools, path: string, key: string | null): Promise<Verified> {
  const { verdict, superseded } = await withReaders(options, async (readers) => {
    const found = await verifyReturn(path, readers, key);
    return { verdict: found, superseded: await supersededBeside(path, found, readers) };
  });
  const { facts } = verdict;
  return {
    verdict,
    facts: { ...facts, supersededBy: superseded },
    about: facts ? factLines(words, facts, superseded) : [],
  };
}

/** An annual report is signed and verified as the returns that it is made of. */
async function verifiedAnnual({ words, options }: Tools, path: string, key: string | null): Promise<Verified> {
  const verdict = await withReaders(options, (readers) => verifyAnnual(path, readers, key));
  const { facts } = verdict;
  if (!facts) return { verdict, facts: {}, about: [] };
  const { agreement, fiscalYear, version, supersedes, lockedAt } = facts;
  const year = fiscalYearName(fiscalYear)[words.locale];
  const about = [
    words.say('annualFacts', { agreement, year, date: lockedAt.slice(0, 10) }),
    words.say('returnVersion', { version }),
    ...(supersedes === null ? [] : [words.say('returnSupersedes', { version: supersedes })]),
  ];
  return { verdict, facts, about };
}

function signerOf({ ok, fingerprint }: Verified['verdict'], key: string | undefined): 'unknown' | 'expected' | null {
  if (!ok || fingerprint === null) return null;
  return key === undefined ? 'unknown' : 'expected';
}

async function verifyFolder(tools: Tools, folder: string, { key }: VerifyOptions): Promise<Outcome> {
  const { say } = tools.words;
  const path = requireFolder(folder);
  const verify = isAnnual(path) ? verifiedAnnual : verifiedReturn;
  const { verdict, facts, about: told } = await verify(tools, path, key ?? null);
  const { ok, problems, fingerprint, ignored } = verdict;
  const signer = signerOf(verdict, key);
  const value = { verified: ok, problems, fingerprint, signer, ignored, ...facts };
  const about = [
    ...told,
    ...(ignored.length > 0 ? [say('filesIgnored', { files: ignored.join(', ') })] : []),
    ...(fingerprint === null ? [] : [say('fingerprint', { fingerprint })]),
  ];
  if (ok)
    return done(value, [
      say(key === undefined ? 'returnIntact' : 'returnVerified', { path: folder }),
      ...about,
      say(key === undefined ? 'signerUnknown' : 'signerExpected'),
    ]);
  const lines = problems.map(({ code, file }) => `  ${say(`problem.${code}`)}${file === null ? '' : ` (${file})`}`);
  return { exitCode: exitCodes.notVerified, value, lines: [say('notVerified', { path: folder }), ...lines, ...about] };
}

function checkReturn(tools: Tools, options: ReturnOptions): Promise<Outcome> {
  return inWorkspace(tools, options, async (workspace) =>
    checked(tools.words, options, (await prepare(workspace, options)).prepared),
  );
}

function addReturnOptions(command: Command, words: Words): Command {
  const { say } = words;
  return addAccess(command, words)
    .requiredOption(`--agreement <${say('arg.code')}>`, say('option.agreement'))
    .requiredOption(`--quarter <${say('arg.quarter')}>`, say('option.quarter'), quarterFrom);
}

/** Under returns and annual reports alike: a folder says itself which of them it is. */
export function addVerify(group: Command, tools: Tools): void {
  const { say } = tools.words;
  group
    .command('verify')
    .description(say('help.returnVerify'))
    .argument(`<${say('arg.folder')}>`, say('argument.returnFolder'))
    .option(`--key <${say('arg.fingerprint')}>`, say('option.verifyKey'), fingerprintFrom)
    .action(tools.runs(verifyFolder));
}

export function addReturnCommands(program: Command, tools: Tools): void {
  const { words } = tools;
  const { say } = words;
  const group = addGroup(program, 'return', say('help.return'));
  addReturnOptions(group.command('check').description(say('help.returnCheck')), words).action(tools.runs(checkReturn));
  addReturnOptions(group.command('lock').description(say('help.returnLock')), words)
    .option(`--content-hash <${say('arg.hash')}>`, say('option.contentHash'))
    .action(tools.runs(lockReturn));
  addReturnOptions(group.command('export').description(say('help.returnExport')), words)
    .requiredOption(`--output <${say('arg.folder')}>`, say('option.returnOutput'))
    .option('--lock', say('option.lockFirst'))
    .option('--pdf', say('option.pdf'))
    .option('--semicolons', say('option.semicolons'))
    .action(tools.runs(exportReturn));
  addReturnOptions(group.command('release').description(say('help.returnRelease')), words)
    .requiredOption(`--output <${say('arg.folder')}>`, say('option.releaseOutput'))
    .requiredOption(
      '--method <suppression|rounding>',
      say('option.releaseMethod'),
      oneOf('--method', releaseMethod.options),
    )
    .option('--base <3|5>', say('option.releaseBase'), oneOf('--base', ['3', '5']))
    .action(tools.runs(releaseReturn));
  addVerify(group, tools);
  addRollupCommand(group, tools);
}
