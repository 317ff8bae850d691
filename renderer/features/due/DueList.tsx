import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { DueRow } from '#contract/authorities';
import { useText } from '../../i18n/text.ts';
import { useScreenKeys } from '../../lib/screenKeys.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useNames } from '../../lib/useNames.ts';
import { wholeList } from '../../lib/wholeList.ts';
import { useRowCursor } from '../../lib/useRowCursor.ts';
import { LongList } from '../../ui/LongList.tsx';
import { dueColumns } from './dueColumns.tsx';

interface DueListProps {
  readonly rows: readonly DueRow[];
  readonly isPrevious: boolean;
  /** Differs for each choice of rows. */
  readonly place: string;
}

const byDate = { column: 'dueOn', descending: false };
const nothing = () => undefined;

/** What is due, the earliest first; Enter opens the file. */
export function DueList({ rows, isPrevious, place }: DueListProps) {
  const t = useText();
  const format = useFormat();
  const names = useNames();
  const [, navigate] = useLocation();
  const cursor = useRowCursor(rows);
  const columns = useMemo(() => dueColumns({ t, names, format }), [t, names, format]);
  const move = (by: number) => () => {
    cursor.moveBy(by);
  };
  useScreenKeys([
    { keys: 'J', label: t('lists:next'), run: move(1) },
    { keys: 'K', label: t('lists:previous'), run: move(-1) },
  ]);
  const list = wholeList(rows, isPrevious, place);
  return (
    <LongList
      label={t('due:title')}
      columns={columns}
      list={list}
      cursor={cursor}
      sort={byDate}
      onSort={nothing}
      onOpen={(row) => {
        navigate(
          row.investigationId === null ? `/referrals/${row.sourceId}` : `/investigations/${row.investigationId}`,
        );
      }}
    />
  );
}
