import type { ReferralRow } from '#contract/referrals';
import type { Translate } from '../../i18n/text.ts';
import type { Names } from '../../lib/useNames.ts';
import type { ListColumn } from '../../ui/listTable.tsx';
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
      id: 'band',
      header: t('referrals:column.band'),
      track: '128px',
      cell: (row) => <RiskBandBadge band={row.riskBand} />,
    },
    {
      id: 'receivedOn',
      header: t('referrals:column.receivedOn'),
      track: '88px',
      isSortable: true,
      cell: (row) => row.receivedOn,
    },
    {
      id: 'number',
      header: t('referrals:column.number'),
      track: '104px',
      isSortable: true,
      cell: (row) => row.number,
    },
    {
      id: 'source',
      header: t('referrals:column.source'),
      track: 'minmax(104px, 168px)',
      from: 480,
      cell: (row) => t(`codes:referralSource.${row.source}`),
    },
    {
      id: 'externalNumber',
      header: t('referrals:column.externalNumber'),
      track: 'minmax(96px, 152px)',
      from: 680,
      cell: (row) => row.externalNumber ?? none,
    },
    {
      id: 'state',
      header: t('referrals:column.state'),
      track: 'minmax(120px, 208px)',
      from: 560,
      cell: (row) => <ReferralStateBadge state={row.state} />,
    },
    {
      id: 'stateOn',
      header: t('referrals:column.stateOn'),
      track: '88px',
      isSortable: true,
      from: 880,
      cell: (row) => row.stateOn,
    },
    {
      id: 'assignedTo',
      header: t('referrals:column.assignedTo'),
      track: 'minmax(96px, 160px)',
      from: 780,
      cell: (row) => (row.assignedTo === null ? none : names.person(row.assignedTo)),
    },
    ...(names.units.length > 1
      ? [
          {
            id: 'unit',
            header: t('referrals:column.unit'),
            track: '64px',
            from: 980,
            cell: (row: ReferralRow) => names.unitCode(row.unitId),
          },
        ]
      : []),
    {
      id: 'summary',
      header: t('referrals:column.summary'),
      track: 'minmax(96px, 1fr)',
      from: 1000,
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
