import type { Cell, CellValue } from 'exceljs';

const dayLength = 86_400_000;
/** Where the 1900 system counts a 29 February that never was: before it, exceljs is a day early. */
const leapDay = Date.UTC(1900, 1, 28);
const base1900 = Date.UTC(1899, 11, 30);
const base1904 = Date.UTC(1904, 0, 1);

/** From which day a workbook counts, and from which exceljs took it to count: it knows `1` and not `true`. */
export interface DayCount {
  readonly is1904: boolean;
  readonly takenFor1904: boolean;
}

/** The day that a cell shows. A time of day is cut off: what is imported is the day. */
function dayText(date: Date, { is1904, takenFor1904 }: DayCount): string {
  const at = date.getTime() + (is1904 && !takenFor1904 ? base1904 - base1900 : 0);
  if (!Number.isFinite(at)) return '';
  const early = !is1904 && at < leapDay + dayLength;
  if (early && at >= leapDay) return '1900-02-29';
  return new Date(at + (early ? dayLength : 0)).toISOString().slice(0, 10);
}

/** A whole number in a column of dates that nobody formatted as such is the workbook's count of days; null where it is none. */
export function serialDay(text: string, is1904: boolean): string | null {
  if (!/^\d{4,5}$/.test(text)) return null;
  const at = (is1904 ? base1904 : base1900) + Number(text) * dayLength;
  return dayText(new Date(at), { is1904, takenFor1904: is1904 });
}

/** A number as a spreadsheet holds it: fifteen digits, so that a sum of tenths is the tenth that it should be; with the zeros that its format puts before it. */
function numberText(value: number, format: string | undefined): string {
  const text = String(Number(value.toPrecision(15)));
  if (format === undefined || !/^0{2,60}$/.test(format) || !/^\d+$/.test(text)) return text;
  return text.padStart(format.length, '0');
}

/** What a value shows; of a formula its value as it was last computed. */
function textOf(value: CellValue, format: string | undefined, days: DayCount): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value, format);
  if (value instanceof Date) return dayText(value, days);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map((each) => each.text).join('');
  if ('hyperlink' in value) return value.text;
  if ('error' in value) return value.error;
  return textOf(value.result ?? null, format, days);
}

export function cellText(cell: Cell, days: DayCount): string {
  const { value } = cell;
  const text = typeof value === 'string' ? value : textOf(value, cell.numFmt, days);
  // A zero that a sheet spells out is no character of any text.
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}
