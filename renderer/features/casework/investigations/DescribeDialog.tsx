import { TextInput } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { orNull } from '../../../lib/blanks.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import type { FileDialogProps } from './fileSteps.ts';

/** What the team calls the file, and in one line what it is about. */
export function DescribeDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const { form, sending } = useMethodForm('investigations.describe', {
    values: { title: file.title ?? '', subject: file.subject ?? '' },
    toInput: ({ title, subject }) => ({
      ...{ investigationId: file.id, version: file.version },
      ...{ title: orNull(title), subject: orNull(subject) },
    }),
    names: { title: t('investigations:column.title'), subject: t('investigations:column.subject') },
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('investigations:describe.title', { number: fileNumber(file) })}
      submit={t('investigations:describe.submit')}
      {...sending}
      onClose={onClose}
    >
      <TextInput
        label={t('investigations:column.title')}
        description={t('investigations:describe.hint')}
        data-autofocus
        {...form.getInputProps('title')}
      />
      <TextInput label={t('investigations:column.subject')} {...form.getInputProps('subject')} />
    </FormDialog>
  );
}
