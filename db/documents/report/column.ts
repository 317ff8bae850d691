import type { ColumnKind, ColumnOf, TableColumn } from '#contract/documents/column';
import type { Bilingual } from '#contract/ground/common';
import type { CsvValue } from '../files/csv.ts';
import type { Language } from '../page/language.ts';
import type { PaperCell } from '../page/table.ts';
import type { SheetValue } from '../workbook/table.ts';

export type Medium = 'sheet' | 'page' | 'csv';

/** What documents add to a column. */
interface More<Row> {
  /** Where it is; everywhere where that is left out. */
  readonly on?: readonly Medium[];
  /** In the sheet: in characters, and a format other than its kind's. */
  readonly width?: number;
  readonly format?: string;
  /** Names and sentences, which get the room of the page. */
  readonly isWide?: boolean;
  /** Where a medium says other than the value: what it covers, why there is none, or all of its decimals. */
  readonly sheet?: (row: Row) => SheetValue;
  readonly page?: (row: Row, language: Language) => PaperCell;
  readonly csv?: (row: Row) => CsvValue;
}

export type ReportColumn<Row> = TableColumn<Row> & More<Row>;

const of =
  <Kind extends ColumnKind>(kind: Kind) =>
  <Row>(
    name: string,
    label: Bilingual,
    value: ColumnOf<Row, Kind>['value'],
    more: More<Row> & Pick<TableColumn<Row>, 'note'> = {},
  ): ColumnOf<Row, Kind> & More<Row> => ({ kind, name, label, value, ...more });

/** A column by its kind. */
export const column = {
  text: of('text'),
  words: of('words'),
  texts: of('texts'),
  tally: of('tally'),
  whole: of('whole'),
  number: of('number'),
  money: of('money'),
  share: of('share'),
  day: of('day'),
  month: of('month'),
  yes: of('yes'),
};

export const numericKinds: ReadonlySet<ColumnKind> = new Set(['tally', 'whole', 'number', 'money', 'share']);

export const columnsOn = <Row>(columns: readonly ReportColumn<Row>[], medium: Medium): readonly ReportColumn<Row>[] =>
  columns.filter(({ on }) => on === undefined || on.includes(medium));
