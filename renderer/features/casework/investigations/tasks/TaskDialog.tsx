import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract, type Input } from '#contract/index';
import type { TaskRow } from '#contract/casework/tasks';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { today } from '../../../../lib/today.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../../ui/formErrors.tsx';
import type { FileDialogProps } from '../fileSteps.ts';

interface TaskDialogProps extends FileDialogProps {
  readonly task: TaskRow | null;
  /** Opened to settle it: done today, unless it was not. */
  readonly settles?: boolean;
}

interface TaskValues {
  readonly what: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly doneOn: string;
}

const orNull = (value: string): string | null => (value.trim() === '' ? null : value);

const texts = {
  new: { title: 'fileWork:tasks.dialog.add', submit: 'fileWork:tasks.dialog.submitNew' },
  held: { title: 'fileWork:tasks.dialog.change', submit: 'fileWork:tasks.dialog.submit' },
} as const;

function startingValues(task: TaskRow | null, settles: boolean): TaskValues {
  if (task === null) return { what: '', owner: '', dueOn: '', doneOn: '' };
  return {
    what: task.what,
    owner: task.owner ?? '',
    dueOn: task.dueOn ?? '',
    doneOn: task.doneOn ?? (settles ? today() : ''),
  };
}

/** The form of a task, and what sends it: a new one is added, a held one changed. */
function useTaskForm({ file, task, settles = false, onClose }: TaskDialogProps) {
  const add = useWrite('tasks.add');
  const change = useWrite('tasks.change');
  const factsOf = ({ what, owner, dueOn }: TaskValues): Input<'tasks.add'> => ({
    investigationId: file.id,
    what,
    owner: orNull(owner),
    dueOn: orNull(dueOn),
  });
  const changeOf = (values: TaskValues, held: TaskRow): Input<'tasks.change'> => ({
    ...factsOf(values),
    taskId: held.id,
    version: held.version,
    doneOn: orNull(values.doneOn),
  });
  const form = useForm<TaskValues>({
    initialValues: startingValues(task, settles),
    validate:
      task === null
        ? validateWith(contract['tasks.add'].input, factsOf)
        : validateWith(contract['tasks.change'].input, (values: TaskValues) => changeOf(values, task)),
  });
  const write = task === null ? add : change;
  const submit = form.onSubmit((values) => {
    const then = {
      onSuccess: onClose,
      onError: ({ failure }: NonNullable<typeof write.error>) => {
        form.setErrors(fieldErrors(failure));
      },
    };
    if (task === null) add.mutate(factsOf(values), then);
    else change.mutate(changeOf(values, task), then);
  }, focusFirstError);
  return { form, submit, isBusy: write.isPending, failure: write.error?.failure ?? null };
}

export function TaskDialog(props: TaskDialogProps) {
  const { file, task, settles = false, onClose } = props;
  const t = useText();
  const people = useNames().peopleOf(file.unitId);
  const { form, ...sending } = useTaskForm(props);
  const { title, submit } = texts[task === null ? 'new' : 'held'];
  return (
    <FormDialog
      title={t(title, { number: file.number })}
      submit={t(submit)}
      isBusy={sending.isBusy}
      failure={sending.failure}
      onSubmit={sending.submit}
      onClose={onClose}
    >
      <TextInput
        label={t('fileWork:tasks.what')}
        data-autofocus={!settles || undefined}
        {...form.getInputProps('what')}
      />
      <FieldRow>
        <Choice
          label={t('fileWork:tasks.owner')}
          empty={t('fileWork:tasks.lead')}
          options={people.map((person) => ({ value: person.id, label: person.displayName }))}
          {...form.getInputProps('owner')}
        />
        <DateField label={t('fileWork:tasks.dueOn')} {...form.getInputProps('dueOn')} />
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
