import { Button, NumberInput, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { delayCause } from '#contract/casework/charges';
import type { InvestigationId } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useRead, useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { orNull } from '../../../../lib/blanks.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { Fact, Facts } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import { FileSection } from '../FileSection.tsx';
import classes from '../Investigations.module.css';

type Proceedings = Output<'delays.list'>['proceedings'][number];

/** The delay of each proceeding less its deductions, compared with the ceiling: an indicator, no legal advice. */
export function Delays({ file }: { readonly file: InvestigationRow }) {
  const t = useText();
  const all = useRead('delays.list', { investigationId: file.id }).data?.proceedings ?? [];
  if (all.length === 0) return null;
  return (
    <FileSection title={t('offences:delay.title')}>
      <p className={classes.none}>{t('offences:delay.caution')}</p>
      {all.map((each) => (
        <Delay key={each.authorityId} investigationId={file.id} proceedings={each} />
      ))}
    </FileSection>
  );
}

interface DelayProps {
  readonly investigationId: InvestigationId;
  readonly proceedings: Proceedings;
}

function Delay({ investigationId, proceedings }: DelayProps) {
  const t = useText();
  const remove = useWrite('delays.remove');
  const [isOpen, dialog] = useDisclosure();
  const days = (count: number) => t('offences:delay.days', { count });
  const { deductions } = proceedings;
  return (
    <>
      <Facts>
        <Fact label={t('offences:delay.from')}>{proceedings.startedOn}</Fact>
        <Fact label={t(proceedings.isRunning ? 'offences:delay.today' : 'offences:delay.until')}>
          {proceedings.until}
        </Fact>
        <Fact label={t('offences:delay.total')}>{days(proceedings.days)}</Fact>
        <Fact label={t('offences:delay.deducted')}>{days(proceedings.deducted)}</Fact>
        <Fact label={t('offences:delay.net')}>{days(proceedings.net)}</Fact>
        <Fact label={t('codes:term.presumptiveCeiling')}>{proceedings.ceilingOn ?? t('common:none')}</Fact>
      </Facts>
      {deductions.length > 0 && (
        <DataTable
          caption={t('offences:delay.deducted')}
          rows={deductions}
          rowKey={(row) => row.id}
          columns={[
            { key: 'cause', header: t('codes:field.cause'), value: (row) => t(`codes:delayCause.${row.cause}`) },
            { key: 'days', header: t('common:days'), as: 'number', value: (row) => row.days },
            { key: 'note', header: t('codes:field.note'), value: (row) => row.note },
            actionColumn<(typeof deductions)[number]>({
              label: t('common:remove'),
              name: (row) => t('common:removeFor', { name: t(`codes:delayCause.${row.cause}`) }),
              run: (row) => {
                remove.mutate({ investigationId, deductionId: row.id, version: row.version });
              },
            }),
          ]}
        />
      )}
      <Button mt="xs" size="compact-sm" variant="default" onClick={dialog.open}>
        {t('offences:delay.deduct')}
      </Button>
      {isOpen && <DeductDialog investigationId={investigationId} proceedings={proceedings} onClose={dialog.close} />}
    </>
  );
}

function DeductDialog({ investigationId, proceedings, onClose }: DelayProps & { readonly onClose: () => void }) {
  const t = useText();
  const { form, sending } = useMethodForm('delays.deduct', {
    values: { cause: 'defence', days: '', note: '' },
    toInput: ({ cause, days, note }) => ({
      investigationId,
      authorityId: proceedings.authorityId,
      cause,
      days: Number(days),
      note: orNull(note),
    }),
    onDone: onClose,
  });
  return (
    <FormDialog title={t('offences:delay.dialog')} submit={t('offences:delay.submit')} {...sending} onClose={onClose}>
      <Choice
        label={t('codes:field.cause')}
        options={delayCause.options.map((each) => ({ value: each, label: t(`codes:delayCause.${each}`) }))}
        data-autofocus
        {...form.getInputProps('cause')}
      />
      <NumberInput label={t('common:days')} min={1} max={5000} allowDecimal={false} {...form.getInputProps('days')} />
      <TextInput label={t('codes:field.note')} {...form.getInputProps('note')} />
    </FormDialog>
  );
}
