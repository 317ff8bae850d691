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
      width: 112,
      max: 144,
      rank: 1,
      isSortable: true,
      cell: (row) => row.number,
    },
    {
      id: 'openedOn',
      header: t('investigations:column.openedOn'),
      width: 92,
      rank: 4,
      isSortable: true,
      cell: (row) => row.openedOn,
    },
    {
      id: 'origin',
      header: t('investigations:column.origin'),
      width: 96,
      rank: 9,
      cell: (row) => (row.proactive ? t('investigations:proactive') : t('investigations:fromReferral')),
    },
    {
      id: 'lead',
      header: t('investigations:column.lead'),
      width: 112,
      max: 176,
      rank: 3,
      cell: (row) => (row.lead === null ? none : names.person(row.lead)),
    },
    {
      id: 'waiting',
      header: t('investigations:column.waiting'),
      width: 176,
      max: 264,
      rank: 2,
      cell: (row) => <WaitingBadge file={row} />,
    },
    {
      id: 'waitingSince',
      header: t('investigations:column.since'),
      width: 92,
      rank: 5,
      isSortable: true,
      cell: (row) => row.waitingSince,
    },
    {
      id: 'waitingOn',
      header: t('investigations:column.on'),
      width: 128,
      max: 'rest',
      rank: 6,
      cell: (row) => row.waitingOn ?? none,
    },
    {
      id: 'concludedOn',
      header: t('investigations:column.concludedOn'),
      width: 92,
      rank: 7,
      cell: (row) => row.concludedOn ?? none,
    },
    ...(names.units.length > 1
      ? [
          {
            id: 'unit',
            header: t('investigations:column.unit'),
            width: 56,
            rank: 8,
            cell: (row: InvestigationRow) => names.unitCode(row.unitId),
          },
        ]
      : []),
  ];
}
