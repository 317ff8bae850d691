import { Anchor } from '@mantine/core';
import { IconCheck, IconPencil, IconRefreshAlert } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import type { FileSectionProps } from '../../casework/investigations/fileParts.ts';
import fileClasses from '../../casework/investigations/Investigations.module.css';
import { SectionHead } from '../../casework/investigations/SectionHead.tsx';
import { PaperDialog } from './PaperDialog.tsx';

type Row = Output<'papers.ofFile'>['papers'][number];

/** What was sent of the file, to whom and when, what is in preparation, and what has changed since. */
export function Papers({ detail: { investigation } }: FileSectionProps) {
  const t = useText();
  const read = useRead('papers.ofFile', { investigationId: investigation.id });
  const [isOpen, setIsOpen] = useState(false);
  const papers = read.data?.papers ?? [];
  return (
    <section className={fileClasses.section} aria-label={t('papers:title')}>
      <SectionHead
        title={t('papers:title')}
        action={t('papers:begin')}
        keys="U"
        onAction={() => {
          setIsOpen(true);
        }}
      />
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      {read.data !== undefined && papers.length === 0 && <p className={fileClasses.none}>{t('papers:none')}</p>}
      {papers.length > 0 && (
        <DataTable
          caption={t('papers:title')}
          rows={papers}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'reference',
              header: t('papers:reference'),
              narrow: true,
              cell: (row) => (
                <Anchor component={Link} size="sm" href={`/investigations/${investigation.id}/papers/${row.id}`}>
                  {row.reference}
                </Anchor>
              ),
            },
            { key: 'kind', header: t('papers:kind'), cell: (row) => <Kind row={row} /> },
            { key: 'recipient', header: t('papers:recipient'), cell: (row) => row.recipient },
            { key: 'state', header: t('papers:state'), cell: (row) => <Standing row={row} /> },
          ]}
        />
      )}
      {isOpen && (
        <PaperDialog
          file={investigation}
          paper={null}
          supplements={null}
          onClose={() => {
            setIsOpen(false);
          }}
        />
      )}
    </section>
  );
}

function Kind({ row }: { readonly row: Row }) {
  const t = useText();
  const kind = t(`codes:paperKind.${row.kind}`);
  return row.supplements === null ? kind : t('papers:supplementOf', { kind });
}

function Standing({ row: { issued, since } }: { readonly row: Row }) {
  const t = useText();
  if (issued === null) return <StatusBadge tone="neutral" icon={IconPencil} label={t('papers:inPreparation')} />;
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
