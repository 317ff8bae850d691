import { useMemo } from 'react';
import type { DueReport } from '#contract/reporting/reportingDeadlines';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { fixedLayout } from '../../../lib/useListSetup.ts';
import { WholeList } from '../../../ui/WholeList.tsx';
import { reportColumns } from './reportColumns.tsx';

interface ReportListProps {
  readonly rows: readonly DueReport[];
  readonly isPrevious: boolean;
  /** Differs for each choice of rows. */
  readonly place: string;
  readonly onOpen: (row: DueReport) => void;
  readonly onState: (row: DueReport) => void;
}

const byDate = { column: 'dueOn', descending: false };

/** What is due, the earliest first; Enter opens the return of a report, S says how far it is. */
export function ReportList({ onState, ...list }: ReportListProps) {
  const t = useText();
  const format = useFormat();
  const layout = useMemo(() => fixedLayout(reportColumns({ t, format, onState })), [t, format, onState]);
  return (
    <WholeList
      {...list}
      label={t('reports:nav')}
      setup={layout}
      sort={byDate}
      onRowKey={{ keys: 'S', label: t('reports:changeState'), run: onState }}
    />
  );
}
