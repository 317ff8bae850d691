import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

interface RemindersDialogProps {
  readonly reminders: readonly number[];
  readonly onClose: () => void;
}

interface ReminderValues {
  readonly days: string;
}

const toInput = ({ days }: ReminderValues) => ({
  daysBefore: days
    .split(/[\s,;]+/)
    .filter((each) => each !== '')
    .map(Number),
});

/** How long before its day a report is called to mind. */
export function RemindersDialog({ reminders, onClose }: RemindersDialogProps) {
  const t = useText();
  const save = useWrite('reports.setReminders');
  const form = useForm<ReminderValues>({
    initialValues: { days: reminders.join(', ') },
    validate: (values) => {
      const problems = Object.values(validateWith(contract['reports.setReminders'].input, toInput)(values));
      return problems.length > 0 ? { days: problems[0] } : {};
    },
  });
  const submit = form.onSubmit((values) => {
    save.mutate(toInput(values), { onSuccess: onClose });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('reports:reminders.title')}
      submit={t('reports:reminders.submit')}
      isBusy={save.isPending}
      failure={save.error?.failure ?? null}
      onSubmit={submit}
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
