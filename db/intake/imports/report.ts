import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Locale } from '#contract/ground/codes';
import { csvLines } from '../../documents/files/csv.ts';
import { languages } from '../../documents/page/language.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler } from '../../store/types.ts';
import { importLabels } from './labels.ts';
import { heldPreview, type Preview } from './preview.ts';
import { refusalsOf } from './refusals.ts';
import { refusalText } from './refusalText.ts';

/** The rows left out with the reason in words, then the cells as they came. */
function* reportLines({ header, rows, layout, reading }: Preview, locale: Locale): Generator<readonly string[]> {
  const labels = importLabels[locale];
  const language = languages[locale];
  const hasSheets = reading.kind === 'xlsx' && reading.also !== undefined;
  const ofSheet = (name: string | null) => (hasSheets ? [name ?? ''] : []);
  yield [...ofSheet(labels.sheet), ...labels.columns, ...header];
  for (let index = 0; index < rows.size; index += 1) {
    const row = rows.row(index);
    const { line, verdict, reasons, cells, sheet } = row;
    if (verdict === 'new') continue;
    const refused = verdict === 'invalid' ? refusalsOf(layout, row) : [];
    const named = reasons.map((each) => labels.reasons[each]).join('; ');
    const why = refused.length === 0 ? [named] : [`${named}.`, ...refused.map((each) => refusalText(each, language))];
    const told = why.filter((each) => each !== '').join(' ');
    yield [...ofSheet(sheet), String(line), labels.verdicts[verdict], told, ...cells];
  }
}

/** What the spreadsheets of the language read; a file of text keeps its own. */
export const separatorOf = (locale: Locale): string => (locale === 'fr' ? ';' : ',');

/** With the file's own separator, a mark that tells spreadsheets the encoding, and no cell that they would run as a formula. */
function writeReport(stream: Writable, preview: Preview, locale: Locale): Promise<void> {
  const options = {
    bom: true,
    delimiter: preview.reading.kind === 'csv' ? preview.reading.separator : separatorOf(locale),
    ...csvLines,
    escape_formulas: true,
  } as const;
  return pipeline(Readable.from(reportLines(preview, locale)), stringify(options), stream);
}

export const saveReport: ActionHandler<'imports.saveReport'> = async (context, { previewId, file, locale }) => {
  const path = context.path(file);
  const preview = heldPreview(context.memory, previewId);
  const { duplicate, conflict, invalid } = preview.rows.tally().counts;
  await leaveWorkspace(context, {
    path,
    bytes: (stream) => writeReport(stream, preview, locale),
    fact: { facts: { duplicate, conflict, invalid, fileSha256: preview.sha256 } },
  });
  return {};
};
