import { writeValue, type ValueWriters } from '#contract/documents/column';
import { no, yes } from '#contract/words/common';
import type { Language } from '../page/language.ts';
import type { PaperCell, PaperColumn } from '../page/table.ts';
import { numericKinds, type ReportColumn } from './column.ts';

export const pageColumnOf = <Row>({ kind, label, isWide }: ReportColumn<Row>): PaperColumn => ({
  label,
  numeric: numericKinds.has(kind),
  wide: isWide === true,
});

const writersIn = ({ say, money, share, day, month }: Language): ValueWriters<string | number> => ({
  text: (text) => text,
  words: say,
  texts: say,
  tally: (count) => count,
  whole: (count) => count,
  number: (value) => value,
  money,
  share,
  day,
  month,
  yes: (answer) => say(answer ? yes : no),
});

/** The cell of a column in a row, in one language. */
export const pageCellOf = <Row>(column: ReportColumn<Row>, row: Row, language: Language): PaperCell =>
  column.page ? column.page(row, language) : writeValue(column, row, writersIn(language));
