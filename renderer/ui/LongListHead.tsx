import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import { useText } from '../i18n/text.ts';
import classes from './LongList.module.css';
import type { RowCursor } from '../lib/useRowCursor.ts';
import type { ListTable } from './listTable.tsx';

interface LongListHeadProps<Row extends object> {
  readonly table: ListTable<Row>;
  readonly tracks: string;
  /** Null: rows cannot be selected. All of them can at once where all are here. */
  readonly selection: { readonly cursor: RowCursor<Row & { readonly id: string }>; readonly isWhole: boolean } | null;
  readonly height: number;
  readonly minWidth: number;
  /** By the mouse; by keyboard a column is made wider in the menu of columns. */
  readonly onResize: (id: string, width: number) => void;
}

/** Stays in view; a click on a sortable header has the store sort by it. */
export function LongListHead<Row extends object>(props: LongListHeadProps<Row>) {
  const { table, tracks, selection, height, minWidth, onResize } = props;
  const t = useText();
  return (
    <div role="rowgroup" className={classes.head} style={{ height, minWidth }}>
      <div role="row" aria-rowindex={1} className={classes.headRow} style={{ height, gridTemplateColumns: tracks }}>
        {selection !== null && (
          <span role="columnheader" className={classes.check}>
            {selection.isWhole ? (
              <SelectAll cursor={selection.cursor} count={table.getRowModel().rows.length} />
            ) : (
              <span className="visually-hidden">{t('lists:selection')}</span>
            )}
          </span>
        )}
        {table.getFlatHeaders().map((header) => {
          const { column } = header;
          const sorted = column.getIsSorted();
          if (!column.getCanSort()) {
            return (
              <span key={header.id} role="columnheader" className={classes.headCell}>
                <span className={classes.cell}>
                  <table.FlexRender header={header} />
                </span>
                <ResizeGrip id={column.id} onResize={onResize} />
              </span>
            );
          }
          return (
            <span
              key={header.id}
              role="columnheader"
              aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
              className={classes.headCell}
            >
              <button type="button" className={classes.sort} onClick={column.getToggleSortingHandler()}>
                <table.FlexRender header={header} />
                {sorted === 'asc' && <IconArrowUp size={12} stroke={2} aria-hidden />}
                {sorted === 'desc' && <IconArrowDown size={12} stroke={2} aria-hidden />}
              </button>
              <ResizeGrip id={column.id} onResize={onResize} />
            </span>
          );
        })}
      </div>
    </div>
  );
}

interface SelectAllProps {
  readonly cursor: Pick<RowCursor<{ readonly id: string }>, 'selected' | 'selectAll' | 'clear'>;
  readonly count: number;
}

function SelectAll({ cursor: { selected, selectAll, clear }, count }: SelectAllProps) {
  const t = useText();
  const isAll = count > 0 && selected.size >= count;
  return (
    <input
      ref={(box) => {
        if (box !== null) box.indeterminate = selected.size > 0 && !isAll;
      }}
      type="checkbox"
      tabIndex={-1}
      aria-label={t('lists:told.selectAll')}
      checked={isAll}
      onChange={isAll ? clear : selectAll}
    />
  );
}

/** Dragged from the width that the column has on screen. */
function ResizeGrip({ id, onResize }: Pick<LongListHeadProps<object>, 'onResize'> & { readonly id: string }) {
  const drag = ({ currentTarget: grip, pointerId, clientX }: PointerEvent<HTMLSpanElement>) => {
    const start = grip.parentElement?.getBoundingClientRect().width ?? 0;
    const move = (event: globalThis.PointerEvent) => {
      onResize(id, start + event.clientX - clientX);
    };
    grip.setPointerCapture(pointerId);
    grip.addEventListener('pointermove', move);
    grip.addEventListener(
      'lostpointercapture',
      () => {
        grip.removeEventListener('pointermove', move);
      },
      { once: true },
    );
  };
  return <span className={classes.grip} aria-hidden onPointerDown={drag} />;
}
