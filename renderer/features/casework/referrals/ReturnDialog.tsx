import { Textarea } from '@mantine/core';
import type { ReferralRow } from '#contract/casework/referrals';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { draftPlaceOf, undoableRows, type StepProps } from './steps.ts';
import { useStepTitle } from './useStepTitle.ts';

interface ReturnDialogProps extends StepProps {
  readonly referral: ReferralRow;
  readonly step: 'reopen' | 'split';
}

/** Back among the open files: from its end, or out of its bundle. */
export function ReturnDialog({ referral, step, targets, onClose, onDone }: ReturnDialogProps) {
  const t = useText();
  const title = useStepTitle(step, targets);
  const { form, sending } = useMethodForm(step === 'reopen' ? 'referrals.move' : 'referrals.split', {
    values: { on: today(), reason: '' },
    toInput: ({ on, reason }) =>
      step === 'split'
        ? { referralId: referral.id, on }
        : {
            referralId: referral.id,
            version: referral.version,
            to: 'received',
            on,
            ...(reason.trim() === '' ? {} : { reason }),
          },
    draft: draftPlaceOf('referral_return', targets),
    onDone: (moved) => {
      onDone(undoableRows('rows' in moved ? moved : { rows: [{ id: referral.id, version: moved.version }] }));
    },
  });
  return (
    <FormDialog title={title} submit={t(`referrals:${step}.submit`)} {...sending} onClose={onClose}>
      <p>{t(`referrals:${step}.text`)}</p>
      <DateField label={t('codes:heading.date')} w={160} data-autofocus {...form.getInputProps('on')} />
      {step === 'reopen' && (
        <Textarea label={t('codes:field.reason')} autosize minRows={2} maxRows={6} {...form.getInputProps('reason')} />
      )}
    </FormDialog>
  );
}
