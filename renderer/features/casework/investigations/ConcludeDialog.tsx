import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract, type Input } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import type { FileDialogProps } from './fileSteps.ts';

interface EndValues {
  readonly on: string;
  readonly reason: string;
}

/** Ends a file or takes it up again. */
export function ConcludeDialog({ file, step, onClose }: FileDialogProps & { readonly step: 'conclude' | 'reopen' }) {
  const t = useText();
  const write = useWrite(`investigations.${step}`);
  const toInput = ({ on, reason }: EndValues): Input<'investigations.conclude'> => ({
    investigationId: file.id,
    version: file.version,
    on,
    ...(reason.trim() === '' ? {} : { reason }),
  });
  const form = useForm<EndValues>({
    initialValues: { on: today(), reason: '' },
    validate: validateWith(contract['investigations.conclude'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    write.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t(`investigations:${step}.title`, { number: file.number })}
      submit={t(`investigations:${step}.submit`)}
      isBusy={write.isPending}
      failure={write.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(`investigations:${step}.text`)}</p>
      <DateField label={t('lists:on')} w={160} data-autofocus {...form.getInputProps('on')} />
      <Textarea label={t('lists:reason')} autosize minRows={2} maxRows={6} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
