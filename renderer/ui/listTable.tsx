import {
  columnVisibilityFeature,
  metaHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type ReactTable,
} from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';

export interface ListSort {
  readonly column: string;
  readonly descending: boolean;
}

export interface ListColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** A track of the grid: '96px' or 'minmax(96px, 1fr)'. */
  readonly track: string;
  /** The store sorts by it. */
  readonly isSortable?: boolean;
  /** Left out where the list is narrower: the panel beside it shows the rest. */
  readonly from?: number;
  readonly cell: (row: Row) => ReactNode;
}

interface ListMeta {
  readonly track: string;
}

const listFeatures = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  columnMeta: metaHelper<ListMeta>(),
});
type Features = typeof listFeatures;
export type ListTable<Row extends object> = ReactTable<Features, Row>;

interface ListTableOptions<Row> {
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly width: number;
  readonly sort: ListSort;
  readonly onSort: (sort: ListSort) => void;
}

/** Columns, their order and their visibility; sorting is the store's. */
export function useListTable<Row extends { readonly id: string }>(options: ListTableOptions<Row>): ListTable<Row> {
  const { columns, rows, width, sort, onSort } = options;
  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<Features, Row> => ({
        id: column.id,
        header: column.header,
        accessorFn: (row) => row.id,
        enableSorting: column.isSortable === true,
        meta: { track: column.track },
        cell: ({ row }) => column.cell(row.original),
      })),
    [columns],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, width === 0 || width >= (column.from ?? 0)])),
    [columns, width],
  );
  const sorting = useMemo(() => [{ id: sort.column, desc: sort.descending }], [sort.column, sort.descending]);
  return useTable<Features, Row>({
    features: listFeatures,
    columns: definitions,
    data: rows,
    getRowId: (row) => row.id,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting, columnVisibility },
    onSortingChange: (update) => {
      const [next] = typeof update === 'function' ? update(sorting) : update;
      if (next !== undefined) onSort({ column: next.id, descending: next.desc });
    },
  });
}

/** The tracks that the head and every row share. */
export function listTracks<Row extends object>(table: ListTable<Row>, hasSelection: boolean): string {
  const tracks = table.getVisibleLeafColumns().map((column) => column.columnDef.meta?.track ?? 'auto');
  return [...(hasSelection ? ['32px'] : []), ...tracks].join(' ');
}
