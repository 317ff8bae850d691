import { supportService } from '#contract/casework/victims';
import { useRead, useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { latest } from '../../../../lib/latest.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { today } from '../../../../lib/today.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { actionColumn } from '../../../../ui/actionColumn.tsx';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { FilePartProps } from '../fileParts.ts';
import type { FileDialogProps } from '../fileSteps.ts';
import { FileSection } from '../FileSection.tsx';
import { AnswerDialog, type SupportRow } from './AnswerDialog.tsx';

/** Referrals of victims to services: the kind, the day and what the service answered, nobody's name. */
export function Support({ detail: { investigation } }: FilePartProps) {
  const t = useText();
  const read = useRead('support.list', { investigationId: investigation.id });
  const remove = useWrite('support.remove');
  const referrals = read.data?.referrals ?? [];
  return (
    <FileSection
      title={t('persons:support.title')}
      action={t('persons:support.add')}
      keys="V"
      read={{ data: read.data, error: read.error ?? remove.error }}
      none={referrals.length === 0 && t('persons:support.none')}
      dialog={(close, row: SupportRow | null) => {
        const referral = latest(referrals, row);
        if (referral === null) return <SupportDialog file={investigation} onClose={close} />;
        return <AnswerDialog file={investigation} referral={referral} onClose={close} />;
      }}
    >
      {(open) => (
        <SupportTable
          referrals={referrals}
          onAnswer={open}
          onRemove={(row) => {
            remove.mutate({ investigationId: investigation.id, supportId: row.id, version: row.version });
          }}
        />
      )}
    </FileSection>
  );
}

interface SupportTableProps {
  readonly referrals: readonly SupportRow[];
  readonly onAnswer: (row: SupportRow) => void;
  readonly onRemove: (row: SupportRow) => void;
}

function SupportTable({ referrals, onAnswer, onRemove }: SupportTableProps) {
  const t = useText();
  const named = ({ service, referredOn }: SupportRow) =>
    t('persons:support.named', { service: t(`codes:supportService.${service}`), on: referredOn });
  const answered = ({ outcome, answeredOn }: SupportRow) =>
    outcome === null
      ? t('persons:support.noAnswer')
      : [t(`codes:supportOutcome.${outcome}`), answeredOn ?? ''].join(' ').trim();
  return (
    <DataTable
      caption={t('persons:support.title')}
      rows={referrals}
      rowKey={(row) => row.id}
      columns={[
        { key: 'on', header: t('codes:field.referredOn'), narrow: true, value: (row) => row.referredOn },
        {
          key: 'service',
          header: t('codes:field.service'),
          value: (row) => t(`codes:supportService.${row.service}`),
        },
        { key: 'answered', header: t('codes:field.answer'), value: answered },
        {
          ...actionColumn<SupportRow>({
            label: t('persons:support.answer'),
            name: (row) => t('persons:support.answerFor', { name: named(row) }),
            run: onAnswer,
          }),
          key: 'answer',
        },
        actionColumn<SupportRow>({
          label: t('common:remove'),
          name: (row) => t('common:removeFor', { name: named(row) }),
          run: onRemove,
        }),
      ]}
    />
  );
}

function SupportDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const { form, sending } = useMethodForm('support.add', {
    values: { referredOn: today(), service: 'victim_services' },
    toInput: (values) => ({ ...values, investigationId: file.id }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('persons:support.dialog', { number: fileNumber(file) })}
      submit={t('persons:support.submit')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <Choice
          label={t('codes:field.service')}
          options={supportService.options.map((each) => ({ value: each, label: t(`codes:supportService.${each}`) }))}
          data-autofocus
          {...form.getInputProps('service')}
        />
        <DateField label={t('codes:field.referredOn')} {...form.getInputProps('referredOn')} />
      </FieldRow>
    </FormDialog>
  );
}
