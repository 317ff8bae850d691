import { dayText } from '#contract/ground/dayText';
import type { AgedFile } from '#contract/statistics/backlog';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { DataTable } from '../../../ui/DataTable.tsx';

interface AgedFilesTableProps {
  readonly caption: string;
  readonly files: readonly AgedFile[];
  /** They are the first of more. */
  readonly keepsOrder?: boolean;
}

export function AgedFilesTable({ caption, files, keepsOrder = false }: AgedFilesTableProps) {
  const t = useText();
  const { unitCode, person, fileNumber } = useNames();
  return (
    <DataTable
      caption={caption}
      rows={files}
      rowKey={({ id }) => id}
      keepsOrder={keepsOrder}
      isWide
      columns={[
        {
          key: 'number',
          header: t('common:behind.number'),
          value: fileNumber,
          href: ({ kind, id }) => `/${kind}s/${id}`,
          narrow: true,
        },
        { key: 'kind', header: t('common:behind.kind'), value: ({ kind }) => t(`common:behind.${kind}`), narrow: true },
        { key: 'received', header: t('backlog:ages.received'), value: ({ receivedOn }) => receivedOn, narrow: true },
        { key: 'age', header: t('backlog:ages.days'), as: 'number', value: ({ age }) => age },
        {
          key: 'waiting',
          header: t('backlog:ages.state'),
          value: ({ waiting }) => (waiting === null ? t('backlog:ages.closed') : t(`codes:waitingState.${waiting}`)),
        },
        {
          key: 'since',
          header: t('codes:field.since'),
          value: ({ since, sinceUncertain }) => dayText(since, sinceUncertain, t('codes:field.dayUnknown')),
          narrow: true,
        },
        {
          key: 'lead',
          header: t('codes:field.lead'),
          value: ({ lead }) => (lead === null ? t('common:none') : person(lead)),
        },
        { key: 'unit', header: t('codes:heading.unit'), value: ({ unitId }) => unitCode(unitId), narrow: true },
      ]}
    />
  );
}
