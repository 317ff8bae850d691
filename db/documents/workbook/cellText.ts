import type { ReadCell } from './sheetRows.ts';

const dayLength = 86_400_000;
/** Where the 1900 system counts a 29 February that never was: before it, a count of days is a day early. */
const leapDay = Date.UTC(1900, 1, 28);
const base1900 = Date.UTC(1899, 11, 30);
const base1904 = Date.UTC(1904, 0, 1);

/** The day that a count of days is. A time of day is cut off. */
function dayText(serial: number, is1904: boolean): string {
  const at = Math.round(serial * dayLength) + (is1904 ? base1904 : base1900);
  // Beyond what a date can be, a text.
  if (Number.isNaN(new Date(at).getTime())) return '';
  const early = !is1904 && at < leapDay + dayLength;
  if (early && at >= leapDay) return '1900-02-29';
  return new Date(at + (early ? dayLength : 0)).toISOString().slice(0, 10);
}

/** The time of the day that a part of a day is; empty at midnight, which is where no time is written. */
function timeText(serial: number): string {
  const text = new Date(Math.round((serial % 1) * dayLength)).toISOString().slice(11, 19);
  return text === '00:00:00' ? '' : text.replace(/:00$/, '');
}

/** A day with the time that its cell shows, or that time alone. */
function instantText(serial: number, is1904: boolean): string {
  const time = timeText(serial);
  if (time === '') return dayText(serial, is1904);
  return serial < 1 ? time : `${dayText(serial, is1904)} ${time}`;
}

/** A whole number in a column of dates that nobody formatted as such is the workbook's count of days; null where it is none. */
export function serialDay(text: string, is1904: boolean): string | null {
  return /^\d{4,5}$/.test(text) ? dayText(Number(text), is1904) : null;
}

/** A number as a spreadsheet holds it: fifteen digits, so that a sum of tenths is the tenth that it should be; with the zeros that its format puts before it. */
function numberText(value: number, format: string | null): string {
  const text = String(Number(value.toPrecision(15)));
  if (format === null || !/^0{2,60}$/.test(format) || !/^\d+$/.test(text)) return text;
  return text.padStart(format.length, '0');
}

/** What a cell shows; of a formula its value as it was last computed. Of an instant its day, unless the time is asked for. */
export function cellText(
  { kind, value, format }: Omit<ReadCell, 'column' | 'isFormula'>,
  is1904: boolean,
  isTimed = false,
): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (kind === 'instant' && isTimed) return instantText(value, is1904);
    return kind === 'number' ? numberText(value, format) : dayText(value, is1904);
  }
  const text = String(value);
  // A zero that a sheet spells out is no character of any text.
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}
