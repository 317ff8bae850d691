import type { ReferralSource, RiskBand } from '#contract/ground/codes';
import type { CivilDate } from '#contract/ground/dates';
import type { UnitId } from '#contract/ground/ids';
import type { HeldBack } from '#contract/casework/referrals';
import type { ImportField, ImportMapping } from '#contract/intake/imports';
import type { VerdictReason } from '#contract/intake/verdicts';
import type { HeldNumber } from '../../casework/referrals/knownNumbers.ts';
import { externalKey } from '../../casework/referrals/rules.ts';
import {
  bandByWord,
  blankWords,
  conclusionByWord,
  fold,
  isBlank,
  numberToCome,
  sourceByWord,
  type Conclusion,
} from './aliases.ts';
import { possibleDay, readDate } from './dates.ts';
import { fingerprintOf } from './fingerprint.ts';
import { hasIdentifiers, identifiersOf } from './identifiers.ts';
import { memberNamed } from './members.ts';
import { receiptInstant } from './receiptTime.ts';
import { numbersIn } from './severalNumbers.ts';
import type { ImportedReferral, Judge, Judged, Layout, Reader } from './types.ts';
import { remembering } from './remembering.ts';
import { hidesBinary } from '../../documents/tables/detect.ts';
import {
  registerBand,
  registerEnded,
  registerNumber,
  registerReceived,
  registerSource,
  registerUnit,
} from './registerRow.ts';

// The limits of the contract's `newReferral`.
export const limits = { externalNumber: 60, priorityReceived: 40, assignedTo: 120, summary: 4000 } as const;

const controls = /[\u0000-\u001f\u007f]+/g;

/** The judge of one file. Dates and words repeat from row to row, so each is read once. */
export function makeJudge(layout: Layout): Judge {
  const date = remembering((text) => {
    const written = layout.serialDay(text) ?? text;
    return readDate(written, layout.mapping.dateOrder);
  });
  const word = remembering(fold);
  const blank = remembering(isBlank);
  const namesPeople = hasIdentifiers((field) => layout.mapping.columns[field] !== undefined);
  return ({ cells, above }) => {
    if (!fitsColumns(cells, layout.columnCount)) return refused(['wrong_number_of_columns']);
    if (cells.some(hidesBinary)) return refused(['contains_binary']);
    const reasons = new Set<VerdictReason>();
    const read: Reader = {
      text: textOf(layout.mapping, cells, above),
      mapped: (field) => layout.mapping.columns[field] !== undefined,
      date,
      word,
      isBlank: blank,
      refuse: (reason) => {
        reasons.add(reason);
        return null;
      },
    };
    const open = new Set<VerdictReason>();
    const note = (reason: VerdictReason) => void open.add(reason);
    const { unitId, source, receivedOn, ...ways } = readerOf(layout, read, note);
    const ended = ways.ended(receivedOn);
    const facts = {
      ...ways.number(),
      priorityReceived: lineOf(read, 'priorityReceived'),
      riskBand: ways.band(),
      summary: summaryOf(read),
      identifiers: namesPeople ? identifiersOf(read.text) : [],
      ended,
      ...officerOf(read, layout, ended === null ? unitId : null),
    };
    if (reasons.size > 0 || !unitId || !source || !receivedOn) return refused([...reasons]);
    const receivedAt = receiptInstant(receivedOn, [read.text('receivedTime'), read.text('receivedOn')], layout.now);
    const referral = { unitId, source, receivedOn, receivedAt, ...facts };
    return { referral: { ...referral, fingerprint: fingerprintOf(referral) }, reasons: [...open] };
  };
}

/** What an exchange file and a register each read in their own way. */
function readerOf(layout: Layout, read: Reader, note: (reason: VerdictReason) => void) {
  if (layout.register === null)
    return {
      unitId: unitOf(read, layout),
      source: sourceOf(read, layout),
      receivedOn: receivedOf(read, layout),
      number: () => numberOf(read, note),
      band: () => bandOf(read),
      ended: (receivedOn: CivilDate | null) => endedOf(read, layout, receivedOn),
    };
  const register = { ...layout.register, layout, read, note };
  return {
    unitId: registerUnit(register),
    source: registerSource(register),
    receivedOn: registerReceived(register),
    number: () => registerNumber(register, numberOf(read, note)),
    band: () => registerBand(register),
    ended: (receivedOn: CivilDate | null) => registerEnded(register, receivedOn),
  };
}

/** What hides binary data in a column that is not imported is left out, and the row goes in without it. */
export function stripOthers(
  cells: readonly string[],
  mapped: ReadonlySet<number>,
): { readonly cells: readonly string[]; readonly stripped: number } {
  const hidden = cells.flatMap((cell, column) => (!mapped.has(column) && hidesBinary(cell) ? [column] : []));
  if (hidden.length === 0) return { cells, stripped: 0 };
  return { cells: cells.map((cell, column) => (hidden.includes(column) ? '' : cell)), stripped: hidden.length };
}

function refused(reasons: readonly VerdictReason[]): Judged {
  return { referral: null, reasons };
}

