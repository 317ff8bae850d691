import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FilePartnerRow } from '#contract/casework/partners';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import type { FileSectionProps } from '../fileParts.ts';
import fileClasses from '../Investigations.module.css';
import { SectionHead } from '../SectionHead.tsx';
import { PartDialog } from './PartDialog.tsx';

/** The services that take part in the file. */
export function Partners({ detail: { investigation } }: FileSectionProps) {
  const t = useText();
  const read = useRead('partners.ofFile', { investigationId: investigation.id });
  const [open, setOpen] = useState<FilePartnerRow | 'new' | null>(null);
  const parts = read.data?.parts ?? [];
  return (
    <section className={fileClasses.section} aria-label={t('fileWork:partners.title')}>
      <SectionHead
        title={t('fileWork:partners.title')}
        action={t('fileWork:partners.add')}
        keys="S"
        onAction={() => {
          setOpen('new');
        }}
      />
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      {read.data !== undefined && parts.length === 0 && (
        <p className={fileClasses.none}>{t('fileWork:partners.none')}</p>
      )}
      {parts.length > 0 && (
        <DataTable
          caption={t('fileWork:partners.title')}
          rows={parts}
          rowKey={(row) => row.id}
          isMuted={(row) => row.untilOn !== null}
          columns={[
            { key: 'name', header: t('fileWork:partners.name'), cell: (row) => row.name },
            { key: 'role', header: t('fileWork:partners.role'), cell: (row) => t(`codes:partnerRole.${row.role}`) },
            { key: 'from', header: t('fileWork:partners.fromOn'), narrow: true, cell: (row) => row.fromOn },
            { key: 'until', header: t('fileWork:partners.untilOn'), narrow: true, cell: (row) => row.untilOn ?? '' },
            {
              key: 'change',
              header: t('fileWork:change'),
              hidesHeader: true,
              narrow: true,
              cell: (row) => (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('fileWork:changeFor', { name: row.name })}
                  onClick={() => {
                    setOpen(row);
                  }}
                >
                  {t('fileWork:change')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {open !== null && (
        <PartDialog
          file={investigation}
          part={open === 'new' ? null : open}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}
