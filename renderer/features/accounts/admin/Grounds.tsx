import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { actionColumn } from '../../../ui/actionColumn.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Admin.module.css';
import { latest } from '../../../lib/latest.ts';
import { GroundDialog, type HeldGround } from './GroundDialog.tsx';

/** The grounds on which a paper withholds something, and the mark of each: data that a unit fits to its own law. */
export function Grounds() {
  const t = useText();
  const format = useFormat();
  const read = useRead('redactionGrounds.list', {});
  const [open, setOpen] = useState<HeldGround | 'new' | null>(null);
  return (
    <section aria-label={t('admin:grounds.title')}>
      <Group gap="8px 16px" justify="space-between">
        <h2 className={shared.headingSmall}>{t('admin:grounds.title')}</h2>
        <Button
          variant="default"
          onClick={() => {
            setOpen('new');
          }}
        >
          {t('admin:grounds.add')}
        </Button>
      </Group>
      <p className={classes.note}>{t('admin:grounds.note')}</p>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      <DataTable
        caption={t('admin:grounds.title')}
        rows={read.data?.grounds ?? []}
        rowKey={(row) => row.code}
        isMuted={(row) => !row.active}
        columns={[
          { key: 'mark', header: t('codes:field.mark'), narrow: true, value: (row) => `[${row.mark}]` },
          { key: 'name', header: t('codes:field.name'), value: (row) => format.bilingual(row.name) },
          {
            key: 'conceals',
            header: t('admin:grounds.date'),
            value: (row) => t(row.concealsDate ? 'admin:grounds.dateConcealed' : 'admin:grounds.dateTold'),
          },
          actionColumn<HeldGround>({
            label: t('common:change'),
            name: (row) => t('common:changeFor', { name: format.bilingual(row.name) }),
            run: setOpen,
          }),
        ]}
      />
      {open !== null && (
        <GroundDialog
          ground={open === 'new' ? null : latest(read.data?.grounds ?? [], open, 'code')}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}