export function cellOf(cells: readonly string[], column: number | undefined): string {
  // An export puts an apostrophe before what a spreadsheet would run as a formula.
  return column === undefined ? '' : (cells[column] ?? '').trim().replace(/^'(?=[=+\-@])/, '');
}

/** The cells of each row that a line becomes: one for each number, where that was asked for. */
export function splitRows(
  cells: readonly string[],
  { columns, splitNumbers }: ImportMapping,
): readonly (readonly string[])[] {
  const column = columns.externalNumber;
  if (splitNumbers !== true || column === undefined) return [cells];
  return numbersIn(cellOf(cells, column)).map((number) => cells.with(column, number));
}

/** What a row says of a field; of its unit, what the line above its group says where it says nothing itself. */
export function textOf(
  { columns }: ImportMapping,
  cells: readonly string[],
  above: string | null,
): (field: ImportField) => string {
  return (field) => {
    const own = cellOf(cells, columns[field]);
    return field === 'unitCode' && above !== null && isBlank(own) ? above : own;
  };
}

/** Spreadsheets write separators for empty cells to the right; anything in them does not belong to a column. */
export function fitsColumns(cells: readonly string[], columnCount: number): boolean {
  return cells.length >= columnCount && cells.slice(columnCount).every((each) => each.trim() === '');
}

function unitOf(read: Reader, { mapping, unitByCode, ownUnits }: Layout): UnitId | null {
  const code = read.text('unitCode');
  const unitId = code === '' ? mapping.unitId : unitByCode.get(read.word(code));
  if (!unitId) return read.refuse('unit_unknown');
  return ownUnits.has(unitId) ? unitId : read.refuse('unit_not_yours');
}

function sourceOf(read: Reader, { sourceDefault }: Layout): ReferralSource | null {
  return sourceByWord.get(read.word(read.text('source'))) ?? sourceDefault ?? read.refuse('source_unknown');
}

function receivedOf(read: Reader, { today }: Layout): CivilDate | null {
  const text = read.text('receivedOn');
  if (text === '') return read.refuse('date_missing');
  const on = read.date(text);
  if (!on) return read.refuse('date_not_real');
  return possibleDay(on, today, read);
}

/** One line of text: line breaks within a cell become spaces. */
function lineOf(read: Reader, field: 'externalNumber' | 'priorityReceived' | 'assignedTo'): string | null {
  const text = read.text(field).replace(controls, ' ').trim();
  if (text.length > limits[field]) return read.refuse('text_too_long');
  return text === '' ? null : text;
}

function numberOf(
  read: Reader,
  note: (reason: VerdictReason) => void,
): Pick<ImportedReferral, 'externalNumber' | 'externalKey'> {
  const number = lineOf(read, 'externalNumber');
  if (number === null || blankWords.has(fold(number)) || numberToCome.has(fold(number)))
    return { externalNumber: null, externalKey: null };
  if (numbersIn(read.text('externalNumber')).length > 1) note('several_numbers');
  return { externalNumber: number, externalKey: externalKey(number) };
}

/** The one member of the unit of that name, or the name alone; null for the unit where the row has ended, which is assigned to nobody. */
function officerOf(
  read: Reader,
  { members }: Layout,
  unitId: UnitId | null,
): Pick<ImportedReferral, 'assignedTo' | 'officerNamed'> {
  const name = lineOf(read, 'assignedTo');
  if (name === null || read.isBlank(name)) return { assignedTo: null, officerNamed: null };
  const assignedTo = unitId === null ? null : memberNamed(members, unitId, name);
  return { assignedTo, officerNamed: assignedTo === null ? name : null };
}

function bandOf(read: Reader): RiskBand | null {
  const folded = read.word(read.text('riskBand'));
  if (blankWords.has(folded)) return null;
  return bandByWord.get(folded) ?? read.refuse('risk_band_unknown');
}

function summaryOf(read: Reader): string | null {
  const text = read.text('summary');
  if (text.length > limits.summary) return read.refuse('text_too_long');
  return text === '' ? null : text;
}

/** A conclusion needs its date and a date its conclusion. */
function endedOf(read: Reader, { today }: Layout, receivedOn: CivilDate | null): ImportedReferral['ended'] {
  const written = read.text('concludedOn');
  const state = conclusionOf(read, written);
  if (state === null) return null;
  if ((state === 'open') !== (written === '')) return read.refuse('conclusion_incomplete');
  if (state === 'open') return null;
  const on = read.date(written);
  if (!on) return read.refuse('date_not_real');
  if (on > today) return read.refuse('date_in_future');
  if (receivedOn && on < receivedOn) return read.refuse('concluded_before_received');
  return { state, on, uncertain: null };
}

/** Where no column names the conclusion, its date says that there is one. */
function conclusionOf(read: Reader, written: string): Conclusion | 'open' | null {
  if (!read.mapped('conclusion')) return written === '' ? 'open' : 'concluded';
  const word = read.word(read.text('conclusion'));
  if (blankWords.has(word)) return 'open';
  return conclusionByWord.get(word) ?? read.refuse('conclusion_unknown');
}

const heldBackReasons = { sealed: 'number_sealed', purged: 'number_purged', unsaid: 'number_held_back' } as const;

/** A row whose number was sealed or purged waits for a person: it is never written. */
export function heldBackRow(why: HeldBack) {
  return { verdict: 'conflict', reasons: [heldBackReasons[why]] } as const;
}

/** A row without a number that an earlier import brought. */
export const importedRow = { verdict: 'duplicate', reasons: ['row_imported_already'] } as const;

/** What a number already recorded says of the row: nothing new, or the same number for what seems another referral. */
export function compareHeld(
  referral: HeldNumber,
  held: readonly HeldNumber[],
): { readonly verdict: 'duplicate' | 'conflict'; readonly reasons: readonly VerdictReason[] } | null {
  if (held.length === 0) return null;
  const sameUnit = held.filter((each) => each.unitId === referral.unitId);
  const sameDate = (each: HeldNumber): boolean => each.receivedOn === referral.receivedOn;
  if (sameUnit.some(sameDate)) return { verdict: 'duplicate', reasons: ['held_already'] };
  if (sameUnit.length > 0) return { verdict: 'conflict', reasons: ['held_with_other_date'] };
  return {
    verdict: 'conflict',
    reasons: held.some(sameDate) ? ['held_with_other_unit'] : ['held_with_other_unit', 'held_with_other_date'],
  };
}
