import type { QueuedDevice } from '#contract/devices';
import type { Translate } from '../../i18n/text.ts';
import type { useFormat } from '../../lib/useFormat.ts';
import type { Names } from '../../lib/useNames.ts';
import type { ListColumn } from '../../ui/listTable.tsx';

interface QueueColumnOptions {
  readonly t: Translate;
  readonly names: Names;
  readonly format: ReturnType<typeof useFormat>;
}

export function queueColumns({ t, names, format }: QueueColumnOptions): readonly ListColumn<QueuedDevice>[] {
  const unit: ListColumn<QueuedDevice> = {
    id: 'unit',
    header: t('fileWork:queue.column.unit'),
    width: 56,
    rank: 8,
    cell: (row) => names.unitCode(row.unitId),
  };
  return [
    {
      id: 'waits',
      header: t('fileWork:queue.column.waits'),
      width: 64,
      rank: 1,
      cell: (row) => format.number(row.waits),
    },
    { id: 'number', header: t('fileWork:queue.column.number'), width: 112, rank: 2, cell: (row) => row.number },
    {
      id: 'device',
      header: t('fileWork:queue.column.device'),
      width: 168,
      max: 'rest',
      rank: 3,
      cell: ({ kind, count, label }) =>
        `${t('fileWork:devices.named', { kind: t(`codes:deviceKind.${kind}`), count })} ${label ?? ''}`,
    },
    {
      id: 'state',
      header: t('fileWork:queue.column.state'),
      width: 152,
      rank: 4,
      cell: (row) => t(`codes:deviceState.${row.state}`),
    },
    {
      id: 'since',
      header: t('fileWork:queue.column.since'),
      width: 96,
      rank: 5,
      cell: (row) => row.beganOn ?? row.queuedOn ?? row.seizedOn,
    },
    {
      id: 'lab',
      header: t('fileWork:queue.column.lab'),
      width: 128,
      max: 200,
      rank: 7,
      cell: (row) => row.lab ?? t('common:none'),
    },
    {
      id: 'lead',
      header: t('fileWork:queue.column.lead'),
      width: 112,
      max: 160,
      rank: 6,
      cell: (row) => (row.lead === null ? t('common:none') : names.person(row.lead)),
    },
    ...(names.units.length > 1 ? [unit] : []),
  ];
}
