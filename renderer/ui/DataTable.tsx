import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type SortDirection,
} from '@tanstack/react-table';
import type { Key, ReactNode } from 'react';
import { Link } from 'wouter';
import type { Month } from '#contract/ground/dates';
import { languageTag } from '#contract/ground/codes';
import { useFormat } from '../lib/useFormat.ts';
import classes from './DataTable.module.css';
import { useScrollRegion } from './useScrollRegion.ts';

type Maybe<Value> = Value | null | undefined;

/** What a row is sorted by, and how it is written where the column has no cell of its own. A column without a value does not sort. */
type Sorting<T> =
  | { readonly as?: never; readonly value?: (row: T) => Maybe<string | number> }
  | {
      readonly as: 'number' | 'change' | 'percent' | 'money' | 'bytes' | 'instant';
      readonly value: (row: T) => Maybe<number>;
    }
  | { readonly as: 'day'; readonly value: (row: T) => Maybe<string> }
  | { readonly as: 'month' | 'shortMonth'; readonly value: (row: T) => Maybe<Month> };

export type Column<T> = Sorting<T> & {
  readonly key: string;
  readonly header: string;
  readonly cell?: (row: T) => ReactNode;
  /** Where the value leads. */
  readonly href?: (row: T) => string;
  /** Written where there is no value. */
  readonly none?: string;
  /** Figures are at the end, aligned on their digits. */
  readonly align?: 'start' | 'end';
  /** Keeps the column on one line: names and codes; figures and dates always are. */
  readonly narrow?: boolean;
  /** For a column of buttons: its header is there for screen readers alone. */
  readonly hidesHeader?: boolean;
};

interface DataTableProps<T> {
  /** Read by screen readers; the page shows its own heading. */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => Key;
  /** Draws the row as past or disabled. */
  readonly isMuted?: (row: T) => boolean;
  /** A last row of totals. */
  readonly footer?: ReactNode;
  /** The last of the rows adds up the others. */
  readonly isTotalled?: boolean;
  /** More columns than a small window has room for: there, headings take two lines. */
  readonly isWide?: boolean;
  /** The order of the rows says something, or they are part of a longer list. */
  readonly keepsOrder?: boolean;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

const known = (value: Maybe<string | number>): string | number | undefined =>
  value === '' ? undefined : (value ?? undefined);

/** Rows in the order that a heading was pressed for: blank is last either way, and a third press restores the given order. */
function useSorted<T>({ columns, rows, keepsOrder }: Pick<DataTableProps<T>, 'columns' | 'rows' | 'keepsOrder'>) {
  const { compare } = new Intl.Collator(languageTag[useFormat().locale], { numeric: true });
  return useTable<typeof features, { readonly row: T }>({
    features,
    enableMultiSort: false,
    data: rows.map((row) => ({ row })),
    columns: columns.map(({ key, value, hidesHeader }) => ({
      id: key,
      accessorFn: ({ row }) => known(value?.(row)),
      enableSorting: value !== undefined && hidesHeader !== true && keepsOrder !== true && rows.length > 1,
      sortUndefined: 'last',
      sortDescFirst: false,
      sortFn: (a, b, id) => {
        const [one, other] = [a.getValue<string | number>(id), b.getValue<string | number>(id)];
        return typeof one === 'number' && typeof other === 'number' ? one - other : compare(String(one), String(other));
      },
    })),
  });
}

/** A table that fits on its page and sorts by its headings. Long lists have a keyset window instead. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { caption, columns, rowKey, isMuted, footer, isTotalled, isWide } = props;
  const scroller = useScrollRegion();
  const format = useFormat();
  const table = useSorted(props);
  return (
    <div className={classes.scroll} data-wide={isWide} ref={scroller}>
      <table className={classes.table} data-totalled={isTotalled}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => {
              const sorting = table.getColumn(column.key);
              const sorted = sorting?.getIsSorted() ?? false;
              return (
                <th key={column.key} scope="col" aria-sort={ariaSort(sorted)} {...layout(column)}>
                  {sorting?.getCanSort() === true ? (
                    <button type="button" className={classes.sort} onClick={sorting.getToggleSortingHandler()}>
                      {column.header}
                      {sorted === 'asc' && <IconArrowUp size={12} stroke={2} aria-hidden />}
                      {sorted === 'desc' && <IconArrowDown size={12} stroke={2} aria-hidden />}
                    </button>
                  ) : (
                    <span className={column.hidesHeader === true ? 'visually-hidden' : undefined}>{column.header}</span>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map(({ original: { row } }) => (
            <tr key={rowKey(row)} data-muted={isMuted?.(row) === true || undefined}>
              {columns.map((column) => (
                <td key={column.key} {...layout(column)}>
                  {column.cell === undefined ? written(column, row, format) : column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {footer !== undefined && <tfoot>{footer}</tfoot>}
      </table>
    </div>
  );
}

function ariaSort(sorted: SortDirection | false): 'ascending' | 'descending' | undefined {
  return sorted === false ? undefined : `${sorted}ending`;
}

const words = new Set<string | undefined>([undefined, 'instant', 'day', 'month', 'shortMonth']);

function layout<T>({ as, align, narrow }: Column<T>) {
  return {
    'data-align': align ?? (words.has(as) ? undefined : 'end'),
    'data-narrow': narrow ?? (as !== undefined || undefined),
  };
}

function written<T>({ as, value, none, href }: Column<T>, row: T, format: ReturnType<typeof useFormat>): ReactNode {
  const content = known(value?.(row));
  if (content === undefined) return none;
  // The type of the column pairs each way of writing with the values that it writes.
  const text = as === undefined ? content : (format[as] as (value: string | number) => string)(content);
  return href === undefined ? text : <Link href={href(row)}>{text}</Link>;
}
