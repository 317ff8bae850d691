import { supportOutcome } from '#contract/ground/codes';
import type { InvestigationRow } from '#contract/casework/investigations';
import type { Output } from '#contract/index';
import { useText } from '../../../../i18n/text.ts';
import { orNull } from '../../../../lib/blanks.ts';
import { today } from '../../../../lib/today.ts';
import { CorrectionReason } from '../../corrections/ReasonField.tsx';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';

export type SupportRow = Output<'support.list'>['referrals'][number];

interface AnswerDialogProps {
  readonly file: InvestigationRow;
  readonly referral: SupportRow;
  readonly onClose: () => void;
}

/** Records what a service answered to a referral. */
export function AnswerDialog({ file, referral, onClose }: AnswerDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('support.answer', {
    values: { answer: { outcome: referral.outcome ?? '', answeredOn: referral.answeredOn ?? today() }, reason: '' },
    toInput: ({ answer, reason }) => ({
      investigationId: file.id,
      supportId: referral.id,
      version: referral.version,
      answer: answer.outcome === '' ? null : answer,
      reason: orNull(reason),
    }),
    onDone: onClose,
  });
  const { answer } = form.values;
  const service = t(`codes:supportService.${referral.service}`);
  return (
    <FormDialog
      title={t('persons:support.answerTitle', { service, on: referral.referredOn })}
      submit={t('persons:support.submitAnswer')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <Choice
          label={t('codes:field.answer')}
          empty={t('persons:support.noAnswer')}
          options={supportOutcome.options.map((each) => ({ value: each, label: t(`codes:supportOutcome.${each}`) }))}
          data-autofocus
          {...form.getInputProps('answer.outcome')}
        />
        <DateField label={t('codes:field.answeredOn')} {...form.getInputProps('answer.answeredOn')} />
      </FieldRow>
      <CorrectionReason
        before={referral}
        after={answer.outcome === '' ? { outcome: null } : answer}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
