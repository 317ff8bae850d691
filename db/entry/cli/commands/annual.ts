import { join } from 'node:path';
import type { Command } from 'commander';
import type { FiscalYear } from '#contract/ground/dates';
import type { AgreementId } from '#contract/ground/ids';
import { fiscalYearName } from '#contract/ground/period';
import type { Output } from '#contract/index';
import { isInProgress, type LockedAnnual } from '#contract/reporting/annual';
import { StoreFailure } from '../../../ground/kernel/failure.ts';
import { agreementIdOf } from '../lookUp.ts';
import { done, exitCodes, InputFailure, type Outcome } from '../outcome.ts';
import { fiscalYearFrom } from '../parse.ts';
import { requireFolder } from '../paths.ts';
import type { Words } from '../texts.ts';
import { addAccess, addGroup, type Tools } from '../tools.ts';
import { inWorkspace, type Access, type OpenWorkspace } from '../workspace.ts';
import { addVerify } from './returns.ts';

interface AnnualOptions extends Access {
  readonly agreement: string;
  readonly year: FiscalYear;
}

interface LockOptions extends AnnualOptions {
  readonly contentHash?: string;
}

interface ExportOptions extends AnnualOptions {
  readonly output: string;
  readonly lock?: boolean;
  readonly draft?: boolean;
  readonly pdf?: boolean;
  readonly semicolons?: true;
}

interface RenewalOptions extends Access {
  readonly agreement: string;
  readonly output: string;
  readonly plan?: string;
}

type Prepared = Output<'annual.prepare'>;
interface Year {
  readonly agreementId: AgreementId;
  readonly fiscalYear: FiscalYear;
}

async function prepare(workspace: OpenWorkspace, { agreement, year: fiscalYear }: AnnualOptions) {
  const year: Year = { agreementId: await agreementIdOf(workspace, agreement), fiscalYear };
  return { year, prepared: await workspace.call('annual.prepare', year) };
}

/** What prevents locking the year; exit 4 where something does. */
function checked({ say, locale }: Words, { agreement, year }: AnnualOptions, prepared: Prepared): Outcome {
  const { content, contentHash, locked, isCurrent, unexplained } = prepared;
  const inProgress = isInProgress(content);
  const isEmpty = content.quarters.every((each) => each.locked === null);
  const isBlocked = isEmpty || inProgress || unexplained.length > 0;
  const value = { agreement, fiscalYear: year, contentHash, locked, isCurrent, inProgress, unexplained };
  return {
    exitCode: isBlocked ? exitCodes.blocked : exitCodes.done,
    value,
    lines: [
      say('annualTitle', { agreement, year: fiscalYearName(year)[locale] }),
      ...(locked ? [say('returnVersion', { version: locked.sequence })] : []),
      ...(isEmpty ? [say('annualEmpty')] : []),
      ...(inProgress ? [say('annualInProgress')] : []),
      ...unexplained.map((quarter) => say('annualUnexplained', { quarter })),
      ...(isBlocked ? [] : [say('annualReady')]),
      say('contentHash', { hash: contentHash }),
    ],
  };
}

async function lockNow(
  workspace: OpenWorkspace,
  words: Words,
  options: LockOptions,
): Promise<{ readonly locked: LockedAnnual } | { readonly blocked: Outcome }> {
  const { year, prepared } = await prepare(workspace, options);
  const outcome = checked(words, options, prepared);
  if (outcome.exitCode === exitCodes.blocked) return { blocked: outcome };
  const contentHash = options.contentHash ?? prepared.contentHash;
  return { locked: await workspace.call('annual.lock', { ...year, contentHash }) };
}

function checkAnnual(tools: Tools, options: AnnualOptions): Promise<Outcome> {
  return inWorkspace(tools, options, async (workspace) =>
    checked(tools.words, options, (await prepare(workspace, options)).prepared),
  );
}

function lockAnnual(tools: Tools, options: LockOptions): Promise<Outcome> {
  const { words } = tools;
  return inWorkspace(tools, options, async (workspace) => {
    const result = await lockNow(workspace, words, options);
    if ('blocked' in result) return result.blocked;
    const { agreement, year } = options;
    const { contentHash, auditHead, sequence } = result.locked;
    return done({ agreement, ...result.locked }, [
      words.say('annualLocked', { agreement, year: fiscalYearName(year)[words.locale] }),
      words.say('returnVersion', { version: sequence }),
      words.say('contentHash', { hash: contentHash }),
      words.say('auditHead', { head: auditHead }),
    ]);
  });
}

