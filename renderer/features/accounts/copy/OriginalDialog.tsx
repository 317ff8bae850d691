import { Text, TextInput } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

/** Two originals would go separate ways: the reason stays in the audit. */
export function OriginalDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { form, sending } = useMethodForm('workspace.original', {
    values: { reason: '' },
    toInput: (values) => values,
    onDone: onClose,
  });
  return (
    <FormDialog title={t('shell:copy.make')} submit={t('shell:copy.submit')} {...sending} onClose={onClose}>
      <Text size="sm">{t('shell:copy.consequence')}</Text>
      <TextInput label={t('codes:field.reason')} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
