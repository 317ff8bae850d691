import { UnstyledButton } from '@mantine/core';
import type { DueReport } from '#contract/reporting/reportingDeadlines';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { ReportStateBadge } from './ReportStateBadge.tsx';
import classes from './Reports.module.css';

interface StateButtonProps {
  readonly row: DueReport;
  readonly onState: (row: DueReport) => void;
  /** In a list that holds the focus itself the row's key does the same. */
  readonly isInList?: boolean;
}

/** How far a report is; pressed, it is changed, while the rest of the row opens the return. */
export function StateButton({ row, onState, isInList = true }: StateButtonProps) {
  const t = useText();
  const format = useFormat();
  if (row.report === null) return null;
  return (
    <UnstyledButton
      className={classes.state ?? ''}
      tabIndex={isInList ? -1 : 0}
      title={t('reports:changeState')}
      onClick={(event) => {
        event.stopPropagation();
        onState(row);
      }}
    >
      <ReportStateBadge state={row.report.state} />
      <span className="visually-hidden">{t('reports:stateOf', { name: format.bilingual(row.name) })}</span>
    </UnstyledButton>
  );
}
