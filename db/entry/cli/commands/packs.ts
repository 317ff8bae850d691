import type { Command } from 'commander';
import { quarterName } from '#contract/ground/period';
import type { Quarter } from '#contract/ground/dates';
import { codeWord } from '#contract/words/codes';
import { verifyPack } from '../../../reporting/packs/verify.ts';
import { fieldMessage } from '../failures.ts';
import { done, exitCodes, type Outcome } from '../outcome.ts';
import { fingerprintFrom, quarterFrom } from '../parse.ts';
import { requireFile, requireNewFile } from '../paths.ts';
import type { Words } from '../texts.ts';
import { addAccess, addGroup, withReaders, type Tools } from '../tools.ts';
import { inWorkspace, noting, type Access, type OpenWorkspace } from '../workspace.ts';

interface ExportOptions extends Access {
  readonly quarter: Quarter;
  readonly output: string;
}

interface ImportOptions extends Access {
  readonly confirmFingerprint?: string;
}

/** What the pack lacks, by unit and month: named, never filled. */
async function gapsOf({ call }: OpenWorkspace, { label, say }: Words, quarter: Quarter) {
  const { units, gaps } = await call('packs.preview', { quarter });
  const named = gaps.map(({ unitId, month, measure }) => ({
    unitCode: units.find((each) => each.id === unitId)?.code ?? '',
    month,
    measure,
  }));
  const places = [...new Set(named.map(({ unitCode, month }) => `${unitCode} ${month}`))];
  const lines = places.map((place) => {
    const own = named.filter(({ unitCode, month }) => `${unitCode} ${month}` === place);
    const titles = own.map(({ measure }) => label(codeWord('measure', measure)));
    return `  ${place}: ${titles.join(', ')}`;
  });
  return { named, lines: lines.length > 0 ? [say('packGaps'), ...lines] : [] };
}

function exportPack(tools: Tools, { quarter, output, ...access }: ExportOptions): Promise<Outcome> {
  const { words } = tools;
  const path = requireNewFile(output);
  return inWorkspace(tools, access, async (workspace) => {
    const { named, lines } = await gapsOf(workspace, words, quarter);
    const written = await workspace.call('packs.export', { quarter, file: workspace.grant(path) });
    return done({ file: path, quarter, ...written, gaps: named }, [
      words.say('packWritten', { path, quarter: words.label(quarterName(quarter)) }),
      words.say('sha256', { hash: written.sha256 }),
      words.say('fingerprint', { fingerprint: written.fingerprint }),
      ...lines,
    ]);
  });
}

function importPack(tools: Tools, file: string, { confirmFingerprint, ...access }: ImportOptions): Promise<Outcome> {
  const { say, count, label } = tools.words;
  const path = requireFile(file);
  return inWorkspace(tools, access, async ({ call, grant }) => {
    const summary = await call('packs.inspect', { file: grant(path) });
    const { workspaceName: name, fingerprint, quarter } = summary;
    const result = await noting(
      'pack_key_not_confirmed',
      () => [say('packKeyFound', { name, fingerprint })],
      call('packs.import', { file: grant(path), ...(confirmFingerprint !== undefined && { confirmFingerprint }) }),
    );
    return done({ ...result, workspaceName: name, quarter, fingerprint, sha256: summary.sha256 }, [
      say('packImported', { name, quarter: label(quarterName(quarter)) }),
      say('packBrought', { values: count(result.values), units: count(result.unitsAdded) }),
      say('fingerprint', { fingerprint }),
    ]);
  });
}

/** Needs no workspace: the file carries its proof. Whose key it is, only a voice that one knows can say. */
async function verifyFile({ words, options }: Tools, file: string): Promise<Outcome> {
  const { say, locale, label } = words;
  const { pack, problem, cells } = await withReaders(options, (readers) => verifyPack(requireFile(file), readers));
  if (!pack) {
    const why = fieldMessage(problem ?? '', locale) ?? problem ?? '';
    const lines = [say('notVerified', { path: file }), `  ${why}`, ...cells.map((each) => `  ${each}`)];
    return { exitCode: exitCodes.notVerified, value: { verified: false, problem, cells }, lines };
  }
  const { payload, fingerprint, sha256 } = pack;
  const { workspace, quarter, exportedAt } = payload;
  const units = payload.units.map((each) => each.code);
  const value = { verified: true, workspaceName: workspace.name, quarter, units, exportedAt, fingerprint, sha256 };
  return done(value, [
    say('packVerified', { name: workspace.name, quarter: label(quarterName(quarter)) }),
    say('packUnits', { units: units.join(', ') }),
    say('sha256', { hash: sha256 }),
    say('fingerprint', { fingerprint }),
    say('fingerprintAdvice'),
  ]);
}

export function addPackCommands(program: Command, tools: Tools): void {
  const { say } = tools.words;
  const group = addGroup(program, 'pack', say('help.pack'));
  addAccess(group.command('export').description(say('help.packExport')), tools.words)
    .requiredOption(`--quarter <${say('arg.quarter')}>`, say('option.quarter'), quarterFrom)
    .requiredOption(`--output <${say('arg.file')}>`, say('option.packOutput'))
    .action(tools.runs(exportPack));
  addAccess(group.command('import').description(say('help.packImport')), tools.words)
    .argument(`<${say('arg.file')}>`, say('argument.pack'))
    .option(`--confirm-fingerprint <${say('arg.fingerprint')}>`, say('option.confirmFingerprint'), fingerprintFrom)
    .action(tools.runs(importPack));
  group
    .command('verify')
    .description(say('help.packVerify'))
    .argument(`<${say('arg.file')}>`, say('argument.pack'))
    .action(tools.runs(verifyFile));
}
