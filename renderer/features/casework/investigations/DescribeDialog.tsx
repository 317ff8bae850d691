import { TextInput } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { orNull } from '../../../lib/blanks.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../corrections/ReasonField.tsx';
import type { FileDialogProps } from './fileSteps.ts';

/** What the team calls the file, and in one line what it is about. */
export function DescribeDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const { form, sending } = useMethodForm('investigations.describe', {
    values: { title: file.title ?? '', subject: file.subject ?? '', openedOn: file.openedOn, reason: '' },
    toInput: ({ title, subject, openedOn, reason }) => ({
      investigationId: file.id,
      version: file.version,
      openedOn,
      title: orNull(title),
      subject: orNull(subject),
      reason: orNull(reason),
    }),
    names: {
      title: t('codes:heading.caseTitle'),
      subject: t('investigations:column.subject'),
      openedOn: t('codes:field.openedOn'),
    },
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
        label={t('codes:heading.caseTitle')}
        description={t('investigations:describe.hint')}
        data-autofocus
        {...form.getInputProps('title')}
      />
      <TextInput label={t('investigations:column.subject')} {...form.getInputProps('subject')} />
      {!file.transferredIn && (
        <DateField label={t('codes:field.openedOn')} w={240} {...form.getInputProps('openedOn')} />
      )}
      <CorrectionReason
        before={{ openedOn: file.openedOn }}
        after={{ openedOn: form.values.openedOn }}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
