import { Checkbox } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract, type Input } from '#contract/index';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { today } from '../../../../lib/today.ts';
import { DateField } from '../../../../ui/DateField.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../../ui/formErrors.tsx';
import type { FileDialogProps } from '../fileSteps.ts';

export function ArrestDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const record = useWrite('arrests.record');
  const form = useForm<Input<'arrests.record'>>({
    initialValues: { investigationId: file.id, arrestedOn: today(), youth: false },
    validate: validateWith(contract['arrests.record'].input),
  });
  const submit = form.onSubmit((values) => {
    record.mutate(values, {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('investigations:arrest.title', { number: file.number })}
      submit={t('investigations:arrest.submit')}
      isBusy={record.isPending}
      failure={record.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <DateField label={t('investigations:arrests.on')} w={160} data-autofocus {...form.getInputProps('arrestedOn')} />
      <Checkbox label={t('investigations:arrest.youth')} {...form.getInputProps('youth', { type: 'checkbox' })} />
    </FormDialog>
  );
}
