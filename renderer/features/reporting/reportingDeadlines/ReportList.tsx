import { useMemo } from 'react';
import type { DueReport } from '#contract/reporting/reportingDeadlines';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { fixedLayout } from '../../../lib/useListSetup.ts';
import { useRowCursor } from '../../../lib/useRowCursor.ts';
import { wholeList } from '../../../lib/wholeList.ts';
import { LongList } from '../../../ui/LongList.tsx';
import { reportColumns } from './reportColumns.tsx';

interface ReportListProps {
  readonly rows: readonly DueReport[];
  readonly isPrevious: boolean;
  /** Differs for each choice of rows. */
  readonly place: string;
  readonly onOpen: (row: DueReport) => void;
}

const byDate = { column: 'dueOn', descending: false };
const nothing = () => undefined;

/** What is due, the earliest first; Enter says how far a report is. */
export function ReportList({ rows, isPrevious, place, onOpen }: ReportListProps) {
  const t = useText();
  const format = useFormat();
  const cursor = useRowCursor(rows);
  const layout = useMemo(() => fixedLayout(reportColumns({ t, format })), [t, format]);
  const move = (by: number) => () => {
    cursor.moveBy(by);
  };
  useScreenKeys([
    { keys: 'J', label: t('lists:next'), run: move(1) },
    { keys: 'K', label: t('lists:previous'), run: move(-1) },
  ]);
  return (
    <LongList
      label={t('reports:nav')}
      setup={layout}
      list={wholeList(rows, isPrevious, place)}
      cursor={cursor}
      sort={byDate}
      onSort={nothing}
      onOpen={onOpen}
    />
  );
}
