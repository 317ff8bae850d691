import { referralSource, riskBand, type ReferralSource, type RiskBand } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { VerdictReason } from '#contract/intake/imports';
import { blankWords, fold, type Conclusion } from './aliases.ts';
import { possibleDay } from './dates.ts';
import { firstFrom } from './endings.ts';
import type { Ended, Layout, Reader, Register } from './types.ts';
import type { WrittenDate } from './writtenDates.ts';

interface RegisterRow extends Register {
  readonly layout: Layout;
  readonly read: Reader;
  /** Notes what the row leaves open; it is imported all the same. */
  readonly note: (reason: VerdictReason) => void;
}

export function registerUnit({ read, layout, meaning }: RegisterRow): UnitId | null {
  const text = read.text('unitCode');
  const isBlank = blankWords.has(read.word(text));
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
  const parsed = referralSource.safeParse(blankWords.has(read.word(text)) ? null : meaning('source', text));
  if (parsed.success) return parsed.data;
  if (layout.sourceDefault === null) return read.refuse('source_unknown');
  note('source_assumed');
  return layout.sourceDefault;
}

export function registerBand({ read, meaning }: RegisterRow): RiskBand | null {
  const text = read.text('riskBand');
  if (blankWords.has(read.word(text))) return null;
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
  if (blankWords.has(fold(text))) return read.refuse('date_missing');
  const date = dateOf('receivedOn', text);
  if (date === null) return read.refuse('date_not_real');
  if (date.from !== date.to) return read.refuse('date_without_day');
  noteOrder(row, 'receivedOn', date);
  return possibleDay(date.from, layout.today, read);
}

/** A state that is not mapped is unclear: it ends nothing. Without one, a closing date says that there is an end. */
function stateOf({ read, meaning }: RegisterRow, text: string, isClosedBlank: boolean): Conclusion | 'open' {
  if (blankWords.has(read.word(text))) return isClosedBlank ? 'open' : 'concluded';
  return (meaning('conclusion', text) ?? 'open') as Conclusion | 'open';
}

/** A day and a month without a year are the first that follow the receipt. */
function closingDate({ dateOf, note }: RegisterRow, text: string, receivedOn: CivilDate | null): WrittenDate | null {
  const read = (date: string) => dateOf('concludedOn', date);
  const written = read(text);
  if (written !== null || receivedOn === null) return written;
  const first = firstFrom(text, receivedOn, read);
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
  const isBlank = blankWords.has(fold(written.date));
  const state = stateOf(row, written.state, isBlank);
  const date = isBlank ? null : closingDate(row, written.date, receivedOn);
  if (state === 'open') {
    if (date !== null && isClosingColumn(row, written.date)) note('open_with_closing_date');
    return null;
  }
  const isUnreadable = !isBlank && date === null;
  if (isUnreadable && blankWords.has(read.word(written.state))) return read.refuse('date_not_real');
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
