import { stringify } from 'csv-stringify/sync';
import { plainHundredths } from '#contract/ground/amounts';
import { printable } from '#contract/ground/printable';

/** Money is written with its cents: 1200.50. */
export interface Cents {
  readonly cents: number;
}

export type CsvValue = string | number | Cents | null;

/** A spreadsheet would run a text that begins so as a formula; the apostrophe makes it a text again. Numbers are never guarded. */
function guard(value: CsvValue): string | number | null {
  if (typeof value === 'object' && value !== null) return plainHundredths(value.cents);
  if (typeof value !== 'string') return value;
  // Characters left out may come before the mark of a formula.
  const text = printable(value);
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The mark between two cells: a French Excel opens a file with semicolons as a table. */
export type CsvSeparator = 'comma' | 'semicolon';

/** Lines that end as RFC 4180 says. A break of any kind within a cell is quoted: by itself the writer looks for its own line end alone. */
export const csvLines = { record_delimiter: 'windows', quoted_match: /[\r\n]/ } as const;

/** UTF-8 with a byte-order mark, RFC 4180 quotes and line ends; a blank is an empty cell. */
export function toCsv<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, CsvValue>>[],
  separator: CsvSeparator = 'comma',
): Buffer {
  const text = stringify([columns.map(guard), ...rows.map((row) => columns.map((column) => guard(row[column])))], {
    bom: true,
    delimiter: separator === 'comma' ? ',' : ';',
    ...csvLines,
    cast: { number: String },
  });
  return Buffer.from(text, 'utf8');
}
