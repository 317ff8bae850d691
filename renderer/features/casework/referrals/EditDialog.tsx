import { TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract, type Input } from '#contract/index';
import type { ReferralRow } from '#contract/casework/referrals';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useDraft } from '../../../lib/useDraft.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import type { StepProps } from './steps.ts';
import { useStepTitle } from './useStepTitle.ts';

interface EditValues {
  readonly externalNumber: string;
  readonly priorityReceived: string;
  readonly summary: string;
}

const orNull = (text: string) => (text.trim() === '' ? null : text);

export function EditDialog({ referral, targets, onClose, onDone }: StepProps & { readonly referral: ReferralRow }) {
  const t = useText();
  const title = useStepTitle('edit', targets);
  const edit = useWrite('referrals.edit');
  const toInput = (values: EditValues): Input<'referrals.edit'> => ({
    referralId: referral.id,
    version: referral.version,
    externalNumber: orNull(values.externalNumber),
    priorityReceived: orNull(values.priorityReceived),
    summary: orNull(values.summary),
  });
  const form = useForm<EditValues>({
    initialValues: {
      externalNumber: referral.externalNumber ?? '',
      priorityReceived: referral.priorityReceived ?? '',
      summary: referral.summary ?? '',
    },
    validate: validateWith(contract['referrals.edit'].input, toInput),
  });
  const draft = useDraft(form, { form: 'referral_edit', subject: referral.id, unitId: referral.unitId });
  const submit = form.onSubmit((values) => {
    edit.mutate(toInput(values), {
      onSuccess: () => {
        draft.forget();
        onDone();
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={title}
      submit={t('common:save')}
      isBusy={edit.isPending}
      failure={edit.error?.failure ?? null}
      draft={draft}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('referrals:column.externalNumber')}
        data-autofocus
        {...form.getInputProps('externalNumber')}
      />
      <TextInput label={t('referrals:priorityReceived')} {...form.getInputProps('priorityReceived')} />
      <Textarea
        label={t('referrals:column.summary')}
        description={t('referrals:summaryHint')}
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps('summary')}
      />
    </FormDialog>
  );
}
