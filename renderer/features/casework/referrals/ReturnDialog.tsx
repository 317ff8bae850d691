import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { z } from 'zod';
import { freeText } from '#contract/ground/common';
import { civilDate } from '#contract/ground/dates';
import type { ReferralRow } from '#contract/casework/referrals';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useDraft } from '../../../lib/useDraft.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import { draftPlaceOf, undoableRows, type StepProps } from './steps.ts';
import { useMoves } from './useMoves.ts';
import { useStepTitle } from './useStepTitle.ts';

const going = z.object({ on: civilDate, reason: freeText });

interface ReturnDialogProps extends StepProps {
  readonly referral: ReferralRow;
  readonly step: 'reopen' | 'split';
}

/** Back among the open files: from its end, or out of its bundle. */
export function ReturnDialog({ referral, step, targets, onClose, onDone }: ReturnDialogProps) {
  const t = useText();
  const title = useStepTitle(step, targets);
  const split = useWrite('referrals.split');
  const form = useForm({ initialValues: { on: today(), reason: '' }, validate: validateWith(going) });
  const draft = useDraft(form, draftPlaceOf('referral_return', targets));
  const finish: StepProps['onDone'] = (undoable) => {
    draft.forget();
    onDone(undoable);
  };
  const moves = useMoves(finish, (failure) => {
    form.setErrors(fieldErrors(failure));
  });
  const submit = form.onSubmit(({ on, reason }) => {
    if (step === 'reopen') {
      moves.moveAll([referral], { to: 'received', on, ...(reason.trim() === '' ? {} : { reason }) });
      return;
    }
    split.mutate(
      { referralId: referral.id, on },
      {
        onSuccess: (moved) => {
          finish(undoableRows(moved));
        },
        onError: ({ failure }) => {
          form.setErrors(fieldErrors(failure));
        },
      },
    );
  }, focusFirstError);
  return (
    <FormDialog
      title={title}
      submit={t(`referrals:${step}.submit`)}
      isBusy={moves.isBusy || split.isPending}
      failure={moves.failure ?? split.error?.failure ?? null}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(`referrals:${step}.text`)}</p>
      <DateField label={t('lists:on')} w={160} data-autofocus {...form.getInputProps('on')} />
      {step === 'reopen' && (
        <Textarea label={t('lists:reason')} autosize minRows={2} maxRows={6} {...form.getInputProps('reason')} />
      )}
    </FormDialog>
  );
}
