import type { Key, ReactNode } from 'react';
import { useScrollRegion } from './useScrollRegion.ts';
import classes from './DataTable.module.css';

export interface Column<T> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  /** Figures stand at the end, aligned on their digits. */
  readonly align?: 'start' | 'end';
  /** Keeps the column on one line: dates, codes, numbers. */
  readonly narrow?: boolean;
  /** For a column of buttons: its header is there for screen readers alone. */
  readonly hidesHeader?: boolean;
}

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
}

/** A table that fits on its page. Long lists use TanStack Table with a keyset window instead. */
export function DataTable<T>({ caption, columns, rows, rowKey, isMuted, footer }: DataTableProps<T>) {
  const scroller = useScrollRegion();
  return (
    <div className={classes.scroll} ref={scroller}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align} data-narrow={column.narrow}>
                {column.hidesHeader === true ? <span className="visually-hidden">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-muted={isMuted?.(row) === true || undefined}>
              {columns.map((column) => (
                <td key={column.key} data-align={column.align} data-narrow={column.narrow}>
                  {column.cell(row)}
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
