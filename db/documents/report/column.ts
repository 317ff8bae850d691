import type { ColumnKind, TableColumn } from '#contract/documents/column';
import type { Language } from '../page/language.ts';
import type { PaperCell } from '../page/table.ts';
import type { SheetValue } from '../workbook/table.ts';

export type Medium = 'sheet' | 'page' | 'csv';

/** What documents add to a column. */
export type ReportColumn<Row> = TableColumn<Row> & {
  /** Where it is; everywhere where that is left out. */
  readonly on?: readonly Medium[];
  /** In the sheet: in characters, and a format other than its kind's. */
  readonly width?: number;
  readonly format?: string;
  /** Names and sentences, which get the room of the page. */
  readonly isWide?: boolean;
  /** Where a sheet or a page says more than the value: what it covers, or why there is none. */
  readonly sheet?: (row: Row) => SheetValue;
  readonly page?: (row: Row, language: Language) => PaperCell;
};

export const numericKinds: ReadonlySet<ColumnKind> = new Set(['tally', 'whole', 'number', 'money', 'share']);

export const columnsOn = <Row>(columns: readonly ReportColumn<Row>[], medium: Medium): readonly ReportColumn<Row>[] =>
  columns.filter(({ on }) => on === undefined || on.includes(medium));
