import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { csvLines } from '../../documents/files/csv.ts';
import { streamedWorkbook } from '../../documents/workbook/write.ts';
import { isDayColumn } from './rules.ts';

export interface Sheet {
  /** Printed above the table: how it is protected, and that it is fictitious where it is. */
  readonly marking: string;
  readonly columns: readonly { readonly id: string; readonly header: string }[];
  readonly windows: AsyncIterable<readonly (readonly string[])[]>;
}

async function* lines({ marking, columns, windows }: Sheet): AsyncGenerator<readonly string[]> {
  yield [marking];
  yield columns.map(({ header }) => header);
  for await (const rows of windows) yield* rows;
}

/** With a mark that tells spreadsheets the encoding, and no cell that they would run as a formula. A French Excel divides by semicolons. */
export async function writeCsv(stream: Writable, delimiter: ',' | ';', sheet: Sheet): Promise<void> {
  const options = { bom: true, delimiter, ...csvLines, escape_formulas: true } as const;
  await pipeline(Readable.from(lines(sheet)), stringify(options), stream);
}

/** Rows of a worksheet, less the two above the table. */
export const mostSheetRows = 1_048_574;

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Row by row: no more than one window of a long list is in memory. Texts are texts there, so none runs as a formula. */
export async function writeWorkbook(stream: Writable, { marking, columns, windows }: Sheet): Promise<void> {
  const workbook = await streamedWorkbook(stream);
  const sheet = workbook.addWorksheet('Vigie', {
    views: [{ state: 'frozen', ySplit: 2 }],
    headerFooter: { oddHeader: `&C${marking.replaceAll('&', '&&')}` },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const isDay = columns.map(({ id }) => isDayColumn(id));
  sheet.columns = columns.map(({ id }, place) => ({
    width: id === 'summary' || id === 'name' ? 60 : 18,
    ...(isDay[place] === true ? { style: { numFmt: 'yyyy-mm-dd' } } : {}),
  }));
  const bold = (cells: readonly string[]) => {
    const row = sheet.addRow(cells);
    row.font = { bold: true };
    row.commit();
  };
  bold([marking]);
  bold(columns.map(({ header }) => header));
  for await (const rows of windows)
    for (const cells of rows)
      sheet
        .addRow(
          cells.map((text, place) => {
            if (text === '') return null;
            return isDay[place] === true && day.test(text) ? new Date(`${text}T00:00:00Z`) : text;
          }),
        )
        .commit();
  sheet.commit();
  await workbook.commit();
}
