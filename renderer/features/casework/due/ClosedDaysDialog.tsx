import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract, type Input, type Output } from '#contract/index';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

interface ClosedDaysDialogProps {
  readonly closedDays: Output<'clockSettings.get'>['closedDays'];
  readonly onClose: () => void;
}

interface ClosedDaysValues {
  readonly days: string;
}

const toInput = ({ days }: ClosedDaysValues): Input<'clockSettings.setClosedDays'> => ({
  days: days.split(/[\s,;]+/).filter((each) => each !== ''),
});

/** The days on which courts and registries are closed where the unit is: they make one act earlier and move no date. */
export function ClosedDaysDialog({ closedDays, onClose }: ClosedDaysDialogProps) {
  const t = useText();
  const save = useWrite('clockSettings.setClosedDays');
  const form = useForm<ClosedDaysValues>({
    initialValues: { days: closedDays.join('\n') },
    validate: (values) => {
      const problems = Object.values(validateWith(contract['clockSettings.setClosedDays'].input, toInput)(values));
      return problems.length > 0 ? { days: problems[0] } : {};
    },
  });
  const submit = form.onSubmit((values) => {
    save.mutate(toInput(values), { onSuccess: onClose });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('due:closed.title')}
      submit={t('due:closed.submit')}
      isBusy={save.isPending}
      failure={save.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('due:closed.text')}</p>
      <Textarea
        label={t('due:closed.days')}
        description={t('due:closed.daysHint')}
        data-autofocus
        autosize
        minRows={6}
        maxRows={14}
        {...form.getInputProps('days')}
      />
    </FormDialog>
  );
}
