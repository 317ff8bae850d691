import { writeValue, type ColumnKind, type ValueWriters } from '#contract/documents/column';
import { no, yes } from '#contract/words/common';
import { both, formats, monthDate, only, sheetColumn, type SheetColumn, type SheetValue } from '../workbook/table.ts';
import type { ReportColumn } from './column.ts';

/** In characters, and how a number or a date is written. */
const looks: Readonly<Record<ColumnKind, readonly [width: number, format?: string]>> = {
  text: [12],
  words: [30],
  texts: [44],
  tally: [10, formats.tally],
  whole: [12, formats.whole],
  number: [12, formats.number],
  money: [16, formats.money],
  share: [12, formats.share],
  day: [13, formats.day],
  month: [11, formats.month],
  yes: [13],
};

/** One column, or one for each language of what people wrote. */
export function sheetColumnsOf<Row>(column: ReportColumn<Row>): readonly SheetColumn[] {
  const { kind, label } = column;
  const [usual, usualFormat] = looks[kind];
  const format = column.format ?? (column.sheet ? undefined : usualFormat);
  const labels = kind === 'texts' && !column.sheet ? [only('en', label), only('fr', label)] : [label];
  return labels.map((each) => sheetColumn(each, column.width ?? usual, format));
}

const plain = (value: SheetValue): SheetValue => value;

const writers: ValueWriters<SheetValue> = {
  text: plain,
  words: both,
  texts: both,
  tally: plain,
  whole: plain,
  number: plain,
  money: (cents) => cents / 100,
  share: plain,
  day: (day) => new Date(`${day}T00:00:00Z`),
  month: monthDate,
  yes: (answer) => both(answer ? yes : no),
};

/** A text that was not written is no figure that is missing. */
const absent = (kind: ColumnKind): SheetValue => (looks[kind][1] === undefined ? '' : null);

/** The cells of a column in a row. */
export function sheetValuesOf<Row>(column: ReportColumn<Row>, row: Row): readonly SheetValue[] {
  if (column.sheet) return [column.sheet(row)];
  if (column.kind !== 'texts') return [writeValue(column, row, writers) ?? absent(column.kind)];
  const { en, fr } = column.value(row) ?? { en: '', fr: '' };
  return [en, fr];
}
