import type { VerdictReason } from '#contract/intake/verdicts';
import type { CivilDate } from '#contract/ground/dates';
import { daysBetween } from '../../ground/kernel/days.ts';
import { withoutDittos } from './dittos.ts';
import { remarkColumns, withElsewhere, type Elsewhere } from './elsewhere.ts';
import { endReader } from './endings.ts';
import { withTime } from './receiptTime.ts';
import { dateColumn } from './register.ts';
import { remembering } from './remembering.ts';
import { inOrder } from './tableDates.ts';
import { titleOf } from './titles.ts';
import type { Ahead, ReadAs } from './types.ts';
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

/** The reader of each table, made once. */
function tableReaders({ header, mapping, present }: ReadAs): (table: number) => TableReader {
  const { columns } = mapping;
  const remarks = remarkColumns(header, columns);
  const readers = new Map<number, TableReader>();
  const ordered = (field: 'receivedOn' | 'concludedOn', table: number): DateColumn => {
    const column = dateColumn(mapping, field, present);
    return { ...column, order: mapping.dates?.[field]?.later?.[table - 1]?.order ?? column.order };
  };
  return (table) => {
    const held = readers.get(table);
    if (held !== undefined) return held;
    const [received, ended] = [ordered('receivedOn', table), ordered('concludedOn', table)];
    const elsewhere = { columns, remarks, endOf: endReader(ended), column: { ...received, serialDay: () => null } };
    const dayOf = remembering((text) => readWritten(text, received));
    const reader = { received, dayOf, elsewhere, dates: inOrder(mapping, table, { received, ended }) };
    readers.set(table, reader);
    return reader;
  };
}

/** Makes of each row one that can be read without the lines above it. */
export function completer({ header, mapping, present, titles = [] }: ReadAs) {
  const { columns } = mapping;
  const readerOf = tableReaders({ header, mapping, present });
  let above: Cells | null = null;
  let around: WrittenDate | null = null;

  /** Above the first day that has a year, that one is the nearest. */
  const aroundOf = (ahead: Ahead, { dayOf }: TableReader): WrittenDate | null =>
    around ??
    ahead()
      .map((cells) => dayOf((cells[columns.receivedOn ?? -1] ?? '').trim()))
      .find((date) => date !== null) ??
    null;

  const dated = (cells: Cells, reader: TableReader, note: Note, ahead: Ahead): Cells => {
    const { receivedOn } = columns;
    const { received, dayOf } = reader;
    const text = (cells[receivedOn ?? -1] ?? '').trim();
    if (receivedOn === undefined || text === '' || dayOf(text) !== null) return cells;
    const near = aroundOf(ahead, reader);
    const whole = near === null ? null : withYear(text, near, received);
    if (whole === null) return cells;
    note('received_year_assumed');
    return cells.map((cell, column) => (column === receivedOn ? withTime(whole, text) : cell));
  };

  const passed = (cells: Cells): void => {
    const { received } = readerOf(0);
    around = cells.map((cell) => titleOf(cell.trim(), received)).find((date) => date !== null) ?? around;
  };
  for (const title of titles) passed(title);

  return {
    /** A line that is no referral may name the month of those below it. */
    passed,
    row: (
      cells: Cells,
      table: number,
      ahead: Ahead,
    ): { readonly cells: Cells; readonly notes: readonly VerdictReason[] } => {
      const notes: VerdictReason[] = [];
      const note: Note = (reason) => void notes.push(reason);
      const reader = readerOf(table);
      const placed = withElsewhere(cells, reader.elsewhere, note);
      const said = withoutDittos(placed, above, columns);
      if (said !== placed) note('same_as_above');
      const whole = reader.dates(dated(said, reader, note, ahead), note);
      above = whole;
      const day = reader.dayOf((whole[columns.receivedOn ?? -1] ?? '').trim());
      if (day !== null && day.from === day.to) around = day;
      return { cells: whole, notes };
    },
  };
}
