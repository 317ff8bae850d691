import { stringify } from 'csv-stringify/sync';
import { printable } from '#contract/ground/printable';

export type CsvValue = string | number | null;

/** A spreadsheet would run a text that begins so as a formula; the apostrophe makes it a text again. Numbers are never guarded. */
function guard(value: CsvValue): CsvValue {
  if (typeof value !== 'string') return value;
  // What is left out may stand before the mark of a formula.
  const text = printable(value);
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** UTF-8 with a byte-order mark, commas, RFC 4180 quotes and line ends; a blank is an empty cell. */
export function toCsv<C extends string>(columns: readonly C[], rows: readonly Readonly<Record<C, CsvValue>>[]): Buffer {
  const text = stringify([columns, ...rows.map((row) => columns.map((column) => guard(row[column])))], {
    bom: true,
    record_delimiter: 'windows',
    cast: { number: String },
  });
  return Buffer.from(text, 'utf8');
}
