import { TextInput } from '@mantine/core';
import type { TaskRow } from '#contract/casework/tasks';
import { useText } from '../../../../i18n/text.ts';
import { blanksAsNull, withBlanks } from '../../../../lib/blanks.ts';
import { today } from '../../../../lib/today.ts';
import { useOfficerOptions } from '../../../../lib/useLeaves.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { FileDialogProps } from '../fileSteps.ts';

interface TaskDialogProps extends FileDialogProps {
  readonly task: TaskRow | null;
  /** Opened to mark it as done: today, unless changed. */
  readonly settles?: boolean;
}

const texts = {
  new: { title: 'fileWork:tasks.dialog.add', submit: 'fileWork:tasks.dialog.submitNew' },
  held: { title: 'fileWork:tasks.dialog.change', submit: 'fileWork:tasks.dialog.submit' },
} as const;

const blank = { what: '', owner: '', dueOn: '', doneOn: '' };

export function TaskDialog({ file, task, settles = false, onClose }: TaskDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const people = useOfficerOptions(file.unitId, task?.owner);
  const values = withBlanks(settles ? { ...blank, doneOn: today() } : blank, task);
  const { form, sending } = useMethodForm(task === null ? 'tasks.add' : 'tasks.change', {
    values,
    toInput: (typed) => ({
      ...blanksAsNull(typed),
      investigationId: file.id,
      ...(task !== null && { taskId: task.id, version: task.version }),
    }),
    names: { what: t('fileWork:tasks.what'), dueOn: t('fileWork:tasks.dueOn'), doneOn: t('fileWork:tasks.doneOn') },
    onDone: onClose,
  });
  const { title, submit } = texts[task === null ? 'new' : 'held'];
  return (
    <FormDialog title={t(title, { number: fileNumber(file) })} submit={t(submit)} {...sending} onClose={onClose}>
      <TextInput
        label={t('fileWork:tasks.what')}
        data-autofocus={!settles || undefined}
        {...form.getInputProps('what')}
      />
      <FieldRow>
        <Choice
          label={t('codes:field.riskOwner')}
          empty={t('fileWork:tasks.lead')}
          options={people}
          {...form.getInputProps('owner')}
        />
        <DateField label={t('fileWork:tasks.dueOn')} tense="ahead" {...form.getInputProps('dueOn')} />
      </FieldRow>
      {task !== null && (
        <DateField
          label={t('fileWork:tasks.doneOn')}
          w={160}
          data-autofocus={settles || undefined}
          {...form.getInputProps('doneOn')}
        />
      )}
    </FormDialog>
  );
}
