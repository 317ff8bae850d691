import { useText } from '../i18n/text.ts';
import { useScreenKeys } from '../lib/screenKeys.ts';
import type { ListLayout } from '../lib/useListSetup.ts';
import { useRowCursor, type RowCursor } from '../lib/useRowCursor.ts';
import { wholeList } from '../lib/wholeList.ts';
import { LongList } from './LongList.tsx';
import type { ListColumn, ListSort } from './listTable.tsx';

interface WholeListProps<Row extends { readonly id: string }> {
  readonly label: string;
  readonly setup: ListLayout<ListColumn<Row>>;
  /** Null until they are read. */
  readonly rows: readonly Row[] | null;
  readonly isPrevious: boolean;
  /** Differs for each choice of rows. */
  readonly place: string;
  /** The order that the rows come in; it cannot be changed. */
  readonly sort: ListSort;
  readonly onOpen: (row: Row) => void;
  readonly rowName?: (row: Row) => string;
  /** Where what is selected is known outside. */
  readonly cursor?: RowCursor<Row>;
  /** One more thing that a key does with the row under the cursor. */
  readonly onRowKey?: { readonly keys: string; readonly label: string; readonly run: (row: Row) => void };
}

const nothing = () => undefined;
const noRows: readonly never[] = [];

/** A list whose rows are all here at once, in their own order: J and K move, Enter opens. */
export function WholeList<Row extends { readonly id: string }>(props: WholeListProps<Row>) {
  const { rows, isPrevious, place, onRowKey, ...list } = props;
  const t = useText();
  const own = useRowCursor(rows ?? noRows);
  const cursor = props.cursor ?? own;
  const move = (by: number) => () => {
    cursor.moveBy(by);
  };
  useScreenKeys([
    { keys: 'J', label: t('lists:next'), run: move(1) },
    { keys: 'K', label: t('lists:previous'), run: move(-1) },
    ...(onRowKey === undefined
      ? []
      : [
          {
            ...onRowKey,
            run: () => {
              if (cursor.row !== null) onRowKey.run(cursor.row);
            },
          },
        ]),
  ]);
  return <LongList {...list} list={wholeList(rows, isPrevious, place)} cursor={cursor} onSort={nothing} />;
}
