import type { ReferralRow } from '#contract/referrals';
import type { Translate } from '../../i18n/text.ts';
import type { Names } from '../../lib/useNames.ts';
import type { ListColumn } from '../../ui/listTable.tsx';
import { TimeLeftBadge } from '../../ui/TimeLeftBadge.tsx';
import { ReferralStateBadge } from './ReferralStateBadge.tsx';
import classes from './Referrals.module.css';
import { RiskBandBadge } from './RiskBandBadge.tsx';

interface ColumnOptions {
  readonly t: Translate;
  readonly names: Names;
  readonly showsSummaries: boolean;
}

export function referralColumns({ t, names, showsSummaries }: ColumnOptions): readonly ListColumn<ReferralRow>[] {
  const none = t('common:none');
  return [
    {
      id: 'dueAt',
      header: t('referrals:column.due'),
      width: 148,
      rank: 1,
      isSortable: true,
      cell: (row) => (row.due === null ? none : <TimeLeftBadge {...row.due} />),
    },
    {
      id: 'band',
      header: t('referrals:column.band'),
      width: 124,
      rank: 2,
      cell: (row) => <RiskBandBadge band={row.riskBand} isStale={row.rescore !== null} />,
    },
    {
      id: 'receivedOn',
      header: t('referrals:column.receivedOn'),
      width: 84,
      rank: 3,
      isSortable: true,
      cell: (row) => row.receivedOn,
    },
    {
      id: 'number',
      header: t('referrals:column.number'),
      width: 88,
      rank: 4,
      isSortable: true,
      cell: (row) => row.number,
    },
    {
      id: 'source',
      header: t('referrals:column.source'),
      width: 120,
      max: 176,
      rank: 6,
      cell: (row) => t(`codes:referralSource.${row.source}`),
    },
    {
      id: 'externalNumber',
      header: t('referrals:column.externalShort'),
      width: 104,
      max: 152,
      rank: 7,
      cell: (row) => row.externalNumber ?? none,
    },
    {
      id: 'state',
      header: t('referrals:column.state'),
      width: 120,
      max: 200,
      rank: 5,
      cell: (row) => <ReferralStateBadge state={row.state} />,
    },
    {
      id: 'stateOn',
      header: t('referrals:column.stateOn'),
      width: 96,
      rank: 11,
      isSortable: true,
      cell: (row) => row.stateOn,
    },
    {
      id: 'assignedTo',
      header: t('referrals:column.assignedTo'),
      width: 96,
      max: 160,
      rank: 8,
      cell: (row) => (row.assignedTo === null ? none : names.person(row.assignedTo)),
    },
    ...(names.units.length > 1
      ? [
          {
            id: 'unit',
            header: t('referrals:column.unit'),
            width: 56,
            rank: 10,
            cell: (row: ReferralRow) => names.unitCode(row.unitId),
          },
        ]
      : []),
    {
      id: 'summary',
      header: t('referrals:column.summary'),
      width: 88,
      max: 'rest',
      rank: 9,
      cell: (row) => <Summary text={row.summary} hidden={t('referrals:summaryHidden')} isShown={showsSummaries} />,
    },
  ];
}

interface SummaryProps {
  readonly text: string | null;
  readonly hidden: string;
  readonly isShown: boolean;
}

function Summary({ text, hidden, isShown }: SummaryProps) {
  if (text === null) return null;
  return isShown ? <>{text}</> : <span className={classes.quiet}>{hidden}</span>;
}
