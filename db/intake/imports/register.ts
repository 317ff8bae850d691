import { valueField, type ImportMapping, type PassedOver, type ValueField } from '#contract/intake/imports';
import type { CivilDate } from '#contract/ground/dates';
import { fieldByHeader, fold } from './aliases.ts';
import { endReader } from './endings.ts';
import { remembering } from './rules.ts';
import { readWritten, type DateColumn } from './writtenDates.ts';
import type { Register } from './types.ts';

interface Surroundings {
  readonly serialDay: (text: string) => string | null;
  readonly today: CivilDate;
}

/** The column of a date as the mapping reads it. */
export function dateColumn(
  { dates, dateOrder }: ImportMapping,
  field: 'receivedOn' | 'concludedOn',
  { serialDay, today }: Surroundings,
): DateColumn {
  const order = dates?.[field]?.order ?? (dateOrder === 'month_first' ? 'month_first' : 'day_first');
  return { order, serialDay, today };
}

/** How a register is read; null where the mapping reads the file strictly. */
export function registerOf(mapping: ImportMapping, surroundings: Surroundings): Register | null {
  const { values } = mapping;
  if (values === undefined) return null;
  const meanings = new Map<ValueField, ReadonlyMap<string, string | null>>(
    valueField.options.map((field) => [
      field,
      new Map(Object.entries(values[field] ?? {}).map(([text, code]) => [fold(text), code])),
    ]),
  );
  const word = remembering(fold);
  const read = (field: 'receivedOn' | 'concludedOn') => {
    const column = dateColumn(mapping, field, surroundings);
    return remembering((text) => readWritten(text, column));
  };
  const dates = { receivedOn: read('receivedOn'), concludedOn: read('concludedOn') };
  return {
    meaning: (field, text) => meanings.get(field)?.get(word(text)),
    dateOf: (field, text) => dates[field](text),
    endOf: endReader(dateColumn(mapping, 'concludedOn', surroundings)),
    isEvident: (field) => mapping.dates?.[field]?.isEvident ?? true,
  };
}

const total =
  /^(?:sous tota|sub ?tota|grand tota|tota|somme|sum|cumul|moyenne|average|nombre d|count|nb)\b|^(?:sous|sub|grand)? ?tota(?:l|ux|ls)\b/;

const isSaid = (cell: string): boolean => /[\p{L}\p{N}]/u.test(cell);

/** The names of the columns once more, below a page break. */
function repeatsHeader(said: readonly string[], header: readonly string[]): boolean {
  const names = new Set(header.map(fold).filter((name) => name !== ''));
  return said.length > 1 && said.every((each) => names.has(fold(each)));
}

/** A second line of names under the first: it says "date" where a date would be. */
function isSecondHeader(said: readonly string[], received: string): boolean {
  return said.length > 1 && fieldByHeader.get(fold(received)) === 'receivedOn';
}

/** Few cells of many, and no number of a file among them. */
function isNote(said: readonly string[], header: readonly string[], number: string): boolean {
  const few = Math.max(1, Math.floor(header.filter((name) => name.trim() !== '').length / 4));
  return said.length <= few && (number === '' || said.length === 1);
}

/**
 * Why a line of a register is no referral: a total, a title or a note between the rows, or the names of the columns once more. Null
 * where it is one. A line with a date received is always one.
 */
export function whyPassedOver(
  cells: readonly string[],
  header: readonly string[],
  { columns }: ImportMapping,
  isDate: (text: string) => boolean,
): PassedOver | null {
  const written = cells.map((each) => each.trim());
  const at = (column: number | undefined): string => (column === undefined ? '' : (written[column] ?? ''));
  if (isDate(at(columns.receivedOn))) return null;
  const said = written.filter(isSaid);
  // Few words beside a total are one; a row without a date that speaks of a sum is a referral to be refused by name.
  const isShort = said.length * 2 <= header.filter(isSaid).length;
  if (isShort && said.some((each) => total.test(fold(each)))) return 'total_line';
  if (repeatsHeader(said, header) || isSecondHeader(said, at(columns.receivedOn))) return 'repeated_header';
  return isNote(said, header, at(columns.externalNumber)) ? 'note_line' : null;
}
