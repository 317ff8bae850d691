import { TextInput } from '@mantine/core';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface RemindersDialogProps {
  readonly reminders: readonly number[];
  readonly onClose: () => void;
}

const listed = (typed: string) => typed.split(/[\s,;]+/).filter((item) => item !== '');

/** How long before its day a report is called to mind. */
export function RemindersDialog({ reminders, onClose }: RemindersDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('reports.setReminders', {
    values: { days: reminders.join(', ') },
    toInput: ({ days }) => ({ daysBefore: listed(days).map(Number) }),
    // The contract checks one day after the other; the form has one field for all.
    errors: (found) => Object.fromEntries(Object.values(found).map((problem) => ['days', problem])),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('reports:reminders.title')}
      submit={t('reports:reminders.submit')}
      {...sending}
      onClose={onClose}
    >
      <TextInput
        label={t('reports:reminders.days')}
        description={t('reports:reminders.hint')}
        data-autofocus
        {...form.getInputProps('days')}
      />
    </FormDialog>
  );
}
