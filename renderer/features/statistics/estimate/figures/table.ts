import type { Translate } from '../../../../i18n/text.ts';
import type { Format } from '../estimateText.ts';

export type CellValue = string | number | null;

export interface FigureColumn<T> {
  /** Different from the other columns' headers: it names the column in the file too. */
  readonly header: string;
  /** As it goes into the file: whole precision, null where it is not known. */
  readonly value: (row: T) => CellValue;
  /** On screen; absent: a number of files, or the text itself. */
  readonly shown?: (row: T) => string;
}

/** The numbers of a figure, for its table on screen and its file. */
export interface FigureTable<T> {
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly columns: readonly FigureColumn<T>[];
}

export function shownCell<T>(column: FigureColumn<T>, row: T, t: Translate, format: Format): string {
  const value = column.value(row);
  if (value === null) return t('counterfactual:table.unknown');
  if (column.shown !== undefined) return column.shown(row);
  return typeof value === 'number' ? format.number(Math.round(value) + 0) : value;
}

/** Four decimals at most: a share and a log effect need them, and no more is known. */
export function fileCells<T>({ rows, columns }: FigureTable<T>): CellValue[][] {
  return rows.map((row) =>
    columns.map(({ value }) => {
      const cell = value(row);
      return typeof cell === 'number' ? Number(cell.toFixed(4)) : cell;
    }),
  );
}
