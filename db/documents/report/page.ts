import { no, yes } from '#contract/words/common';
import type { Language } from '../page/language.ts';
import type { PaperCell, PaperColumn } from '../page/table.ts';
import { numericKinds, type ReportColumn } from './column.ts';

export const pageColumnOf = <Row>({ kind, label, isWide }: ReportColumn<Row>): PaperColumn => ({
  label,
  numeric: numericKinds.has(kind),
  wide: isWide === true,
});

const known = <Value>(value: Value | null, write: (value: Value) => string): string | null =>
  value === null ? null : write(value);

/** The cell of a column in a row, in one language. */
export function pageCellOf<Row>(column: ReportColumn<Row>, row: Row, language: Language): PaperCell {
  if (column.page) return column.page(row, language);
  const { say, money, share, day, month } = language;
  switch (column.kind) {
    case 'texts':
    case 'words':
      return known(column.value(row), say);
    case 'money':
      return known(column.value(row), money);
    case 'share':
      return known(column.value(row), share);
    case 'day':
      return known(column.value(row), day);
    case 'month':
      return known(column.value(row), month);
    case 'yes':
      return known(column.value(row), (answer) => say(answer ? yes : no));
    default:
      return column.value(row);
  }
}
