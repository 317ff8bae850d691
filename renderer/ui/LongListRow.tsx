import type { Row as TableRow } from '@tanstack/react-table';
import type { CSSProperties, MouseEvent, PointerEvent } from 'react';
import { useText } from '../i18n/text.ts';
import classes from './LongList.module.css';
import type { ListFeatures, ListTable } from './listTable.tsx';

interface LongListRowProps<Row extends object> {
  readonly table: ListTable<Row>;
  readonly row: TableRow<ListFeatures, Row>;
  readonly id: string;
  readonly index: number;
  readonly style: CSSProperties;
  readonly isSelected: boolean;
  readonly isAtCursor: boolean;
  readonly isOpen: boolean;
  /** For its checkbox; absent: rows cannot be selected. */
  readonly name: string | undefined;
  readonly onClick: (event: MouseEvent) => void;
  readonly onToggle: (isExtending: boolean) => void;
}

/** A text that is cut is shown whole as a tooltip. */
function titleIfCut({ currentTarget: cell }: PointerEvent<HTMLElement>): void {
  cell.title = cell.scrollWidth > cell.clientWidth ? cell.textContent : '';
}

export function LongListRow<Row extends object>(props: LongListRowProps<Row>) {
  const { table, row, id, index, style, isSelected, isAtCursor, isOpen, name, onClick, onToggle } = props;
  const t = useText();
  return (
    // Keys are heard by the grid, which holds the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="row"
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-cursor={isAtCursor || undefined}
      data-open={isOpen || undefined}
      style={style}
      onClick={onClick}
    >
      {name !== undefined && (
        <span role="gridcell" className={classes.check}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('lists:select', { name })}
            checked={isSelected}
            onClick={(event) => {
              event.stopPropagation();
            }}
            onChange={({ nativeEvent }) => {
              onToggle(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
            }}
          />
        </span>
      )}
      {row.getVisibleCells().map((cell) => (
        <span key={cell.id} role="gridcell" className={classes.cell} data-titled onPointerEnter={titleIfCut}>
          <table.FlexRender cell={cell} />
        </span>
      ))}
    </div>
  );
}
