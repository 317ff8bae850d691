import { valueField, type ImportMapping, type ValueField } from '#contract/intake/imports';
import { fold } from './aliases.ts';
import { endReader } from './endings.ts';
import { remembering } from './remembering.ts';
import { readWritten, type DateColumn } from './writtenDates.ts';
import type { Present, Register } from './types.ts';

/** The column of a date as the mapping reads it. */
export function dateColumn(
  { dates, dateOrder }: ImportMapping,
  field: 'receivedOn' | 'concludedOn',
  { serialDay, today }: Present,
): DateColumn {
  const order = dates?.[field]?.order ?? (dateOrder === 'month_first' ? 'month_first' : 'day_first');
  return { order, serialDay, today, isAlone: field === 'receivedOn' };
}

/** How a register is read; null where the mapping reads the file strictly. */
export function registerOf(mapping: ImportMapping, surroundings: Present): Register | null {
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
  const endColumn = dateColumn(mapping, 'concludedOn', surroundings);
  const dates = { receivedOn: read('receivedOn'), concludedOn: read('concludedOn') };
  return {
    meaning: (field, text) => meanings.get(field)?.get(word(text)),
    dateOf: (field, text) => dates[field](text),
    endColumn,
    endOf: endReader(endColumn),
    isEvident: (field) => mapping.dates?.[field]?.isEvident ?? true,
  };
}
