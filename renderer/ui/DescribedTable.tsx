import { DataTable, type Column } from './DataTable.tsx';
import type { TableColumn } from '#contract/documents/column';
import type { Key } from 'react';
import { no, yes } from '#contract/words/common';
import { useFormat } from '../lib/useFormat.ts';

type Format = ReturnType<typeof useFormat>;

const asOf = { tally: 'number', whole: 'number', number: 'number', money: 'money', share: 'percent' } as const;

/** A column that is said once for screen and files, as a table on the screen has it. */
function screenColumn<Row>(column: TableColumn<Row>, { bilingual }: Format): Column<Row> {
  const facts = { key: column.name, header: bilingual(column.label) };
  switch (column.kind) {
    case 'text':
      return { ...facts, value: column.value };
    case 'words':
    case 'texts':
      return { ...facts, value: (row) => known(column.value(row), bilingual) };
    case 'yes':
      return { ...facts, value: (row) => known(column.value(row), (answer) => bilingual(answer ? yes : no)) };
    case 'day':
      return { ...facts, as: 'day', value: column.value };
    case 'month':
      return { ...facts, as: 'month', value: column.value };
    case 'tally':
    case 'whole':
    case 'number':
    case 'money':
    case 'share':
      return { ...facts, as: asOf[column.kind], none: '..', value: column.value };
  }
}

const known = <Value,>(value: Value | null, write: (value: Value) => string): string | null =>
  value === null ? null : write(value);

interface DescribedTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => Key;
  /** Of a column, by its name, what the screen alone has: a link, a button, a mark. */
  readonly cells?: Readonly<Record<string, Column<Row>['cell']>>;
  readonly isTotalled?: boolean;
  readonly isWide?: boolean;
}

/** The table of a report on the screen: its columns are those of the files. */
export function DescribedTable<Row>({ columns, cells = {}, ...table }: DescribedTableProps<Row>) {
  const format = useFormat();
  return (
    <DataTable
      keepsOrder
      {...table}
      columns={columns.map((column) => {
        const cell = cells[column.name];
        return { ...screenColumn(column, format), ...(cell && { cell }) };
      })}
    />
  );
}
