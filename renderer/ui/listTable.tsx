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
  /** In pixels; the column gets more where there is room, up to `max`. */
  readonly width: number;
  readonly max?: number | 'rest';
  /** The store sorts by it. */
  readonly isSortable?: boolean;
  /** Where not all fit, the highest ranks are left out: the panel beside the list or the page shows them. */
  readonly rank: number;
  /** As the user has set it: shown however narrow the list is, or never. */
  readonly isShown?: boolean | null;
  /** What the cell says, for the clipboard; empty where there is nothing. */
  readonly text: (row: Row) => string;
  /** Where it shows more than its text. */
  readonly cell?: (row: Row) => ReactNode;
}

interface ListMeta {
  readonly track: string;
}

const listFeatures = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  columnMeta: metaHelper<ListMeta>(),
});
export type ListFeatures = typeof listFeatures;
export type ListTable<Row extends object> = ReactTable<ListFeatures, Row>;

interface ListTableOptions<Row> {
  readonly columns: readonly ListColumn<Row>[];
  readonly rows: readonly Row[];
  readonly width: number;
  /** Shown in a cell without a text. */
  readonly none: string;
  /** Of the width, what is not for columns. */
  readonly taken: number;
  readonly sort: ListSort;
  readonly onSort: (sort: ListSort) => void;
}

/** Columns, their order and their visibility; sorting is the store's. */
export function useListTable<Row extends { readonly id: string }>(options: ListTableOptions<Row>): ListTable<Row> {
  const { columns, rows, width, taken, sort, onSort, none } = options;
  const definitions = useMemo(
    () =>
      columns.map((column): ColumnDef<ListFeatures, Row> => ({
        id: column.id,
        header: column.header,
        accessorFn: (row) => row.id,
        enableSorting: column.isSortable === true,
        meta: { track: trackOf(column) },
        cell: ({ row }) => column.cell?.(row.original) ?? (column.text(row.original) || none),
      })),
    [columns, none],
  );
  const columnVisibility = useMemo(
    () => fittingColumns(columns, width - taken, sort.column),
    [columns, width, taken, sort.column],
  );
  // An order of the list's own belongs to no column.
  const isOfColumn = columns.some(({ id }) => id === sort.column);
  const sorting = useMemo(
    () => (isOfColumn ? [{ id: sort.column, desc: sort.descending }] : []),
    [isOfColumn, sort.column, sort.descending],
  );
  return useTable<ListFeatures, Row>({
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

function trackOf<Row>({ width, max }: ListColumn<Row>): string {
  if (max === undefined) return `${width}px`;
  return `minmax(${width}px, ${max === 'rest' ? '1fr' : `${max}px`})`;
}

/** As in the style sheet. */
export const columnGap = 12;
export const rowPadding = 40;
export const checkWidth = 24;

/** As many as fit, by rank; what the list is sorted by is always among them, and so is what the user wants to see. */
function fittingColumns<Row>(
  columns: readonly ListColumn<Row>[],
  room: number,
  sortedBy: string,
): Record<string, boolean> {
  const rankOf = (column: ListColumn<Row>) => (column.isShown === true ? -1 : column.id === sortedBy ? 0 : column.rank);
  let left = room;
  const shown = new Set<string>();
  const wanted = columns.filter((column) => column.isShown !== false);
  for (const column of wanted.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    left -= column.width + columnGap;
    // The first one is shown however narrow the list is.
    if (left >= 0 || shown.size === 0 || column.isShown === true) shown.add(column.id);
  }
  return Object.fromEntries(columns.map((column) => [column.id, shown.has(column.id)]));
}

/** The least that the shown columns take: where the list is narrower, it is scrolled sideways. */
export function leastWidth<Row>(columns: readonly ListColumn<Row>[], shown: readonly string[], taken: number): number {
  const widths = columns.filter(({ id }) => shown.includes(id)).map(({ width }) => width + columnGap);
  return widths.reduce((sum, width) => sum + width, taken - columnGap);
}

/** The tracks that the head and every row share. */
export function listTracks<Row extends object>(table: ListTable<Row>, hasSelection: boolean): string {
  const tracks = table.getVisibleLeafColumns().map((column) => column.columnDef.meta?.track ?? 'auto');
  return [...(hasSelection ? [`${checkWidth}px`] : []), ...tracks].join(' ');
}
