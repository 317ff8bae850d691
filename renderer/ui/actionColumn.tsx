import { Button } from '@mantine/core';
import type { Column } from './DataTable.tsx';

interface Action<Row> {
  readonly label: string;
  /** What a screen reader says, with the row's own name. */
  readonly name: (row: Row) => string;
  readonly run: (row: Row) => void;
  /** Left out: in every row. */
  readonly isOffered?: (row: Row) => boolean;
}

/** The last column of a small table: one button in each row. */
export function actionColumn<Row>({ label, name, run, isOffered = () => true }: Action<Row>): Column<Row> {
  return {
    key: 'action',
    header: label,
    hidesHeader: true,
    narrow: true,
    cell: (row) =>
      isOffered(row) && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={name(row)}
          onClick={() => {
            run(row);
          }}
        >
          {label}
        </Button>
      ),
  };
}
