import type { Bilingual } from '../ground/common.ts';
import type { Month } from '../ground/dates.ts';

/** What a value is by its kind; null is not known and never zero. */
export interface Values {
  /** Written the same in both languages: a code, a number of a file, a name. */
  text: string | null;
  /** A name or a label that both languages have. */
  words: Bilingual | null;
  /** What people wrote, in each language: side by side where both are shown. */
  texts: Bilingual | null;
  /** Counts without a separator: versions, coverage. */
  tally: number | null;
  whole: number | null;
  number: number | null;
  /** In whole cents. */
  money: number | null;
  /** From 0 to 1. */
  share: number | null;
  /** A civil day, YYYY-MM-DD. */
  day: string | null;
  month: Month | null;
  yes: boolean | null;
}
export type ColumnKind = keyof Values;

interface Facts {
  /** Of the column in files for programs; of words and texts, `_en` and `_fr` follow it. It keys the column on screen. */
  readonly name: string;
  readonly label: Bilingual;
  /** What a data dictionary adds to the label. */
  readonly note?: Bilingual;
}

export interface ColumnOf<Row, Kind extends ColumnKind> extends Facts {
  readonly kind: Kind;
  readonly value: (row: Row) => Values[Kind];
}

/** One column of a table, said once: screen, sheet, page, CSV and data dictionary are made from it. */
export type TableColumn<Row> = { readonly [Kind in ColumnKind]: ColumnOf<Row, Kind> }[ColumnKind];

/** How a medium writes a value of each kind. */
export type ValueWriters<Written> = {
  readonly [Kind in ColumnKind]: (value: NonNullable<Values[Kind]>) => Written;
};

/** The value of a column in a row as a medium writes it; null where it is not known. */
export function writeValue<Row, Kind extends ColumnKind, Written>(
  { kind, value }: ColumnOf<Row, Kind>,
  row: Row,
  writers: ValueWriters<Written>,
): Written | null {
  const found = value(row);
  return found == null ? null : writers[kind](found);
}
