import type { FigureContent } from '#contract/statistics/figures';
import { StoreFailure } from '../../ground/kernel/failure.ts';
import { sha256 } from '../../ground/kernel/signing.ts';
import { toCsv, type CsvValue } from '../../documents/files/csv.ts';
import { bytesOf as workbookContent, newWorkbook } from '../../documents/workbook/write.ts';
import { leaveWorkspace } from '../../store/leaveWorkspace.ts';
import type { ActionHandler } from '../../store/types.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What could run or fetch something once the file is opened elsewhere: scripts, foreign markup, handlers, and references that leave the file. */
const activeSvg =
  /<(?:script|foreignObject|iframe|image|use|style|animate|set|a)[\s/>]|<[^>]*(?:\son\w+|href)\s*=|<[!?]|url\((?!#)/i;

const byteOrderMark = Buffer.from('\ufeff', 'utf8');

function csvBytes({ notes, columns, rows }: Extract<FigureContent, { format: 'csv' }>): Buffer {
  const named = rows.map((row) =>
    Object.fromEntries(columns.map((column, index): [string, CsvValue] => [column, row[index] ?? null])),
  );
  const table = toCsv(columns, named).subarray(byteOrderMark.length);
  return Buffer.concat([byteOrderMark, Buffer.from(notes.map((note) => `# ${note}\r\n`).join(''), 'utf8'), table]);
}

/** The notes, then the table; a text is a text, whatever it begins with. */
async function workbookBytes({ notes, columns, rows }: Extract<FigureContent, { format: 'xlsx' }>): Promise<Buffer> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet('Vigie');
  for (const note of notes) sheet.addRow([note]);
  sheet.addRow([]);
  const header = sheet.addRow(columns);
  header.font = { bold: true };
  header.alignment = { wrapText: true, vertical: 'top' };
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: header.number }];
  for (const row of rows) sheet.addRow(row);
  columns.forEach((_, place) => {
    sheet.getColumn(place + 1).width = 18;
  });
  return Buffer.from(await workbookContent(workbook));
}

/** The bytes of the file; refused where a picture is not of the format that is promised. */
async function bytesOf(content: FigureContent): Promise<Buffer> {
  if (content.format === 'csv') return csvBytes(content);
  if (content.format === 'xlsx') return workbookBytes(content);
  const bytes = content.format === 'svg' ? Buffer.from(content.text, 'utf8') : Buffer.from(content.base64, 'base64');
  const holds =
    content.format === 'svg'
      ? content.text.startsWith('<svg ') && !activeSvg.test(content.text)
      : bytes.subarray(0, pngSignature.length).equals(pngSignature);
  if (!holds) throw new StoreFailure('invalid_input');
  return bytes;
}

export const figureActions: { readonly 'figures.save': ActionHandler<'figures.save'> } = {
  'figures.save': async (context, { file, figure, content }) => {
    const path = context.path(file);
    const bytes = await bytesOf(content);
    const { format } = content;
    await leaveWorkspace(context, {
      path,
      bytes,
      fact: { facts: { figure, format, bytes: bytes.length, sha256: sha256(bytes) } },
    });
    return {};
  },
};
