import { TextInput, Textarea } from '@mantine/core';
import { referralSource } from '#contract/ground/codes';
import type { ReferralRow } from '#contract/casework/referrals';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { blanksAsNull, orNull, withBlanks } from '../../../lib/blanks.ts';
import { today } from '../../../lib/today.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../corrections/ReasonField.tsx';
import type { StepProps } from './steps.ts';
import { useStepTitle } from './useStepTitle.ts';

export function EditDialog({
  referral: chosen,
  targets,
  onClose,
  onDone,
}: StepProps & { readonly referral: ReferralRow }) {
  const t = useText();
  // As it is now: what was chosen does not change while others save it.
  const referral = useRead('referrals.get', { referralId: chosen.id }).data?.referral ?? chosen;
  const title = useStepTitle('edit', targets);
  const isAhead = referral.receivedOn > today();
  const { form, sending } = useMethodForm('referrals.edit', {
    values: {
      ...withBlanks({ externalNumber: '', priorityReceived: '', summary: '' }, referral),
      source: referral.source,
      receivedOn: referral.receivedOn,
      reason: '',
    },
    toInput: ({ source, receivedOn, ...values }) => ({
      ...blanksAsNull(values),
      source,
      receivedOn,
      referralId: referral.id,
      version: referral.version,
    }),
    names: {
      source: t('codes:field.source'),
      receivedOn: t('codes:field.receivedOn'),
      externalNumber: t('codes:field.externalNumber'),
      priorityReceived: t('referrals:priorityReceived'),
      summary: t('codes:field.summary'),
    },
    draft: { form: 'referral_edit', subject: referral.id, unitId: referral.unitId },
    onDone: () => {
      onDone();
    },
  });
  const { source, receivedOn, externalNumber } = form.values;
  return (
    <FormDialog title={title} submit={t('common:save')} {...sending} onClose={onClose}>
      <TextInput label={t('codes:field.externalNumber')} data-autofocus {...form.getInputProps('externalNumber')} />
      <FieldRow>
        <Choice
          label={t('codes:field.source')}
          options={referralSource.options.map((code) => ({ value: code, label: t(`codes:referralSource.${code}`) }))}
          {...form.getInputProps('source')}
        />
        <DateField
          label={t('codes:field.receivedOn')}
          {...(isAhead && { description: t('referrals:receiptAhead') })}
          {...form.getInputProps('receivedOn')}
        />
      </FieldRow>
      <TextInput label={t('referrals:priorityReceived')} {...form.getInputProps('priorityReceived')} />
      <Textarea
        label={t('codes:field.summary')}
        description={t('referrals:summaryHint')}
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps('summary')}
      />
      {!isAhead && (
        <CorrectionReason
          before={referral}
          after={{ source, receivedOn, externalNumber: orNull(externalNumber) }}
          {...form.getInputProps('reason')}
        />
      )}
    </FormDialog>
  );
}
