import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { useText } from '../i18n/text.ts';
import { useScreenKeys } from '../lib/screenKeys.ts';
import type { LongList } from '../lib/useLongList.ts';
import type { RowCursor } from '../lib/useRowCursor.ts';

interface ListKeysOptions<Row extends { readonly id: string }> {
  readonly list: LongList<Row>;
  readonly cursor: RowCursor<Row>;
  readonly onOpen: (row: Row) => void;
  readonly onLeave?: () => void;
  readonly onCopy: (rows: readonly Row[]) => void;
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** Before there are rows these are kept, and done to the row that the cursor is put on. */
const waitsForRows = [' ', 'Enter'];
const unmodified = { shiftKey: false };

/** The keys of a list that has the focus. Letters belong to its screen. */
export function useListKeys<Row extends { readonly id: string }>(options: ListKeysOptions<Row>) {
  const { list, cursor, onOpen, onLeave, onCopy, rowHeight, scroller } = options;
  const page = () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
  const actions: Readonly<Record<string, (event: Pick<KeyboardEvent, 'shiftKey'>) => void>> = {
    ArrowDown: ({ shiftKey }) => {
      cursor.moveBy(1, shiftKey);
    },
    ArrowUp: ({ shiftKey }) => {
      cursor.moveBy(-1, shiftKey);
    },
    PageDown: ({ shiftKey }) => {
      cursor.moveBy(page(), shiftKey);
    },
    PageUp: ({ shiftKey }) => {
      cursor.moveBy(-page(), shiftKey);
    },
    Home: ({ shiftKey }) => {
      if (list.hasPrevious) list.jump({ at: 'start' });
      else cursor.moveBy(-list.rows.length, shiftKey);
    },
    End: ({ shiftKey }) => {
      if (list.hasNext) list.jump({ at: 'end' });
      else cursor.moveBy(list.rows.length, shiftKey);
    },
    ' ': () => {
      cursor.toggle(cursor.index);
    },
    Enter: () => {
      if (cursor.row !== null) onOpen(cursor.row);
    },
    Escape: () => {
      if (cursor.selected.size > 0) cursor.clear();
      else onLeave?.();
    },
  };
  const withControl: Readonly<Record<string, () => void>> = {
    a: cursor.selectAll,
    ' ': () => {
      cursor.toggle(cursor.index);
    },
    c: () => {
      onCopy(cursor.marked);
    },
  };
  const keep = useEarlyKey(cursor, actions);
  return (event: KeyboardEvent) => {
    // The header's buttons have their own Enter and Space.
    if (event.target !== event.currentTarget || event.altKey) return;
    const isControl = event.ctrlKey || event.metaKey;
    const action = isControl ? withControl[event.key.toLowerCase()] : actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    if (list.rows.length === 0 && waitsForRows.includes(event.key)) keep(event.key);
    else action(event);
  };
}

/** Does to the row that the cursor is put on what was pressed before there were rows. */
function useEarlyKey<Row extends { readonly id: string }>(
  { row, moves }: RowCursor<Row>,
  actions: Readonly<Record<string, (event: typeof unmodified) => void>>,
): (key: string) => void {
  const early = useRef<string | null>(null);
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const key = early.current;
    // The cursor is put on its first row by a move.
    if (key === null || row === null || moves === 0) return;
    early.current = null;
    latest.current[key]?.(unmodified);
  }, [row, moves]);
  return (key) => {
    early.current = key;
  };
}

/** Says under `?` what a list hears by itself. */
export function useToldKeys(): void {
  const t = useText();
  useScreenKeys(
    (
      [
        ['Enter', 'open'],
        ['Space', 'select'],
        ['shift+ArrowDown', 'extend'],
        ['mod+A', 'selectAll'],
        ['mod+C', 'copy'],
        ['Home', 'first'],
        ['End', 'last'],
      ] as const
    ).map(([keys, does]) => ({ keys, label: t(`lists:told.${does}`), run: () => undefined, isToldOnly: true })),
  );
}
