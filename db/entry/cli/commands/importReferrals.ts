import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { ImportMapping, Surveyed } from '#contract/intake/imports';
import { verdict, verdictReason } from '#contract/intake/verdicts';
import type { Output } from '#contract/index';
import type { Reading } from '#contract/documents/tables';
import { codeWords } from '#contract/words/codes';
import { importLabels } from '../../../intake/imports/labels.ts';
import { mappingOf, readMappingFile, type MappingFile } from '../importMapping.ts';
import { unitIdsOf } from '../lookUp.ts';
import { done, exitCodes, InputFailure, type Outcome } from '../outcome.ts';
import { requireFile, requireNewFile } from '../paths.ts';
import {
  assumedRows,
  assumedTexts,
  mostAssumed,
  suggestedFile,
  surveyedMapping,
  valuesGiven,
  type SuggestedFile,
  columnsNotRead,
} from '../registerMapping.ts';
import { alignColumns } from '../table.ts';
import type { Words } from '../texts.ts';
import { addAccess, addGroup, type Tools } from '../tools.ts';
import { inWorkspace, noting, type Access, type OpenWorkspace } from '../workspace.ts';

interface ImportOptions extends Access {
  readonly mapping?: string;
  readonly suggest?: string;
  readonly acceptAssumed?: boolean;
  readonly unit?: string;
  readonly dryRun?: boolean;
  readonly report?: string;
}

type Inspection = Output<'imports.inspect'>;
type Preview = Output<'imports.preview'>;

/** The reading that the file of the mapping asks for; null where it asks for none. */
function readingGiven(found: Reading, { encoding, separator, sheet }: MappingFile): Reading | null {
  if (found.kind === 'xlsx') return sheet === undefined ? null : { kind: 'xlsx', sheet };
  if (encoding === undefined && separator === undefined) return null;
  return { ...found, ...(encoding !== undefined && { encoding }), ...(separator !== undefined && { separator }) };
}

async function inspect({ call, grant }: OpenWorkspace, path: string, given: MappingFile): Promise<Inspection> {
  const found = await call('imports.inspect', { file: grant(path) });
  const reading = readingGiven(found.reading, given) ?? found.reading;
  const row = found.firstLines.findIndex(({ line }) => line === given.headerLine);
  const headerRow = row < 0 ? {} : { headerRow: row };
  if (reading === found.reading && row < 0) return found;
  return call('imports.inspect', { file: grant(path), reading, ...headerRow });
}

/** Every text of the file with its meaning, as given or proposed, and how its dates are written. */
async function survey(
  workspace: OpenWorkspace,
  path: string,
  reading: Reading,
  mapping: ImportMapping,
): Promise<Surveyed> {
  const { run, grant } = workspace;
  return run('imports.survey', (jobId) => ({ file: grant(path), reading, mapping, jobId }));
}

async function chooseMapping(
  workspace: OpenWorkspace,
  inspection: Inspection,
  given: MappingFile,
  unit: string | undefined,
): Promise<ImportMapping> {
  const names = inspection.columns.map((each) => each.name);
  const code = unit ?? given.unit;
  const [unitId] = code === undefined ? [inspection.suggested.unitId] : await unitIdsOf(workspace, [code]);
  const { headerRow } = inspection.suggested;
  return {
    ...mappingOf(given, names, inspection.suggested),
    unitId: unitId ?? null,
    ...(headerRow !== undefined && { headerRow }),
  };
}

function formatLine(say: Words['say'], reading: Reading): string {
  if (reading.kind === 'xlsx')
    return say('importSheets', { sheets: [reading.sheet, ...(reading.also ?? [])].join(' | ') });
  const { encoding, separator } = reading;
  return say('importFormat', { encoding, separator: separator === '\t' ? say('tab') : separator });
}

function mappingLines(
  { say, label }: Words,
  { columns, reading, remembered }: Inspection,
  mapping: ImportMapping,
  fromFile: boolean,
): readonly string[] {
  const origin = fromFile ? 'mappingGiven' : remembered !== null ? 'mappingRemembered' : 'mappingSuggested';
  const pairs = Object.entries(mapping.columns).map(([field, column]) => [
    `  ${label(codeWords.importField[field as keyof ImportMapping['columns']])}`,
    `<- ${columns[column]?.name ?? ''}`,
  ]);
  const width = Math.max(0, ...pairs.map(([name = '']) => name.length));
  const notRead = columnsNotRead(columns, mapping);
  return [
    formatLine(say, reading),
    say(origin),
    ...pairs.map(([name = '', column = '']) => `${name.padEnd(width)}  ${column}`),
    ...(notRead.length > 0 ? [say('columnsNotRead', { columns: notRead.join(' | ') })] : []),
  ];
}

/** Counts by verdict and by reason: no cell of the file is shown. */
function countLines(
  { say, count, locale }: Words,
  { rows, counts, reasons, passedOver, marked }: Preview,
): readonly string[] {
  const labels = importLabels[locale];
  const found = verdictReason.options.filter((each) => reasons[each]);
  return [
    say('importRows', { rows: count(rows) }),
    ...alignColumns(verdict.options.map((each) => [`  ${labels.verdicts[each]}`, count(counts[each])])),
    ...(passedOver.total > 0 ? [say('linesPassedOver', { lines: count(passedOver.total) })] : []),
    ...(marked > 0 ? [say('rowsMarked', { rows: count(marked) })] : []),
    ...passedOver.lines
      .filter(({ why }) => why === 'other_header')
      .map(({ line, text }) => say('otherHeader', { line: count(line), text })),
    ...(found.length > 0 ? [say('importReasons')] : []),
    ...alignColumns(found.map((each) => [`  ${labels.reasons[each]}`, count(reasons[each] ?? 0)])),
  ];
}

