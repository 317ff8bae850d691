import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useText } from '../i18n/text.ts';
import classes from './LongList.module.css';
import type { ListTable } from './listTable.tsx';

interface LongListHeadProps<Row extends object> {
  readonly table: ListTable<Row>;
  readonly tracks: string;
  readonly hasSelection: boolean;
  readonly height: number;
}

/** Stays in view; a click on a sortable header has the store sort by it. */
export function LongListHead<Row extends object>({ table, tracks, hasSelection, height }: LongListHeadProps<Row>) {
  const t = useText();
  return (
    <div role="rowgroup" className={classes.head} style={{ height }}>
      <div role="row" aria-rowindex={1} className={classes.headRow} style={{ height, gridTemplateColumns: tracks }}>
        {hasSelection && (
          <span role="columnheader">
            <span className="visually-hidden">{t('lists:selection')}</span>
          </span>
        )}
        {table.getFlatHeaders().map((header) => {
          const { column } = header;
          const sorted = column.getIsSorted();
          if (!column.getCanSort()) {
            return (
              <span key={header.id} role="columnheader" className={classes.cell}>
                <table.FlexRender header={header} />
              </span>
            );
          }
          return (
            <span
              key={header.id}
              role="columnheader"
              aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
              className={classes.cell}
            >
              <button type="button" className={classes.sort} onClick={column.getToggleSortingHandler()}>
                <table.FlexRender header={header} />
                {sorted === 'asc' && <IconArrowUp size={12} stroke={2} aria-hidden />}
                {sorted === 'desc' && <IconArrowDown size={12} stroke={2} aria-hidden />}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}
