import type { DueRow } from '#contract/authorities';
import type { Translate } from '../../i18n/text.ts';
import type { Names } from '../../lib/useNames.ts';
import type { useFormat } from '../../lib/useFormat.ts';
import { DueBadge } from '../../ui/DueBadge.tsx';
import { TimeLeftBadge } from '../../ui/TimeLeftBadge.tsx';
import type { ListColumn } from '../../ui/listTable.tsx';

interface DueColumnOptions {
  readonly t: Translate;
  readonly names: Names;
  readonly format: ReturnType<typeof useFormat>;
}

export function dueColumns({ t, names, format }: DueColumnOptions): readonly ListColumn<DueRow>[] {
  const unit: ListColumn<DueRow> = {
    id: 'unit',
    header: t('due:column.unit'),
    width: 56,
    rank: 6,
    cell: (row) => names.unitCode(row.unitId),
  };
  return [
    {
      id: 'standing',
      header: t('due:column.standing'),
      width: 148,
      rank: 1,
      cell: (row) =>
        row.dueAt === null ? (
          <DueBadge urgency={row.urgency} daysLeft={row.daysLeft} />
        ) : (
          <TimeLeftBadge at={row.dueAt} what="action" />
        ),
    },
    { id: 'dueOn', header: t('due:column.dueOn'), width: 88, rank: 2, cell: (row) => row.dueOn },
    { id: 'number', header: t('due:column.number'), width: 104, rank: 4, cell: (row) => row.number },
    {
      id: 'name',
      header: t('due:column.name'),
      width: 192,
      max: 'rest',
      rank: 3,
      cell: (row) =>
        row.isOverridden ? t('due:decided', { name: format.bilingual(row.name) }) : format.bilingual(row.name),
    },
    {
      id: 'lead',
      header: t('due:column.lead'),
      width: 112,
      max: 160,
      rank: 5,
      cell: (row) => (row.lead === null ? t('due:nobody') : names.person(row.lead)),
    },
    ...(names.units.length > 1 ? [unit] : []),
    {
      id: 'actBy',
      header: t('due:column.actBy'),
      width: 88,
      rank: 7,
      // Only a closed day has another.
      cell: (row) => (row.actBy === row.dueOn ? '' : row.actBy),
    },
    { id: 'reference', header: t('due:column.reference'), width: 84, rank: 8, cell: (row) => row.reference },
  ];
}
