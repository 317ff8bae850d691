import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Locale } from '#contract/ground/codes';
import type { ActionHandler } from '../../store/types.ts';
import { importLabels } from './labels.ts';
import { heldPreview, type Preview } from './preview.ts';

/** The rows left out with the reason in words, then the cells as they came. */
function* reportLines({ header, rows }: Preview, locale: Locale): Generator<readonly string[]> {
  const labels = importLabels[locale];
  yield [...labels.columns, ...header];
  for (let index = 0; index < rows.size; index += 1) {
    const { line, verdict, reasons, cells } = rows.row(index);
    if (verdict === 'new') continue;
    yield [String(line), labels.verdicts[verdict], reasons.map((each) => labels.reasons[each]).join('; '), ...cells];
  }
}

/** What the spreadsheets of the language read; a file of text keeps its own. */
const separatorOf = (locale: Locale): string => (locale === 'fr' ? ';' : ',');

/**
 * Written beside and then renamed, so that a full disk leaves no half report. With the file's own separator, a mark
 * that tells spreadsheets the encoding, and no cell that they would run as a formula.
 */
async function writeReport(path: string, preview: Preview, locale: Locale): Promise<void> {
  const beside = `${path}.part`;
  const options = {
    bom: true,
    delimiter: preview.reading.kind === 'csv' ? preview.reading.separator : separatorOf(locale),
    record_delimiter: 'windows',
    escape_formulas: true,
  } as const;
  try {
    await pipeline(Readable.from(reportLines(preview, locale)), stringify(options), createWriteStream(beside));
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

export const saveReport: ActionHandler<'imports.saveReport'> = async (context, input) => {
  const preview = heldPreview(context.memory, input.previewId);
  await writeReport(context.path(input.file), preview, input.locale);
  const { counts } = preview.rows.tally();
  const { duplicate, conflict, invalid } = counts;
  return context.transact(() =>
    Promise.resolve({ output: {}, audit: { facts: { duplicate, conflict, invalid, fileSha256: preview.sha256 } } }),
  );
};
