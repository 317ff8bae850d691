import { Anchor } from '@mantine/core';
import { useId } from 'react';
import type { DueReport } from '#contract/reporting/reportingDeadlines';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DueBadge } from '../../../ui/DueBadge.tsx';
import { detailOf } from './reportColumns.tsx';
import classes from './Reports.module.css';
import { StateButton } from './StateButton.tsx';

interface ReportGroupsProps {
  readonly rows: readonly DueReport[];
  readonly onOpen: (row: DueReport) => void;
  readonly onState: (row: DueReport) => void;
}

/** What is due by agreement, the agreement with the earliest date first. */
export function ReportGroups({ rows, ...acts }: ReportGroupsProps) {
  const ids = [...new Set(rows.map(({ agreementId }) => agreementId))];
  return (
    <div className={classes.groups}>
      {ids.map((id) => (
        <ReportGroup key={id} rows={rows.filter(({ agreementId }) => agreementId === id)} {...acts} />
      ))}
    </div>
  );
}

function ReportGroup({ rows, onOpen, onState }: ReportGroupsProps) {
  const t = useText();
  const format = useFormat();
  const id = useId();
  const code = rows[0]?.agreementCode ?? '';
  const count = (urgency: DueReport['urgency']) => rows.filter((row) => row.urgency === urgency).length;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.group}>
        {code}
        <span>
          {t('due:summary', { overdue: count('overdue'), today: count('today'), reminder: count('reminder') })}
        </span>
      </h2>
      <DataTable
        caption={`${t('reports:nav')}, ${code}`}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'standing',
            header: t('reports:column.standing'),
            value: ({ dueOn }) => dueOn,
            cell: ({ urgency, daysLeft, report }) =>
              urgency === null ? (
                t('reports:sentOn', { day: report?.sentOn ?? '' })
              ) : (
                <DueBadge urgency={urgency} daysLeft={daysLeft} />
              ),
          },
          { key: 'dueOn', header: t('codes:field.dueOn'), as: 'day', value: ({ dueOn }) => dueOn },
          {
            key: 'name',
            header: t('reports:column.name'),
            value: ({ name }) => format.bilingual(name),
            cell: (row) => (
              <Anchor
                inherit
                component="button"
                type="button"
                onClick={() => {
                  onOpen(row);
                }}
              >
                {format.bilingual(row.name)}
              </Anchor>
            ),
          },
          { key: 'detail', header: t('reports:column.detail'), value: (row) => detailOf(row, { t, format }) },
          {
            key: 'state',
            header: t('codes:field.state'),
            cell: (row) => <StateButton row={row} onState={onState} isInList={false} />,
          },
        ]}
      />
    </section>
  );
}
