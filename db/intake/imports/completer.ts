import type { VerdictReason } from '#contract/intake/imports';
import type { CivilDate } from '#contract/ground/dates';
import { daysBetween } from '../../ground/kernel/days.ts';
import { withoutDittos } from './dittos.ts';
import { remarkColumns, withElsewhere, type Elsewhere } from './elsewhere.ts';
import { endReader } from './endings.ts';
import { dateColumn } from './register.ts';
import { remembering } from './rules.ts';
import { inOrder } from './tableDates.ts';
import type { ReadAs } from './types.ts';
import { readInYear, readWritten, writtenInYear, type DateColumn, type WrittenDate } from './writtenDates.ts';

type Cells = readonly string[];
type Note = (reason: VerdictReason) => void;

/** How the rows of one table are read: a later one may write its dates in another order. */
interface TableReader {
  readonly received: DateColumn;
  readonly dayOf: (text: string) => WrittenDate | null;
  readonly elsewhere: Elsewhere;
  readonly dates: (cells: Cells, note: Note) => Cells;
}

/** How far a day lies from the days that a title or a row gives. */
function distance(day: CivilDate, { from, to }: WrittenDate): number {
  if (day < from) return daysBetween(day, from);
  return day > to ? daysBetween(to, day) : 0;
}

/** A day and a month as a day of the year that brings it nearest to the lines above. */
function withYear(text: string, around: WrittenDate, column: DateColumn): string | null {
  const year = Number(around.from.slice(0, 4));
  const [nearest] = [year - 1, year, year + 1]
    .flatMap((each) => {
      const date = readInYear(text, each, column);
      return date === null ? [] : [{ year: each, far: distance(date.from, around) }];
    })
    .toSorted((a, b) => a.far - b.far);
  return nearest === undefined ? null : writtenInYear(text, nearest.year, column);
}

/** Makes of each row one that can be read without the lines above it. */
export function completer({ header, mapping, present }: ReadAs) {
  const { columns } = mapping;
  const remarks = remarkColumns(header, columns);
  const readers = new Map<number, TableReader>();
  let above: Cells | null = null;
  let around: WrittenDate | null = null;

  const readerOf = (table: number): TableReader => {
    const held = readers.get(table);
    if (held !== undefined) return held;
    const ordered = (field: 'receivedOn' | 'concludedOn'): DateColumn => {
      const column = dateColumn(mapping, field, present);
      return { ...column, order: mapping.dates?.[field]?.later?.[table - 1]?.order ?? column.order };
    };
    const [received, ended] = [ordered('receivedOn'), ordered('concludedOn')];
    const elsewhere = { columns, remarks, endOf: endReader(ended), column: { ...received, serialDay: () => null } };
    const dayOf = remembering((text) => readWritten(text, received));
    const reader = { received, dayOf, elsewhere, dates: inOrder(mapping, table, { received, ended }) };
    readers.set(table, reader);
    return reader;
  };

  const dated = (cells: Cells, { received, dayOf }: TableReader, note: Note): Cells => {
    const { receivedOn } = columns;
    const text = (cells[receivedOn ?? -1] ?? '').trim();
    if (receivedOn === undefined || text === '' || around === null || dayOf(text) !== null) return cells;
    const whole = withYear(text, around, received);
    if (whole === null) return cells;
    note('received_year_assumed');
    return cells.map((cell, column) => (column === receivedOn ? whole : cell));
  };

  return {
    /** A line that is no referral may name the month of those below it. */
    passed: (cells: Cells): void => {
      const { received } = readerOf(0);
      const titles = cells.map((cell) => (cell.trim() === '' ? null : readWritten(cell, received)));
      around = titles.find((date) => date !== null && date.precision !== null) ?? around;
    },
    row: (cells: Cells, table: number): { readonly cells: Cells; readonly notes: readonly VerdictReason[] } => {
      const notes: VerdictReason[] = [];
      const note: Note = (reason) => void notes.push(reason);
      const reader = readerOf(table);
      const placed = withElsewhere(cells, reader.elsewhere, note);
      const said = withoutDittos(placed, above, columns);
      if (said !== placed) note('same_as_above');
      const whole = reader.dates(dated(said, reader, note), note);
      above = whole;
      const day = reader.dayOf((whole[columns.receivedOn ?? -1] ?? '').trim());
      if (day !== null && day.from === day.to) around = day;
      return { cells: whole, notes };
    },
  };
}
