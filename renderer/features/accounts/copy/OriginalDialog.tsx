import { Text, TextInput } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface OriginalDialogProps {
  readonly about?: 'copy' | 'moved';
  readonly onClose: () => void;
}

/** Two originals would go separate ways: the reason stays in the audit. */
export function OriginalDialog({ about = 'copy', onClose }: OriginalDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('workspace.original', {
    values: { reason: '' },
    toInput: (values) => values,
    onDone: onClose,
  });
  return (
    <FormDialog title={t(`shell:${about}.make`)} submit={t(`shell:${about}.submit`)} {...sending} onClose={onClose}>
      <Text size="sm">{t(`shell:${about}.consequence`)}</Text>
      <TextInput label={t('codes:field.reason')} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
