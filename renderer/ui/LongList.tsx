import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useId, useRef, type MouseEvent, type RefObject } from 'react';
import { usePreferences } from '../bridge/preferences.ts';
import { useText } from '../i18n/text.ts';
import { boundedWidth, withColumn } from '../lib/arrangement.ts';
import { takeFocus } from '../lib/takeFocus.ts';
import { useCopyRows } from '../lib/useCopyRows.ts';
import type { ListLayout } from '../lib/useListSetup.ts';
import type { LongList as List } from '../lib/useLongList.ts';
import type { RowCursor } from '../lib/useRowCursor.ts';
import classes from './LongList.module.css';
import {
  checkWidth,
  columnGap,
  leastWidth,
  listTracks,
  rowPadding,
  useListTable,
  type ListColumn,
  type ListSort,
  type ListTable,
} from './listTable.tsx';
import { LongListHead } from './LongListHead.tsx';
import { LongListRow } from './LongListRow.tsx';
import { useListKeys, useToldKeys } from './useListKeys.ts';
import { headHeight, useListView } from './useListView.ts';

interface LongListProps<Row extends { readonly id: string }> {
  readonly label: string;
  readonly setup: ListLayout<ListColumn<Row>>;
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
  const { label, setup, list, cursor, sort, onSort, onOpen, onLeave, rowName, openId } = props;
  const t = useText();
  const id = useId();
  const rowHeight = usePreferences().preferences.density === 'compact' ? 32 : 40;
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measured, width } = useElementSize();
  const ref = useMergedRef(scroller, measured);
  const taken = rowPadding + (rowName === undefined ? 0 : checkWidth + columnGap);
  const table = useListTable({
    columns: setup.columns,
    rows: list.rows,
    width,
    taken,
    sort,
    onSort,
    none: t('common:none'),
  });
  const shown = useShownColumns(table, setup);
  const virtual = useListView({ list, cursor, rowHeight, scroller, name: setup.query?.list ?? label, openId });
  const onCopy = useCopyRows(setup, shown);
  const onKeyDown = useListKeys({ list, cursor, onOpen, onCopy, rowHeight, scroller, ...(onLeave && { onLeave }) });
  useToldKeys();
  useArrival(scroller);
  const tracks = listTracks(table, rowName !== undefined);
  const rows = table.getRowModel().rows;
  const minWidth = leastWidth(setup.columns, shown, taken);

  const click = (event: MouseEvent, index: number) => {
    scroller.current?.focus({ preventScroll: true });
    if (rowName !== undefined && event.shiftKey) cursor.extendTo(index);
    else if (rowName !== undefined && (event.ctrlKey || event.metaKey)) cursor.toggle(index);
    else {
      cursor.placeAt(index);
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
      aria-busy={list.isPrevious || list.isLoading}
      aria-activedescendant={cursor.row === null ? undefined : `${id}${cursor.row.id}`}
      onKeyDown={onKeyDown}
    >
      <LongListHead
        table={table}
        tracks={tracks}
        selection={rowName === undefined ? null : { cursor, isWhole: list.isWhole }}
        height={headHeight}
        minWidth={minWidth}
        onResize={(id, next) => {
          setup.arrange?.(withColumn(setup.columns, setup.arrangement, id, { width: boundedWidth(next) }));
        }}
      />
      {list.isLoading && <RowsToCome rowHeight={rowHeight} />}
      <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize(), minWidth }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <LongListRow
              key={row.id}
              table={table}
              row={row}
              id={`${id}${row.original.id}`}
              index={item.index}
              isSelected={cursor.selected.has(row.original.id)}
              isAtCursor={item.index === cursor.index}
              isOpen={row.original.id === openId}
              name={rowName?.(row.original)}
              style={{
                height: rowHeight,
                gridTemplateColumns: tracks,
                transform: `translateY(${item.start - headHeight}px)`,
              }}
              onClick={(event) => {
                click(event, item.index);
              }}
              onToggle={(isExtending) => {
                if (isExtending) cursor.extendTo(item.index);
                else cursor.toggle(item.index);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

const rowsToCome = Array.from({ length: 12 }, (_, index) => index);

/** Until the first window is read: where its rows will be, and that they are being read. */
function RowsToCome({ rowHeight }: { readonly rowHeight: number }) {
  const t = useText();
  return (
    <div className={classes.toCome}>
      <p role="status">{t('common:loading')}</p>
      {rowsToCome.map((row) => (
        <div key={row} style={{ height: rowHeight }} aria-hidden>
          <span />
        </div>
      ))}
    </div>
  );
}

/** The list has the keys of who comes to its screen, unless a form or a panel has taken the focus meanwhile. */
function useArrival(scroller: RefObject<HTMLDivElement | null>) {
  useEffect(() => {
    const at = document.activeElement;
    if (at === null || at === document.body || at.tagName === 'H1')
      takeFocus(scroller.current, { preventScroll: true });
  }, [scroller]);
}

/** Tells the tools of the list which columns have room. */
function useShownColumns<Row extends object>(table: ListTable<Row>, { onShown }: ListLayout<ListColumn<Row>>) {
  const shown = table.getVisibleLeafColumns().map(({ id }) => id);
  const key = shown.join(' ');
  useEffect(() => {
    onShown(key.split(' '));
  }, [key, onShown]);
  return shown;
}
