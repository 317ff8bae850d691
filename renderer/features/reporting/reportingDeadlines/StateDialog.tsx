import { useForm } from '@mantine/form';
import { contract } from '#contract/index';
import { reportState, type DueReport } from '#contract/reporting/reportingDeadlines';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

interface StateDialogProps {
  readonly row: DueReport & { readonly report: NonNullable<DueReport['report']> };
  readonly onClose: () => void;
}

interface StateValues {
  readonly state: string;
  readonly sentOn: string;
}

/** How far a report is and, of one that was sent, when. */
export function StateDialog({ row, onClose }: StateDialogProps) {
  const t = useText();
  const format = useFormat();
  const save = useWrite('reports.setState');
  const { rowId, version, state, sentOn } = row.report;
  const toInput = (values: StateValues) => ({
    rowId,
    version,
    state: reportState.parse(values.state),
    sentOn: values.state === 'sent' && values.sentOn !== '' ? values.sentOn : null,
  });
  const form = useForm<StateValues>({
    initialValues: { state, sentOn: sentOn ?? today() },
    validate: validateWith(contract['reports.setState'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    save.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={`${row.agreementCode} · ${format.bilingual(row.name)}`}
      submit={t('reports:dialog.submit')}
      isBusy={save.isPending}
      failure={save.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('reports:dialog.due', { day: format.day(row.dueOn) })}</p>
      <Choice
        label={t('reports:column.state')}
        options={reportState.options.map((each) => ({ value: each, label: t(`reports:state.${each}`) }))}
        data-autofocus
        {...form.getInputProps('state')}
      />
      {form.values.state === 'sent' && (
        <DateField label={t('reports:dialog.sentOn')} {...form.getInputProps('sentOn')} />
      )}
    </FormDialog>
  );
}
