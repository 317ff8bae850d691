import { writeValue, type ColumnKind, type ValueWriters } from '#contract/documents/column';
import type { Bilingual } from '#contract/ground/common';
import { clean } from '../../ground/kernel/clean.ts';
import type { CsvValue } from '../files/csv.ts';
import type { TableField } from '../files/dataPackage.ts';
import type { ReportColumn } from './column.ts';

const types: Readonly<Record<ColumnKind, TableField['type']>> = {
  text: 'string',
  words: 'string',
  texts: 'string',
  tally: 'integer',
  whole: 'integer',
  number: 'number',
  money: 'number',
  share: 'number',
  day: 'date',
  month: 'string',
  yes: 'integer',
};

/** What a data dictionary says of columns of one name, in every file that has them. */
export type ColumnNotes = Readonly<Record<string, Bilingual | undefined>>;

const namesOf = <Row>({ kind, name }: ReportColumn<Row>): readonly string[] =>
  kind === 'words' || kind === 'texts' ? [`${name}_en`, `${name}_fr`] : [name];

/** The columns of the file, as a Frictionless schema and a data dictionary have them. */
export const fieldsOf = <Row>(column: ReportColumn<Row>, notes: ColumnNotes): readonly TableField[] =>
  namesOf(column).map((name) => {
    const note = column.note ?? notes[name];
    return { name, type: types[column.kind], ...(note && { description: `${note.en} / ${note.fr}` }) };
  });

const plain = (value: CsvValue): readonly CsvValue[] => [value];
const inTwo = ({ en, fr }: Bilingual): readonly CsvValue[] => [en, fr];

const writers: ValueWriters<readonly CsvValue[]> = {
  text: plain,
  words: inTwo,
  texts: inTwo,
  tally: plain,
  whole: plain,
  number: (value) => [clean(value)],
  money: (cents) => [{ cents }],
  share: (value) => [clean(value)],
  day: plain,
  month: plain,
  yes: (answer) => [Number(answer)],
};

/** The cells of a column in a row. */
export const csvValuesOf = <Row>(column: ReportColumn<Row>, row: Row): readonly CsvValue[] =>
  column.csv ? [column.csv(row)] : (writeValue(column, row, writers) ?? namesOf(column).map(() => null));
