import { useEffect, useMemo, useRef, useState } from 'react';

interface Identified {
  readonly id: string;
}

export interface RowCursor<Row extends Identified> {
  /** The row that the keys act on. */
  readonly row: Row | null;
  readonly index: number;
  /** Counts the moves that were made on purpose: each brings the row into view. */
  readonly moves: number;
  readonly setTo: (index: number) => void;
  /** Not by the user: a panel does not follow. */
  readonly placeAt: (index: number) => void;
  /** With `extend`, what lies between the row that it began at and the cursor is selected too. */
  readonly moveBy: (rows: number, extend?: boolean) => void;
  readonly extendTo: (index: number) => void;
  /** Kept while their windows come and go; of a list without windows, those that are still in it. */
  readonly selected: ReadonlyMap<string, Row>;
  readonly toggle: (index: number) => void;
  /** All that is loaded: what lies beyond was never on screen. */
  readonly selectAll: () => void;
  readonly clear: () => void;
  /** The selected rows or, without any, the row under the cursor. */
  readonly marked: readonly Row[];
}

/**
 * The cursor and the selection of a list. Where the row under the cursor leaves the list, the next one takes its place.
 * @param isWhole nothing lies beyond the rows: what has left them is no longer selected
 * @param onMove the user went to a row
 */
export function useRowCursor<Row extends Identified>(
  rows: readonly Row[],
  { isWhole = true, onMove }: { readonly isWhole?: boolean; readonly onMove?: (row: Row) => void } = {},
): RowCursor<Row> {
  const [cursor, setCursor] = useState<{ id: string | null; moves: number }>({ id: null, moves: 0 });
  const selection = useSelection(rows, isWhole);
  const lastIndex = useRef(0);
  // Pressed before the rows were there: made from where the cursor is put at first.
  const early = useRef(0);
  const found = rows.findIndex((row) => row.id === cursor.id);
  // The place of a row that has just gone.
  const index = found >= 0 ? found : Math.min(lastIndex.current, rows.length - 1);
  useEffect(() => {
    if (index >= 0) lastIndex.current = index;
  }, [index]);

  const goTo = (next: number) => {
    const row = rows[Math.max(0, Math.min(next + early.current, rows.length - 1))];
    if (row === undefined) return undefined;
    early.current = 0;
    setCursor(({ moves }) => ({ id: row.id, moves: moves + 1 }));
    return row;
  };
  const placeAt = (next: number) => {
    selection.endExtension();
    return goTo(next);
  };
  const setTo = (next: number) => {
    const row = placeAt(next);
    if (row !== undefined) onMove?.(row);
  };
  const extendTo = (next: number) => {
    const last = Math.max(0, Math.min(next, rows.length - 1));
    selection.extend(index, last);
    const row = goTo(last);
    if (row !== undefined) onMove?.(row);
  };
  const moveBy = (step: number, extend = false) => {
    if (rows.length === 0) early.current += step;
    else if (extend) extendTo(index + step);
    else setTo(index + step);
  };
  const toggle = (at: number) => {
    const row = rows[at];
    if (row === undefined) return;
    selection.toggle(row);
    setTo(at);
  };

  const { selected, selectAll, clear } = selection;
  const row = rows[index] ?? null;
  const marked = selected.size > 0 ? [...selected.values()] : row === null ? [] : [row];
  const moves = { moves: cursor.moves, setTo, placeAt, moveBy, extendTo };
  return { row, index, ...moves, selected, toggle, selectAll, clear, marked };
}

/** What is selected. An extension begins at a row and ends where the cursor is: shortened, it gives back what lay between. */
function useSelection<Row extends Identified>(rows: readonly Row[], isWhole: boolean) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Row>>(new Map());
  const extension = useRef<{ readonly id: string; readonly before: ReadonlyMap<string, Row> } | null>(null);
  const endExtension = () => {
    extension.current = null;
  };
  return {
    selected: useFresh(chosen, rows, isWhole),
    endExtension,
    extend: (index: number, last: number) => {
      const began = rows.findIndex(({ id }) => id === extension.current?.id);
      const first = began >= 0 ? began : index;
      const before = (began >= 0 ? extension.current?.before : undefined) ?? chosen;
      const passed = rows.slice(Math.min(first, last), Math.max(first, last) + 1);
      setChosen(new Map([...before, ...passed.map((row) => [row.id, row] as const)]));
      extension.current = { id: rows[first]?.id ?? '', before };
    },
    toggle: (row: Row) => {
      setChosen((before) => {
        const next = new Map(before);
        if (!next.delete(row.id)) next.set(row.id, row);
        return next;
      });
    },
    selectAll: () => {
      endExtension();
      setChosen(new Map(rows.map((row) => [row.id, row])));
    },
    clear: () => {
      endExtension();
      setChosen(new Map());
    },
  };
}

/** After a write the list has newer versions of what was selected. */
function useFresh<Row extends Identified>(
  chosen: ReadonlyMap<string, Row>,
  rows: readonly Row[],
  isWhole: boolean,
): ReadonlyMap<string, Row> {
  return useMemo(() => {
    if (chosen.size === 0) return chosen;
    const fresh = new Map(rows.map((row) => [row.id, row]));
    const kept = [...chosen].filter(([id]) => !isWhole || fresh.has(id));
    return new Map(kept.map(([id, row]) => [id, fresh.get(id) ?? row]));
  }, [chosen, rows, isWhole]);
}
