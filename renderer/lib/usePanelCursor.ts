import { useEffect, useRef, useState } from 'react';
import { useRowCursor, type RowCursor } from './useRowCursor.ts';

interface Identified {
  readonly id: string;
}

/** Beside a list, of one record, which the list need not hold. */
interface Panel<Row extends Identified> {
  /** Undefined while the panel is closed. */
  readonly openId: string | undefined;
  /** The record as the panel shows it; undefined until it is read. */
  readonly record: Row | undefined;
  /** Shows a row in the panel, because it was opened or because the cursor went to it. */
  readonly show: (row: Row, isFollowing: boolean) => void;
  /** Nothing lies beyond the rows of the list. */
  readonly isWhole?: boolean;
}

interface PanelCursor<Row extends Identified> extends RowCursor<Row> {
  readonly open: (row: Row) => void;
  /** The panel follows the cursor, and leaves the focus to the list. */
  readonly leads: boolean;
  /** What a letter acts on: the record of the panel while one is open, and nothing until it is read; else what is marked. */
  readonly targets: readonly Row[];
}

/** A list with a panel beside it has one current record: the panel follows the cursor, and the cursor goes to what the panel opens. */
export function usePanelCursor<Row extends Identified>(
  rows: readonly Row[],
  { openId, record, show, isWhole = true }: Panel<Row>,
): PanelCursor<Row> {
  const [leads, setLeads] = useState(false);
  const cursor = useRowCursor(rows, {
    isWhole,
    onMove: (row) => {
      if (openId === undefined || openId === row.id) return;
      setLeads(true);
      show(row, true);
    },
  });
  const opened = rows.findIndex((row) => row.id === openId);
  const placedOn = useRef<string>(undefined);
  useEffect(() => {
    // Once for each record that is opened, as soon as the list has it: rows come and go around it.
    if (openId === undefined || opened >= 0) {
      if (opened >= 0 && placedOn.current !== openId && opened !== cursor.index) cursor.placeAt(opened);
      placedOn.current = openId;
    }
    // oxlint-disable-next-line react/exhaustive-deps -- the cursor is new at each drawing
  }, [openId, opened]);
  const shown = record?.id === openId ? record : undefined;
  return {
    ...cursor,
    leads,
    targets: openId === undefined ? cursor.marked : shown === undefined ? [] : [shown],
    open: (row) => {
      setLeads(false);
      show(row, false);
    },
  };
}
