import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useId, useRef, type MouseEvent } from 'react';
import { usePreferences } from '../bridge/preferences.ts';
import { useText } from '../i18n/text.ts';
import type { LongList as List } from '../lib/useLongList.ts';
import type { RowCursor } from '../lib/useRowCursor.ts';
import classes from './LongList.module.css';
import {
  checkWidth,
  columnGap,
  listTracks,
  rowPadding,
  useListTable,
  type ListColumn,
  type ListSort,
} from './listTable.tsx';
import { LongListHead } from './LongListHead.tsx';
import { useListKeys } from './useListKeys.ts';
import { headHeight, useListView } from './useListView.ts';

interface LongListProps<Row extends { readonly id: string }> {
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly list: List<Row>;
  readonly cursor: RowCursor<Row>;
  readonly sort: ListSort;
  readonly onSort: (sort: ListSort) => void;
  readonly onOpen: (row: Row) => void;
  /** Escape where nothing is selected. */
  readonly onLeave?: () => void;
  /** Names a row for its checkbox; absent: rows cannot be selected. */
  readonly rowName?: (row: Row) => string;
  /** The row that a panel beside the list shows. */
  readonly openId?: string | undefined;
}

/** A list of any length: virtual rows over keyset windows, one cursor, keys and mouse alike. */
export function LongList<Row extends { readonly id: string }>(props: LongListProps<Row>) {
  const { label, list, cursor, sort, onSort, onOpen, onLeave, rowName, openId } = props;
  const t = useText();
  const id = useId();
  const rowHeight = usePreferences().preferences.density === 'compact' ? 32 : 40;
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize();
  const ref = useMergedRef(scroller, measured);
  const taken = rowPadding + (rowName === undefined ? 0 : checkWidth + columnGap);
  const table = useListTable({ columns: props.columns, rows: list.rows, width, taken, sort, onSort });
  const virtual = useListView({ list, cursor, rowHeight, scroller });
  const onKeyDown = useListKeys({ list, cursor, onOpen, rowHeight, scroller, ...(onLeave && { onLeave }) });
  const tracks = listTracks(table, rowName !== undefined);
  const rows = table.getRowModel().rows;

  const click = (event: MouseEvent, index: number) => {
    scroller.current?.focus({ preventScroll: true });
    if (rowName !== undefined && event.shiftKey) cursor.extendTo(index);
    else if (rowName !== undefined && (event.ctrlKey || event.metaKey)) cursor.toggle(index);
    else {
      cursor.setTo(index);
      const row = list.rows[index];
      if (row !== undefined) onOpen(row);
    }
  };

  return (
    <div
      ref={ref}
      className={classes.grid}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={list.total?.exact === true ? list.total.value + 1 : -1}
      aria-multiselectable={rowName !== undefined}
      aria-busy={list.isPrevious}
      aria-activedescendant={cursor.row === null ? undefined : `${id}${cursor.row.id}`}
      onKeyDown={onKeyDown}
    >
      <LongListHead table={table} tracks={tracks} hasSelection={rowName !== undefined} height={headHeight} />
      <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const isSelected = cursor.selected.has(row.original.id);
          return (
            // Keys are heard by the grid, which holds the focus.
            // eslint-disable-next-line jsx-a11y-x/click-events-have-key-events, jsx-a11y-x/interactive-supports-focus
            <div
              key={row.id}
              id={`${id}${row.original.id}`}
              role="row"
              className={classes.row}
              aria-rowindex={item.index + 2}
              aria-selected={isSelected}
              data-cursor={item.index === cursor.index || undefined}
              data-open={row.original.id === openId || undefined}
              style={{
                height: rowHeight,
                gridTemplateColumns: tracks,
                transform: `translateY(${item.start - headHeight}px)`,
              }}
              onClick={(event) => {
                click(event, item.index);
              }}
            >
              {rowName !== undefined && (
                <span role="gridcell" className={classes.check}>
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={t('lists:select', { name: rowName(row.original) })}
                    checked={isSelected}
                    onClick={(event) => {
                      event.stopPropagation();
                    }}
                    onChange={() => {
                      cursor.toggle(item.index);
                    }}
                  />
                </span>
              )}
              {row.getVisibleCells().map((cell) => (
                <span key={cell.id} role="gridcell" className={classes.cell}>
                  <table.FlexRender cell={cell} />
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
