import { stringify } from 'csv-stringify/sync';
import { csvLines } from '../../../documents/files/csv.ts';
import { bytesOf, newWorkbook } from '../../../documents/workbook/write.ts';
import { plainHundredths } from '#contract/ground/amounts';
import type { Locale } from '#contract/ground/codes';
import type { FundingRow } from '#contract/reporting/funding';
import { isNumeric, type FundingCell, type UnitCodes } from '#contract/reporting/fundingCells';
import { choiceLabel } from '#contract/reporting/fundingChoices';
import { fundingColumns, type FundingColumn, type Register } from '#contract/reporting/fundingColumns';

export interface Exported {
  readonly register: Register;
  readonly rows: readonly FundingRow[];
  readonly units: UnitCodes;
  readonly locale: Locale;
}

/** A cell as text: choices by their names in the language, amounts with a decimal point. */
function plainText(column: FundingColumn, value: FundingCell, { units, locale }: Exported): string {
  if (value === null) return '';
  if (isNumeric(column)) return column.kind === 'whole' ? String(value) : plainHundredths(Number(value));
  if (column.kind === 'choice') return choiceLabel(column.options, String(value))[locale];
  return column.kind === 'unit' ? (units.find((each) => each.id === value)?.code ?? '') : String(value);
}

/** A spreadsheet would run a text that begins so as a formula; numbers are never guarded. */
function guarded(column: FundingColumn, text: string): string {
  return !isNumeric(column) && /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function csvOf(exported: Exported): string {
  const columns = fundingColumns[exported.register];
  const rows = exported.rows.map(({ cells }) =>
    columns.map((column) => guarded(column, plainText(column, cells[column.key] ?? null, exported))),
  );
  return stringify([columns.map(({ label }) => label[exported.locale]), ...rows], {
    bom: true,
    ...csvLines,
  });
}

const numberFormats = { money: '#,##0.00', decimal: '#,##0.00', whole: '#,##0', date: 'yyyy-mm-dd' } as const;
function formatOf(column: FundingColumn): string | undefined {
  const { kind } = column;
  if (kind === 'whole' && column.isYear === true) return '0';
  return kind in numberFormats ? numberFormats[kind as keyof typeof numberFormats] : undefined;
}

function sheetValue(column: FundingColumn, value: FundingCell, exported: Exported): string | number | Date | null {
  if (value === null) return null;
  if (isNumeric(column)) return column.kind === 'whole' ? Number(value) : Number(value) / 100;
  return column.kind === 'date' ? new Date(`${String(value)}T00:00:00Z`) : plainText(column, value, exported);
}

async function workbookOf(exported: Exported): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet('Vigie', { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  const columns = fundingColumns[exported.register];
  sheet.addRow(columns.map(({ label }) => label[exported.locale])).font = { bold: true };
  for (const { cells } of exported.rows)
    sheet.addRow(columns.map((column) => sheetValue(column, cells[column.key] ?? null, exported)));
  columns.forEach((column, place) => {
    const format = formatOf(column);
    const own = sheet.getColumn(place + 1);
    own.width = column.kind === 'text' ? 32 : 16;
    if (format !== undefined) own.numFmt = format;
  });
  return bytesOf(workbook);
}

/** A grid as a file with the columns and headings that an import knows. */
export async function tableFile(format: 'csv' | 'xlsx', exported: Exported): Promise<string | Uint8Array> {
  return format === 'csv' ? csvOf(exported) : workbookOf(exported);
}
