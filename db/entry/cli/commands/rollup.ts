import type { Command } from 'commander';
import { quarterName } from '#contract/ground/period';
import { quarterMonths, type Quarter } from '#contract/ground/dates';
import type { FileGrant } from '#contract/ground/ids';
import type { Coverage, RollupSource } from '#contract/reporting/rollup';
import { askedMeasures } from '../../../reporting/packs/rules.ts';
import { formLines } from '../formLines.ts';
import { done, exitCodes, type ExitCode, type Outcome } from '../outcome.ts';
import { collect, fingerprintFrom, quarterFrom } from '../parse.ts';
import { requireNewFile, requirePlace } from '../paths.ts';
import type { Words } from '../texts.ts';
import { addAccess, type Tools } from '../tools.ts';
import { inWorkspace, type Access, type OpenWorkspace } from '../workspace.ts';

interface RollupOptions extends Access {
  readonly quarter?: Quarter;
  readonly confirmFingerprint?: readonly string[];
  readonly acceptUnsigned?: boolean;
}

interface KitOptions extends Access {
  readonly quarter: Quarter;
  readonly output: string;
}

interface Found {
  readonly place: FileGrant;
  readonly source: RollupSource;
}

/** What came of one source: `imported` in place of `ready`. */
type Result = Omit<RollupSource, 'verdict'> & {
  readonly verdict: Exclude<RollupSource['verdict'], 'ready'> | 'imported';
};

async function findIn({ call, grant }: OpenWorkspace, paths: readonly string[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const path of paths) {
    const place = grant(path);
    const inspected = await call('rollup.inspect', { place });
    found.push(...inspected.found.map((source) => ({ place, source })));
  }
  // As they were made: a later version of the same return then takes the place of the earlier one, whatever the order of the folders.
  return found.sort((a, b) => (a.source.says?.exportedAt ?? 0) - (b.source.says?.exportedAt ?? 0));
}

async function take(
  { call }: OpenWorkspace,
  { place, source }: Found,
  { confirmFingerprint: confirmed = [], acceptUnsigned = false }: RollupOptions,
): Promise<Result> {
  const { verdict, ...facts } = source;
  const { fingerprint } = source;
  const mayConfirm = fingerprint !== null && confirmed.includes(fingerprint);
  const isAccepted =
    verdict === 'ready' || (verdict === 'key_unconfirmed' && mayConfirm) || (verdict === 'unsigned' && acceptUnsigned);
  if (!isAccepted) return { ...facts, verdict };
  const input = { place, name: source.name, acceptUnsigned, ...(mayConfirm && { confirmFingerprint: fingerprint }) };
  await call('rollup.import', input);
  return { ...facts, verdict: 'imported' };
}

function resultLines(words: Words, result: Result): readonly string[] {
  const { say, label, count } = words;
  const { name, verdict, problems, says, fingerprint } = result;
  const facts = says && {
    sender: says.workspaceName,
    quarter: label(quarterName(says.quarter)),
    units: says.units.map((each) => each.code).join(', '),
    months: says.months,
    sequence: says.sequence ?? 1,
  };
  return [
    say('rollupSource', { name, verdict: say(`rollup.${verdict}`) }),
    ...problems.map(({ code, file, found = null, expected = null }) => {
      const numbers = { found: count(found), expected: count(expected) };
      return `  ${say(`problem.${code}`, numbers)}${file === null ? '' : ` (${file})`}`;
    }),
    ...(facts ? [`  ${say(result.kind === 'return' ? 'rollupSays' : 'rollupSaysPack', facts)}`] : []),
    ...(says && (verdict === 'unsigned' || verdict === 'imported') ? formLines(words, says) : []),
    ...(verdict === 'key_unconfirmed' && fingerprint !== null ? [`  ${say('fingerprint', { fingerprint })}`] : []),
  ];
}

