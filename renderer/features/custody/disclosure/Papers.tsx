import { IconCheck, IconPencil, IconRefreshAlert } from '@tabler/icons-react';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { FilePartProps } from '../../casework/investigations/fileParts.ts';
import { FileSection } from '../../casework/investigations/FileSection.tsx';
import { PaperDialog } from './PaperDialog.tsx';

type Row = Output<'papers.ofFile'>['papers'][number];

/** What was sent of the file, to whom and when, what is in preparation, and what has changed since. */
export function Papers({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const read = useRead('papers.ofFile', { investigationId: investigation.id });
  const papers = read.data?.papers ?? [];
  return (
    <FileSection
      title={t('papers:title')}
      words={t('investigations:add.words.papers')}
      action={t('papers:begin')}
      keys="U"
      read={read}
      isEmpty={papers.length === 0}
      dialog={(close) => <PaperDialog file={investigation} paper={null} supplements={null} onClose={close} />}
    >
      <DataTable
        caption={t('papers:title')}
        rows={papers}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'reference',
            header: t('codes:field.reference'),
            narrow: true,
            value: (row) => row.reference,
            href: (row) => `/investigations/${investigation.id}/papers/${row.id}`,
          },
          {
            key: 'kind',
            header: t('codes:field.kind'),
            value: (row) => t(`codes:paperKind.${row.kind}`),
            cell: (row) => <Kind row={row} />,
          },
          { key: 'recipient', header: t('codes:field.recipient'), value: (row) => row.recipient },
          {
            key: 'state',
            header: t('codes:field.state'),
            value: (row) => row.issued?.on,
            cell: (row) => <Standing row={row} />,
          },
        ]}
      />
    </FileSection>
  );
}

function Kind({ row }: { readonly row: Row }) {
  const t = useText();
  const kind = t(`codes:paperKind.${row.kind}`);
  return row.supplements === null ? kind : t('papers:supplementOf', { kind });
}

function Standing({ row: { issued, since } }: { readonly row: Row }) {
  const t = useText();
  if (issued === null)
    return <StatusBadge tone="neutral" icon={IconPencil} label={t('codes:reportState.in_preparation')} />;
  const changes = since === null ? 0 : since.added + since.changed + since.removed;
  return (
    <>
      <StatusBadge tone="positive" icon={IconCheck} label={t('papers:sentOn', { on: issued.on })} />
      {changes > 0 && (
        <StatusBadge tone="dueSoon" icon={IconRefreshAlert} label={t('papers:changedSince', { count: changes })} />
      )}
    </>
  );
}
