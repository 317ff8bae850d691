import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '../../i18n/text.ts';
import classes from './EditableGrid.module.css';
import type { GridCell, GridColumn, TypedText } from './columns.ts';
import { GridRow } from './GridRow.tsx';
import { spread, type Place, type PlacedText } from './range.ts';
import { useGridKeys } from './useGridKeys.ts';

interface EditableGridProps<Row> {
  readonly caption: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Names the rows; absent: their first cell does. */
  readonly rowHead?: { readonly header: ReactNode; readonly of: (row: Row) => ReactNode };
  /** Rows of one group follow one another under its name. */
  readonly groupOf?: (row: Row) => string;
  readonly isRemoved?: (row: Row) => boolean;
  /** A row of totals. */
  readonly footer?: ReactNode;
  /** The last rows are those at hand. */
  readonly startsAtEnd?: boolean;
  readonly onType: (texts: readonly TypedText<Row>[]) => void;
  /** Absent: a block goes into the cells at once, and what is outside is left out and counted. */
  readonly onPaste?: (from: Place, block: readonly (readonly string[])[]) => void;
}

/** Rows down, columns across: every cell is an input that takes typing, keys and blocks as a spreadsheet's does. */
export function EditableGrid<Row>(props: EditableGridProps<Row>) {
  const { caption, columns, rows, rowKey, rowHead, groupOf, isRemoved, footer, startsAtEnd, onType, onPaste } = props;
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [outside, setOutside] = useState(0);
  const cells = columns.filter((column) => column.cell !== undefined);
  const cellAt = ({ row, column }: Place): GridCell | null => {
    const found = rows[row];
    return found === undefined ? null : (cells[column]?.cell(found) ?? null);
  };
  const type = (texts: readonly PlacedText[]): void => {
    onType(
      texts.flatMap(({ place, text }) => {
        const [row, column] = [rows[place.row], cells[place.column]];
        return row === undefined || column === undefined || cellAt(place) === null
          ? []
          : { row, column: column.key, text };
      }),
    );
  };
  const keys = useGridKeys({
    rows: rows.length,
    columns: cells.length,
    textAt: (place) => cellAt(place)?.text ?? '',
    restore: (place) => {
      type([{ place, text: cellAt(place)?.saved ?? '' }]);
    },
    empty: (places) => {
      type(places.map((place) => ({ place, text: '' })));
    },
    paste:
      onPaste ??
      ((from, block) => {
        const pasted = spread(block, from, rows.length, cells.length);
        setOutside(pasted.outside);
        type(pasted.cells);
      }),
  });
  useEffect(() => {
    if (startsAtEnd === true) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [startsAtEnd, rows.length]);
  return (
    <div className={classes.scroll} ref={scroller}>
      <table className={classes.grid}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {rowHead !== undefined && <th scope="col">{rowHead.header}</th>}
            {columns.map(({ key, kind, header }) => (
              <th key={key} scope="col" data-kind={kind}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        {grouped(rows, groupOf).map(([group, own]) => (
          <tbody key={group}>
            {group !== '' && (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1} className={classes.group}>
                  {group}
                </th>
              </tr>
            )}
            {own.map(({ row, index }) => (
              <GridRow
                key={rowKey(row)}
                row={row}
                index={index}
                head={rowHead?.of(row)}
                columns={columns}
                isRemoved={isRemoved?.(row) === true}
                keys={keys}
                onType={(place, text) => {
                  type([{ place, text }]);
                }}
              />
            ))}
          </tbody>
        ))}
        {footer !== undefined && <tfoot>{footer}</tfoot>}
      </table>
      {outside > 0 && (
        <p role="status" className={classes.outside}>
          {t('common:grid.outside', { count: outside })}
        </p>
      )}
    </div>
  );
}

function grouped<Row>(rows: readonly Row[], groupOf: ((row: Row) => string) | undefined) {
  const groups = new Map<string, { readonly row: Row; readonly index: number }[]>();
  for (const [index, row] of rows.entries()) {
    const group = groupOf?.(row) ?? '';
    groups.set(group, [...(groups.get(group) ?? []), { row, index }]);
  }
  return [...groups];
}
