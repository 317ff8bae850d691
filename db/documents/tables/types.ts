/** One row of a file as texts. */
export interface TableRow {
  /** The line of the file, or the row of the sheet, on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Where several sheets are read in one pass, that of the row. */
  readonly sheet?: string | undefined;
  /** Of a sheet: what fills its cells, where anything does. */
  readonly colours?: readonly string[] | undefined;
}