function coverageLines(
  { say, label }: Words,
  quarter: Quarter,
  { units, sources, whole, absent }: Coverage,
): readonly string[] {
  const forms = new Set<string>(sources.filter((each) => each.kind === 'kit').map((each) => each.id));
  const nameOf = (id: string): string => sources.find((each) => each.id === id)?.workspaceName ?? id;
  return [
    say('rollupCoverage', { quarter: label(quarterName(quarter)), whole, absent, asked: units.length }),
    ...units.flatMap(({ code, cells }) => {
      const missing = cells.slice(-3).reduce((sum, cell) => sum + cell.missing.length, 0);
      const asked = askedMeasures.length * quarterMonths(quarter).length;
      return missing === 0 ? [] : [`  ${say('rollupMissing', { code, missing, asked })}`];
    }),
    ...units
      .filter((each) => each.sources.some((id) => forms.has(id)))
      .map(({ code }) => `  ${say('rollupUnsigned', { code })}`),
    ...units
      .filter((each) => each.sources.length > 1)
      .map(({ code, sources: own, differing }) => {
        const facts = { code, sources: own.map(nameOf).join(', '), figures: differing.join(', ') };
        return `  ${say(differing.length > 0 ? 'rollupDiffers' : 'rollupTwice', facts)}`;
      }),
  ];
}

function latestOf(results: readonly Result[]): Quarter | null {
  const quarters = results.flatMap((each) => (each.says && each.verdict !== 'refused' ? [each.says.quarter] : []));
  return quarters.toSorted((a, b) => a.fiscalYear - b.fiscalYear || a.quarter - b.quarter).at(-1) ?? null;
}

function exitCodeOf(results: readonly Result[]): ExitCode {
  if (results.length === 0) return exitCodes.failed;
  if (results.some((each) => each.verdict === 'refused')) return exitCodes.notVerified;
  return results.some(
    (each) => each.verdict === 'key_unconfirmed' || each.verdict === 'changed' || each.verdict === 'unsigned',
  )
    ? exitCodes.blocked
    : exitCodes.done;
}

function rollUp(tools: Tools, places: readonly string[], options: RollupOptions): Promise<Outcome> {
  const { words } = tools;
  const paths = places.map(requirePlace);
  return inWorkspace(tools, options, async (workspace) => {
    const results: Result[] = [];
    for (const each of await findIn(workspace, paths)) results.push(await take(workspace, each, options));
    const quarter = options.quarter ?? latestOf(results);
    const coverage = quarter && (await workspace.call('rollup.coverage', { quarter }));
    const value = { sources: results, coverage: coverage && { quarter, ...coverage } };
    const nothing = results.length === 0 ? [words.say('rollupNothing', { path: places.join(', ') })] : [];
    const lines = [
      ...nothing,
      ...results.flatMap((each) => resultLines(words, each)),
      ...(quarter && coverage ? coverageLines(words, quarter, coverage) : []),
    ];
    return { ...done(value, lines), exitCode: exitCodeOf(results) };
  });
}

function writeKit(tools: Tools, { quarter, output, ...access }: KitOptions): Promise<Outcome> {
  const path = requireNewFile(output);
  return inWorkspace(tools, access, async ({ call, grant }) => {
    const { bytes } = await call('rollup.writeKit', { file: grant(path), quarter });
    return done({ file: path, quarter, bytes }, [tools.words.say('kitWritten', { path })]);
  });
}

export function addRollupCommand(group: Command, tools: Tools): void {
  const { say } = tools.words;
  addAccess(group.command('rollup').description(say('help.returnRollup')), tools.words)
    .argument(`<${say('arg.folder')}...>`, say('argument.rollupPlaces'))
    .option(`--quarter <${say('arg.quarter')}>`, say('option.rollupQuarter'), quarterFrom)
    .option(
      `--confirm-fingerprint <${say('arg.fingerprint')}>`,
      say('option.confirmFingerprints'),
      (value: string, held?: readonly string[]) => collect(fingerprintFrom(value), held),
    )
    .option('--accept-unsigned', say('option.acceptUnsigned'))
    .action(tools.runs(rollUp));
  addAccess(group.command('kit').description(say('help.returnKit')), tools.words)
    .requiredOption(`--quarter <${say('arg.quarter')}>`, say('option.quarter'), quarterFrom)
    .requiredOption(`--output <${say('arg.file')}>`, say('option.kitOutput'))
    .action(tools.runs(writeKit));
}