type Written = Output<'annual.draft'> & { readonly fingerprint?: string };

function writtenLines({ say }: Words, folder: string, { files, fingerprint }: Written): readonly string[] {
  const hasPdf = files.some(({ name }) => name.endsWith('.pdf'));
  return [
    say('returnExported', { folder }),
    ...files.map(({ name, sha256 }) => `  ${sha256}  ${name}`),
    ...(hasPdf ? [] : [say('annualNotPrinted')]),
    ...(fingerprint === undefined ? [] : [say('fingerprint', { fingerprint })]),
  ];
}

function exportAnnual(tools: Tools, options: ExportOptions): Promise<Outcome> {
  const { words } = tools;
  const parent = requireFolder(options.output);
  // Before a workspace is opened or anything is locked.
  if (options.pdf && !tools.options.print) throw new InputFailure('annualNeedsApplication');
  return inWorkspace(tools, options, async (workspace) => {
    const { year, prepared } = await prepare(workspace, options);
    if (options.lock && prepared.locked === null) {
      const result = await lockNow(workspace, words, options);
      if ('blocked' in result) return result.blocked;
    } else if (!options.draft && prepared.locked === null) throw new StoreFailure('conflict', 'return_not_locked');
    const separator = options.semicolons ? ('semicolon' as const) : ('comma' as const);
    const input = { ...year, folder: workspace.grant(parent), separator };
    const written: Written = options.draft
      ? await workspace.call('annual.draft', input)
      : await workspace.call('annual.export', input);
    const folder = join(parent, written.folderName);
    return done({ folder, ...written }, writtenLines(words, folder, written));
  });
}

function exportRenewal(tools: Tools, { agreement, output, plan, ...access }: RenewalOptions): Promise<Outcome> {
  const parent = requireFolder(output);
  return inWorkspace(tools, access, async (workspace) => {
    const agreementId = await agreementIdOf(workspace, agreement);
    const { plans } = await workspace.call('renewal.view', { agreementId });
    const chosen = plans.find(({ name }) => name === plan);
    if (plan !== undefined && !chosen) throw new InputFailure('renewalNoPlan', { plan });
    const written = await workspace.run('renewal.export', (jobId) => ({
      agreementId,
      folder: workspace.grant(parent),
      planId: chosen?.id ?? null,
      jobId,
    }));
    const folder = join(parent, written.folderName);
    return done({ folder, ...written }, writtenLines(tools.words, folder, written));
  });
}

function addYear(command: Command, words: Words): Command {
  const { say } = words;
  return addAccess(command, words)
    .requiredOption(`--agreement <${say('arg.code')}>`, say('option.agreement'))
    .requiredOption(`--year <${say('arg.year')}>`, say('option.year'), fiscalYearFrom);
}

/** Annual reports, and the renewal annex that rests on the same locked returns. */
export function addAnnualCommands(program: Command, tools: Tools): void {
  const { words } = tools;
  const { say } = words;
  const group = addGroup(program, 'annual', say('help.annual'));
  addYear(group.command('check').description(say('help.annualCheck')), words).action(tools.runs(checkAnnual));
  addYear(group.command('lock').description(say('help.annualLock')), words)
    .option(`--content-hash <${say('arg.hash')}>`, say('option.contentHash'))
    .action(tools.runs(lockAnnual));
  addYear(group.command('export').description(say('help.annualExport')), words)
    .requiredOption(`--output <${say('arg.folder')}>`, say('option.returnOutput'))
    .option('--lock', say('option.lockYear'))
    .option('--draft', say('option.draft'))
    .option('--pdf', say('option.annualPdf'))
    .option('--semicolons', say('option.semicolons'))
    .action(tools.runs(exportAnnual));
  addVerify(group, tools);
  addAccess(group.command('renewal').description(say('help.annualRenewal')), words)
    .requiredOption(`--agreement <${say('arg.code')}>`, say('option.agreement'))
    .requiredOption(`--output <${say('arg.folder')}>`, say('option.returnOutput'))
    .option(`--plan <${say('arg.name')}>`, say('option.renewalPlan'))
    .action(tools.runs(exportRenewal));
}
