import { useLocation } from 'wouter';
import type { DueRow } from '#contract/casework/authorities';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import type { ListSetup } from '../../../lib/useListSetup.ts';
import { wholeList } from '../../../lib/wholeList.ts';
import { useRowCursor } from '../../../lib/useRowCursor.ts';
import type { ListColumn } from '../../../ui/listTable.tsx';
import { LongList } from '../../../ui/LongList.tsx';

interface DueListProps {
  readonly setup: ListSetup<ListColumn<DueRow>>;
  readonly rows: readonly DueRow[];
  readonly isPrevious: boolean;
  /** Differs for each choice of rows. */
  readonly place: string;
}

const byDate = { column: 'dueOn', descending: false };
const nothing = () => undefined;

/** What is due, the earliest first; Enter opens the file. */
export function DueList({ setup, rows, isPrevious, place }: DueListProps) {
  const t = useText();
  const [, navigate] = useLocation();
  const cursor = useRowCursor(rows);
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
      label={t('due:nav')}
      setup={setup}
      list={list}
      cursor={cursor}
      sort={byDate}
      onSort={nothing}
      onOpen={(row) => {
        navigate(
          row.investigationId === null ? `/referrals/${row.sourceId}` : `/investigations/${row.investigationId}`,
        );
      }}
      rowName={(row) => row.reference}
    />
  );
}