async function applyPreview({ run }: OpenWorkspace, { previewId, counts }: Preview, dryRun: boolean) {
  if (dryRun || counts.new === 0) return { importId: null, imported: 0, milliseconds: 0 };
  return run('imports.apply', (jobId) => ({ previewId, jobId }));
}

async function saveReport(
  { call, grant }: OpenWorkspace,
  { locale }: Words,
  { previewId }: Preview,
  report: string | null,
): Promise<void> {
  if (report !== null) await call('imports.saveReport', { previewId, file: grant(report), locale });
}

/** What the survey found, written where the person will correct it. */
function writeSuggestion(words: Words, path: string, suggested: SuggestedFile): Outcome {
  writeFileSync(path, `${JSON.stringify(suggested, null, 2)}\n`);
  return done({ suggested: path, mapping: suggested }, [words.say('suggestionWritten', { path })]);
}

/** A mapping under which more than a tenth of the rows rest on one assumption is looked at first. */
function requireLookedAt({ rows, values }: Surveyed, assumed: number): void {
  if (assumed <= rows * mostAssumed) return;
  const shown = values
    .flatMap(assumedTexts)
    .slice(0, 8)
    .map(({ text, code }) => `“${text}” = ${code ?? 'null'}`);
  throw new InputFailure(
    'importAsksFirst',
    { rows: String(assumed), all: String(rows), texts: shown.join(', ') },
    exitCodes.failed,
  );
}

async function importReferrals(tools: Tools, file: string, options: ImportOptions): Promise<Outcome> {
  const { words } = tools;
  const suggestion = options.suggest === undefined ? null : requireNewFile(options.suggest);
  const path = requireFile(file);
  const report = options.report === undefined ? null : requireNewFile(options.report);
  const given = options.mapping === undefined ? {} : readMappingFile(options.mapping);
  const dryRun = options.dryRun ?? false;
  return inWorkspace(tools, options, async (workspace) => {
    const inspection = await inspect(workspace, path, given);
    const { reading, columns, remembered } = inspection;
    const { units } = await workspace.call('units.list', {});
    const chosen = await chooseMapping(workspace, inspection, given, options.unit);
    const asked = { ...chosen, values: { ...inspection.suggested.values, ...valuesGiven(given, units) } };
    const surveyed = await noting(
      'column_unmapped',
      () => [words.say('columnsFound', { columns: columns.map((each) => each.name).join(' | ') })],
      survey(workspace, path, reading, asked),
    );
    const mapping = surveyedMapping(asked, surveyed, given);
    if (suggestion !== null)
      return writeSuggestion(words, suggestion, suggestedFile({ inspection, mapping, survey: surveyed, units }));
    const assumed = assumedRows(surveyed);
    if (!dryRun && options.acceptAssumed !== true) requireLookedAt(surveyed, assumed);
    const preview = await noting(
      'column_unmapped',
      () => [words.say('columnsFound', { columns: columns.map((each) => each.name).join(' | ') })],
      workspace.run('imports.preview', (jobId) => ({
        file: workspace.grant(path),
        reading,
        mapping,
        jobId,
      })),
    );
    const applied = await applyPreview(workspace, preview, dryRun);
    await saveReport(workspace, words, preview, report);
    const { rows, counts, reasons, stripped, passedOver } = preview;
    const format = reading.kind === 'csv' ? { encoding: reading.encoding, separator: reading.separator } : reading;
    const value = {
      dryRun,
      ...format,
      stripped,
      remembered: remembered !== null,
      mapping,
      rows,
      counts,
      reasons,
      passedOver: passedOver.total,
      assumed,
      report,
      ...applied,
    };
    return done(value, [
      ...mappingLines(words, inspection, mapping, options.mapping !== undefined),
      ...countLines(words, preview),
      words.say(dryRun ? 'importDryRun' : 'imported', { imported: words.count(applied.imported) }),
      ...(report === null ? [] : [words.say('reportWritten', { path: report })]),
    ]);
  });
}

export function addImportCommands(program: Command, tools: Tools): void {
  const { say } = tools.words;
  const group = addGroup(program, 'import', say('help.import'));
  addAccess(group.command('referrals').description(say('help.importReferrals')), tools.words)
    .argument(`<${say('arg.file')}>`, say('argument.csv'))
    .option(`--mapping <${say('arg.file')}>`, say('option.mapping'))
    .option(`--suggest <${say('arg.file')}>`, say('option.suggest'))
    .option('--accept-assumed', say('option.acceptAssumed'))
    .option(`--unit <${say('arg.code')}>`, say('option.defaultUnit'))
    .option('--dry-run', say('option.dryRun'))
    .option(`--report <${say('arg.file')}>`, say('option.report'))
    .action(tools.runs(importReferrals));
}
