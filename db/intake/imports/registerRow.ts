import { referralSource, riskBand, type ReferralSource, type RiskBand } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { VerdictReason } from '#contract/intake/verdicts';
import type { Conclusion } from './aliases.ts';
import { possibleDay } from './dates.ts';
import { firstFrom } from './endings.ts';
import type { Ended, ImportedReferral, Layout, Reader, Register } from './types.ts';
import type { WrittenDate } from './writtenDates.ts';

type FileNumber = Pick<ImportedReferral, 'externalNumber' | 'externalKey'>;

interface RegisterRow extends Register {
  readonly layout: Layout;
  readonly read: Reader;
  /** Notes what the row leaves open; it is imported all the same. */
  readonly note: (reason: VerdictReason) => void;
}

export function registerUnit({ read, layout, meaning }: RegisterRow): UnitId | null {
  const text = read.text('unitCode');
  const isBlank = read.isBlank(text);
  const mapped = isBlank ? null : meaning('unitCode', text);
  const unitId = isBlank
    ? layout.mapping.unitId
    : mapped === undefined
      ? layout.unitByCode.get(read.word(text))
      : mapped;
  if (!unitId) return read.refuse('unit_unknown');
  return layout.ownUnits.has(unitId) ? (unitId as UnitId) : read.refuse('unit_not_yours');
}

export function registerSource({ read, layout, meaning, note }: RegisterRow): ReferralSource | null {
  const text = read.text('source');
  const parsed = referralSource.safeParse(read.isBlank(text) ? null : meaning('source', text));
  if (parsed.success) return parsed.data;
  if (layout.sourceDefault === null) return read.refuse('source_unknown');
  note('source_assumed');
  return layout.sourceDefault;
}

/** A spreadsheet leaves so much of a long number that the file is no longer known: 9.07E+07. */
const isCut = (number: string): boolean => /^\d+(?:[.,]\d+)?E\+?\d+$/i.test(number);

/** What has no digit is no number of a file: "verbal". */
export function registerNumber({ note }: RegisterRow, number: FileNumber): FileNumber {
  const { externalNumber } = number;
  if (externalNumber === null || (/\d/.test(externalNumber) && !isCut(externalNumber))) return number;
  note('number_left_out');
  return { externalNumber: null, externalKey: null };
}

export function registerBand({ read, meaning }: RegisterRow): RiskBand | null {
  const text = read.text('riskBand');
  if (read.isBlank(text)) return null;
  const code = meaning('riskBand', text);
  if (code === null) return null;
  const parsed = riskBand.safeParse(code);
  return parsed.success ? parsed.data : read.refuse('risk_band_unknown');
}

function noteOrder({ note, isEvident }: RegisterRow, field: 'receivedOn' | 'concludedOn', date: WrittenDate): void {
  if (date.isAmbiguous && !isEvident(field)) note('date_order_assumed');
}

export function registerReceived(row: RegisterRow): CivilDate | null {
  const { read, layout, dateOf } = row;
  const text = read.text('receivedOn');
  if (read.isBlank(text)) return read.refuse('date_missing');
  const date = dateOf('receivedOn', text);
  if (date === null) return read.refuse('date_not_real');
  if (date.from !== date.to) return read.refuse('date_without_day');
  noteOrder(row, 'receivedOn', date);
  return possibleDay(date.from, layout.today, read);
}

/** A state that is not mapped is unclear: it ends nothing. Without one, a closing date says that there is an end. */
function stateOfRow({ read, meaning, note }: RegisterRow, text: string, isClosedBlank: boolean): Conclusion | 'open' {
  if (!read.isBlank(text)) return (meaning('conclusion', text) ?? 'open') as Conclusion | 'open';
  if (!isClosedBlank) {
    note('state_from_date');
    return 'concluded';
  }
  if (!read.mapped('conclusion') && !read.mapped('concludedOn')) note('state_not_given');
  // "?" or "N/A" where a state would be.
  if (!isDash(read.text('conclusion'))) note('state_unclear');
  return 'open';
}

/** A dash is written where nothing is to be said. */
const isDash = (text: string): boolean => /^[\s\u2010-\u2015\u2212-]*$/u.test(text);

/** A day and a month without a year are the first that follow the receipt. */
function closingDate(
  { dateOf, endColumn, note }: RegisterRow,
  text: string,
  receivedOn: CivilDate | null,
): WrittenDate | null {
  const written = dateOf('concludedOn', text);
  if (written !== null || receivedOn === null) return written;
  const first = firstFrom(text, receivedOn, endColumn);
  if (first !== null) note('closing_year_assumed');
  return first;
}

/** Of an open row: a date next to its state is the day of that state. */
const isClosingColumn = ({ read, layout }: RegisterRow, date: string): boolean =>
  !layout.hasStateDays && read.text('concludedOn') === date;

/** An end whose day is not known lies between the receipt, or the beginning of the year that is written, and today, or its end. */
export function registerEnded(row: RegisterRow, receivedOn: CivilDate | null): Ended | null {
  const { read, note, endOf } = row;
  const written = endOf(read.text('conclusion'), read.text('concludedOn'));
  const isBlank = read.isBlank(written.date);
  const state = stateOfRow(row, written.state, isBlank);
  const date = isBlank ? null : closingDate(row, written.date, receivedOn);
  if (state === 'open') {
    if (date !== null && isClosingColumn(row, written.date)) note('open_with_closing_date');
    return null;
  }
  const isUnreadable = !isBlank && date === null;
  if (isUnreadable && read.isBlank(written.state)) return read.refuse('date_not_real');
  return receivedOn === null ? null : ending(row, { state, date, receivedOn });
}

interface End {
  readonly state: Conclusion;
  readonly date: WrittenDate | null;
  readonly receivedOn: CivilDate;
}

function ending(row: RegisterRow, { state, date, receivedOn }: End): Ended | null {
  const { read, note } = row;
  const { today } = row.layout;
  if (date === null) {
    note('closing_day_unknown');
    return { state, on: receivedOn, uncertain: { latest: today, precision: 'unknown' } };
  }
  if (date.from > today) return read.refuse('date_in_future');
  if (date.to < receivedOn) return read.refuse('concluded_before_received');
  noteOrder(row, 'concludedOn', date);
  if (date.precision === null) return { state, on: date.from, uncertain: null };
  note('closing_day_unknown');
  const on = date.from < receivedOn ? receivedOn : date.from;
  return { state, on, uncertain: { latest: date.to > today ? today : date.to, precision: date.precision } };
}
