import { Link } from 'wouter';
import type { AgedFile } from '#contract/statistics/backlog';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { DataTable } from '../../../ui/DataTable.tsx';

interface AgedFilesTableProps {
  readonly caption: string;
  readonly files: readonly AgedFile[];
}

export function AgedFilesTable({ caption, files }: AgedFilesTableProps) {
  const t = useText();
  const format = useFormat();
  const { unitCode, person } = useNames();
  return (
    <DataTable
      caption={caption}
      rows={files}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'number',
          header: t('backlog:list.number'),
          cell: ({ kind, id, number }) => <Link href={`/${kind}s/${id}`}>{number}</Link>,
          narrow: true,
        },
        { key: 'kind', header: t('backlog:list.kind'), cell: ({ kind }) => t(`backlog:list.${kind}`), narrow: true },
        { key: 'received', header: t('backlog:ages.received'), cell: ({ receivedOn }) => receivedOn, narrow: true },
        {
          key: 'age',
          header: t('backlog:ages.days'),
          cell: ({ age }) => format.number(age),
          align: 'end',
          narrow: true,
        },
        {
          key: 'waiting',
          header: t('backlog:ages.state'),
          cell: ({ waiting }) => (waiting === null ? t('backlog:ages.closed') : t(`codes:waitingState.${waiting}`)),
        },
        { key: 'since', header: t('backlog:ages.since'), cell: ({ since }) => since, narrow: true },
        {
          key: 'lead',
          header: t('backlog:ages.lead'),
          cell: ({ lead }) => (lead === null ? t('common:none') : person(lead)),
        },
        { key: 'unit', header: t('backlog:units.unit'), cell: ({ unitId }) => unitCode(unitId), narrow: true },
      ]}
    />
  );
}
