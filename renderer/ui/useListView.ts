import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useKeptNote } from '../lib/keptState.ts';
import type { LongList } from '../lib/useLongList.ts';
import type { RowCursor } from '../lib/useRowCursor.ts';

export const headHeight = 32;
/** How near the edge of what is loaded the next window is asked for. */
const margin = 40;

interface ListViewOptions<Row extends { readonly id: string }> {
  readonly list: LongList<Row>;
  readonly cursor: RowCursor<Row>;
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Name under which the list's place is kept. */
  readonly name: string;
  /** The row that a panel beside the list shows. */
  readonly openId?: string | undefined;
}

/** Which rows are in view, and that they stay there while windows come and go at both ends. */
export function useListView<Row extends { readonly id: string }>(
  options: ListViewOptions<Row>,
): Virtualizer<HTMLDivElement, Element> {
  const { list, cursor, rowHeight, scroller } = options;
  const { rows } = list;
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
    scrollMargin: headHeight,
  });
  useEffect(() => {
    virtual.measure();
  }, [virtual, rowHeight]);

  usePlacing(options);

  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { loadNext, loadPrevious } = list;
  useEffect(() => {
    if (rows.length === 0) return;
    if (last >= rows.length - margin) loadNext();
    else if (first <= margin) loadPrevious();
  });

  useEffect(() => {
    if (cursor.moves > 0 && scroller.current !== null) reveal(scroller.current, cursor.index, rowHeight);
    // oxlint-disable-next-line react/exhaustive-deps -- a move scrolls, not a window that shifts the cursor's index
  }, [cursor.moves]);
  return virtual;
}

/** By the element itself: what the virtualizer knows of its position is that of the last scroll event. */
function reveal(element: HTMLElement, index: number, rowHeight: number): void {
  const top = index * rowHeight;
  const height = element.clientHeight - headHeight;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + rowHeight > element.scrollTop + height) element.scrollTop = top + rowHeight - height;
}

/** Where a list was left: it is come back to there. */
interface Left {
  readonly place: string;
  readonly top: number;
  readonly cursor: string | null;
}

interface Anchor {
  readonly id: string;
  readonly index: number;
}

/** Puts the view at a place that was jumped to, and keeps the row at its top where it is when rows are added or dropped above. */
function usePlacing<Row extends { readonly id: string }>(options: ListViewOptions<Row>) {
  const { list, cursor, rowHeight, scroller, name, openId } = options;
  const left = useKeptNote<Left>(`${name}.left`);
  const placed = useRef<string | null>(null);
  const anchor = useRef<Anchor | null>(null);
  const hadPrevious = useRef(false);
  const { rows, place, isPrevious, from, hasPrevious } = list;
  const at = cursor.row?.id ?? null;

  const stand = (element: HTMLElement) => {
    placed.current = place;
    const last = left.read();
    const shown = rows.findIndex((row) => row.id === openId);
    if (shown >= 0) {
      cursor.placeAt(shown);
      return;
    }
    if (last?.place === place) {
      cursor.placeAt(rows.findIndex((row) => row.id === last.cursor));
      element.scrollTop = last.top;
      return;
    }
    const isEnd = from.at === 'end';
    element.scrollTop = isEnd ? rows.length * rowHeight : 0;
    cursor.placeAt(isEnd ? rows.length - 1 : 0);
  };
  const keep = (element: HTMLElement) => {
    // At the very start what is new above is shown.
    if (anchor.current === null || (element.scrollTop === 0 && !hadPrevious.current)) return;
    const { id, index } = anchor.current;
    const found = rows.findIndex((row) => row.id === id);
    if (found >= 0 && found !== index) element.scrollTop += (found - index) * rowHeight;
  };
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || rows.length === 0 || isPrevious) return;
    if (placed.current === place) keep(element);
    else stand(element);
    hadPrevious.current = hasPrevious;
    // oxlint-disable-next-line react/exhaustive-deps -- a move of the cursor does not place the view
  }, [rows, place, isPrevious]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const note = () => {
      const index = Math.min(Math.floor(element.scrollTop / rowHeight), rows.length - 1);
      const row = rows[index];
      anchor.current = row === undefined ? null : { id: row.id, index };
      if (placed.current !== null) left.write({ place: placed.current, top: element.scrollTop, cursor: at });
    };
    note();
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      element.removeEventListener('scroll', note);
    };
  }, [rows, rowHeight, scroller, left, at]);
}
