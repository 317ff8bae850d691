import { Button, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { noSecret, secretField, SecretFields, secretInput } from './SecretFields.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Welcome.module.css';

/** Shown where the store is damaged: whatever can still be read goes into a new workspace beside it. */
export function SalvageForm() {
  const t = useText();
  const [salvaged, setSalvaged] = useState<Output<'backups.salvage'> | null>(null);
  const { form, sending } = useMethodForm('backups.salvage', {
    values: { ...noSecret, reason: '' },
    toInput: (values) => ({ secret: secretInput(values), reason: values.reason }),
    errors: (errors) => Object.fromEntries(Object.entries(errors).map(([path, error]) => [secretField(path), error])),
    onDone: setSalvaged,
  });
  if (salvaged !== null) return <Salvaged salvaged={salvaged} />;
  return (
    <section className={classes.demonstration}>
      <h2 className={shared.headingSmall}>{t('welcome:salvage.title')}</h2>
      <p className={classes.text}>{t('welcome:salvage.text')}</p>
      <form onSubmit={sending.onSubmit}>
        <Stack gap="md">
          {sending.failure !== null && <FailureAlert failure={sending.failure} />}
          <SecretFields form={form} label={t('welcome:salvage.secret')} />
          <TextInput label={t('codes:field.reason')} {...form.getInputProps('reason')} />
          <div>
            <Button type="submit" variant="default" loading={sending.isBusy}>
              {t('welcome:salvage.submit')}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  );
}

function Salvaged({ salvaged: { folder, tables, backupAt } }: { readonly salvaged: Output<'backups.salvage'> }) {
  const t = useText();
  const format = useFormat();
  const rows = tables.filter(({ lost, read, inBackup }) => lost || (inBackup ?? 0) > read);
  return (
    <Notice
      tone={rows.length === 0 ? 'positive' : 'dueSoon'}
      icon={rows.length === 0 ? IconShieldCheck : IconAlertTriangle}
      title={t('welcome:salvage.done', { folder })}
    >
      {rows.length === 0 ? (
        t('welcome:salvage.whole')
      ) : (
        <>
          {t('welcome:salvage.losses')}
          <DataTable
            caption={t('welcome:salvage.losses')}
            rows={rows}
            rowKey={(row) => row.table}
            columns={[
              { key: 'table', header: t('welcome:salvage.table'), value: (row) => row.table },
              { key: 'read', header: t('welcome:salvage.read'), align: 'end', value: (row) => format.number(row.read) },
              {
                key: 'inBackup',
                header:
                  backupAt === null
                    ? t('welcome:salvage.noBackup')
                    : t('welcome:salvage.inBackup', { time: format.instant(backupAt) }),
                align: 'end',
                value: (row) => (row.inBackup === null ? t('common:none') : format.number(row.inBackup)),
              },
            ]}
          />
        </>
      )}
    </Notice>
  );
}
