import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract } from '#contract/index';
import type { SealRow } from '#contract/custody/seals';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

interface UnsealDialogProps {
  readonly seal: SealRow;
  readonly onClose: () => void;
}

/** By whose authority records come back into sight, and why. */
export function UnsealDialog({ seal, onClose }: UnsealDialogProps) {
  const t = useText();
  const unseal = useWrite('seals.unseal');
  const form = useForm({
    initialValues: { authority: '', reason: '' },
    validate: validateWith(contract['seals.unseal'].input, (values: object) => ({ ...values, sealId: seal.id })),
  });
  const submit = form.onSubmit((values) => {
    unseal.mutate(
      { ...values, sealId: seal.id },
      {
        onSuccess: onClose,
        onError: ({ failure }) => {
          form.setErrors(fieldErrors(failure));
        },
      },
    );
  }, focusFirstError);
  return (
    <FormDialog
      title={t('records:unseal.title', { number: seal.number })}
      submit={t('records:unseal.submit')}
      isBusy={unseal.isPending}
      failure={unseal.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('records:unseal.text')}</p>
      <TextInput
        label={t('records:unseal.authority')}
        description={t('records:unseal.authorityHint')}
        data-autofocus
        {...form.getInputProps('authority')}
      />
      <Textarea label={t('records:seal.reason')} autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
