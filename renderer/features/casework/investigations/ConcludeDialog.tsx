import { Textarea } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { today } from '../../../lib/today.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import type { FileDialogProps } from './fileSteps.ts';

/** Ends a file or takes it up again. */
export function ConcludeDialog({ file, step, onClose }: FileDialogProps & { readonly step: 'conclude' | 'reopen' }) {
  const t = useText();
  const { fileNumber } = useNames();
  const { form, sending } = useMethodForm(`investigations.${step}`, {
    values: { on: today(), reason: '' },
    toInput: ({ on, reason }) => ({
      investigationId: file.id,
      version: file.version,
      on,
      ...(reason.trim() === '' ? {} : { reason }),
    }),
    onDone: onClose,
  });
  const title = t(`investigations:${step}.title`, { number: fileNumber(file) });
  return (
    <FormDialog title={title} submit={title} {...sending} onClose={onClose}>
      <p>{t(`investigations:${step}.text`)}</p>
      <DateField label={t('codes:heading.date')} w={160} data-autofocus {...form.getInputProps('on')} />
      <Textarea label={t('codes:field.reason')} autosize minRows={2} maxRows={6} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
