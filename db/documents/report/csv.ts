import type { ColumnKind } from '#contract/documents/column';
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

const isInTwo = ({ kind }: { readonly kind: ColumnKind }): boolean => kind === 'words' || kind === 'texts';

/** The columns of the file, as a Frictionless schema and a data dictionary have them. */
export function fieldsOf<Row>(column: ReportColumn<Row>): readonly TableField[] {
  const { kind, name, note } = column;
  const names = isInTwo(column) ? [`${name}_en`, `${name}_fr`] : [name];
  return names.map((each) => ({
    name: each,
    type: types[kind],
    ...(note && { description: `${note.en} / ${note.fr}` }),
  }));
}

/** The cells of a column in a row. */
export function csvValuesOf<Row>(column: ReportColumn<Row>, row: Row): readonly CsvValue[] {
  switch (column.kind) {
    case 'words':
    case 'texts': {
      const text = column.value(row);
      return [text?.en ?? null, text?.fr ?? null];
    }
    case 'money': {
      const cents = column.value(row);
      return [cents === null ? null : { cents }];
    }
    case 'share':
    case 'number': {
      const value = column.value(row);
      return [value === null ? null : clean(value)];
    }
    case 'yes': {
      const answer = column.value(row);
      return [answer === null ? null : Number(answer)];
    }
    default:
      return [column.value(row)];
  }
}
