import type { ColumnKind } from '#contract/documents/column';
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

const dateOf = <Text>(text: Text | null, date: (text: Text) => Date): Date | null =>
  text === null ? null : date(text);

/** The cells of a column in a row. */
export function sheetValuesOf<Row>(column: ReportColumn<Row>, row: Row): readonly SheetValue[] {
  if (column.sheet) return [column.sheet(row)];
  switch (column.kind) {
    case 'texts': {
      const { en, fr } = column.value(row) ?? { en: '', fr: '' };
      return [en, fr];
    }
    case 'words':
      return [both(column.value(row) ?? { en: '', fr: '' })];
    case 'text':
      return [column.value(row) ?? ''];
    case 'yes': {
      const answer = column.value(row);
      return [answer === null ? '' : both(answer ? yes : no)];
    }
    case 'money': {
      const cents = column.value(row);
      return [cents === null ? null : cents / 100];
    }
    case 'day':
      return [dateOf(column.value(row), (day) => new Date(`${day}T00:00:00Z`))];
    case 'month':
      return [dateOf(column.value(row), monthDate)];
    default:
      return [column.value(row)];
  }
}
