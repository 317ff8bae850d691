import { constants, deflateRawSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { partsOf } from './archive.ts';
import { zipOf } from './zip.ts';

/** A small workbook of two rows, with its own XML changed. */
export async function workbookWith(
  change: Readonly<Record<string, (xml: string) => string>>,
  rows: readonly (readonly string[])[] = [
    ['Date', 'Source'],
    ['2026-01-05', 'Public'],
  ],
): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Sheet1');
  for (const row of rows) sheet.addRow([...row]);
  const parts = await partsOf(Buffer.from(await workbook.xlsx.writeBuffer()));
  return zipOf([...parts].map(([name, xml]) => ({ name, content: Buffer.from(change[name]?.(xml) ?? xml) })));
}

const sheet = 'xl/worksheets/sheet1.xml';
const before = (mark: string, put: string) => (xml: string) => xml.replace(mark, `${put}${mark}`);

/** Each a few kilobytes that would be a cell for every place of a sheet. */
export const expanding = {
  columns: () =>
    workbookWith({ [sheet]: before('<sheetData>', '<cols><col min="1" max="2000000000" width="9"/></cols>') }),
  name: () =>
    workbookWith({
      'xl/workbook.xml': before(
        '<calcPr',
        '<definedNames><definedName name="all">Sheet1!$A$1:$XFD$1048576</definedName></definedNames>',
      ),
    }),
  rules: () =>
    workbookWith({
      [sheet]: (xml) =>
        xml.replace(
          /(<pageMargins)/,
          `<dataValidations count="3">${['A', 'B', 'C']
            .map(
              (column) =>
                `<dataValidation type="list" allowBlank="1" sqref="${column}1:${column}1048576"><formula1>"a,b"</formula1></dataValidation>`,
            )
            .join('')}</dataValidations>$1`,
        ),
    }),
  merged: () =>
    workbookWith({
      [sheet]: (xml) =>
        xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'),
    }),
} as const;

/** Some kilobytes that are more rows without a cell than a sheet can have. */
export const emptyRows = (): Promise<Buffer> =>
  workbookWith({ [sheet]: (xml) => xml.replace('</sheetData>', `${'<row r="9"/>'.repeat(1_100_000)}</sheetData>`) });

/** No bomb at all: as many cells as a large register has, each with a text of its own. */
export function ordinaryWorkbook(rows: number, columns: number): Promise<Buffer> {
  const cellsOf = (row: number): string =>
    Array.from(
      { length: columns },
      (_, at) => `<c t="inlineStr"><is><t>v${String(row)}-${String(at)}</t></is></c>`,
    ).join('');
  const text = Array.from({ length: rows }, (_, row) => `<row>${cellsOf(row)}</row>`).join('');
  return workbookWith({ [sheet]: (xml) => xml.replace('</sheetData>', `${text}</sheetData>`) });
}

/** A page whose content unpacks to that much: a kilobyte for each of them. */
export function pdfBomb(mebibytes: number): Buffer {
  const one = deflateRawSync(Buffer.alloc(1024 * 1024, 0x20), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const zlibHeader = Buffer.from([0x78, 0xda]);
  const spaces = Buffer.concat([zlibHeader, ...Array.from({ length: mebibytes }, () => one), deflateRawSync('')]);
  const head = Buffer.from(
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n' +
      '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << >> >>\nendobj\n' +
      `4 0 obj\n<< /Filter /FlateDecode /Length ${String(spaces.length)} >>\nstream\n`,
  );
  return Buffer.concat([head, spaces, Buffer.from('\nendstream\nendobj\ntrailer << /Size 5 /Root 1 0 R >>\n%%EOF')]);
}

/** Within every size that is declared or counted: as texts, each row has 500 of them, for one that it holds. */
export const heavyWorkbook = (): Promise<Buffer> =>
  workbookWith({
    [sheet]: (xml) =>
      xml.replace('</sheetData>', `${'<row r="3"><c r="SF3"><v>1</v></c></row>'.repeat(390_000)}</sheetData>`),
  });
