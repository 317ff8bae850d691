import type { InvestigationRow } from '#contract/investigations';
import type { Translate } from '../../i18n/text.ts';
import type { Names } from '../../lib/useNames.ts';
import type { ListColumn } from '../../ui/listTable.tsx';
import { WaitingBadge } from './WaitingBadge.tsx';

export function investigationColumns(t: Translate, names: Names): readonly ListColumn<InvestigationRow>[] {
  const none = t('common:none');
  return [
    {
      id: 'number',
      header: t('investigations:column.number'),
      track: 'minmax(112px, 152px)',
      isSortable: true,
      cell: (row) => row.number,
    },
    {
      id: 'openedOn',
      header: t('investigations:column.openedOn'),
      track: '96px',
      isSortable: true,
      cell: (row) => row.openedOn,
    },
    {
      id: 'origin',
      header: t('investigations:column.origin'),
      track: '96px',
      from: 900,
      cell: (row) => (row.proactive ? t('investigations:proactive') : t('investigations:fromReferral')),
    },
    {
      id: 'lead',
      header: t('investigations:column.lead'),
      track: 'minmax(104px, 192px)',
      from: 480,
      cell: (row) => (row.lead === null ? none : names.person(row.lead)),
    },
    {
      id: 'waiting',
      header: t('investigations:column.waiting'),
      track: 'minmax(152px, 256px)',
      from: 400,
      cell: (row) => <WaitingBadge file={row} />,
    },
    {
      id: 'waitingSince',
      header: t('investigations:column.since'),
      track: '96px',
      isSortable: true,
      from: 640,
      cell: (row) => row.waitingSince,
    },
    {
      id: 'waitingOn',
      header: t('investigations:column.on'),
      track: 'minmax(104px, 1fr)',
      from: 760,
      cell: (row) => row.waitingOn ?? none,
    },
    {
      id: 'concludedOn',
      header: t('investigations:column.concludedOn'),
      track: '96px',
      from: 680,
      cell: (row) => row.concludedOn ?? none,
    },
    ...(names.units.length > 1
      ? [
          {
            id: 'unit',
            header: t('investigations:column.unit'),
            track: '64px',
            from: 980,
            cell: (row: InvestigationRow) => names.unitCode(row.unitId),
          },
        ]
      : []),
  ];
}
