import { Link } from 'wouter';
import { reportState, type DueReport } from '#contract/reporting/reportingDeadlines';
import { useText } from '../../../i18n/text.ts';
import { today } from '../../../lib/today.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { returnPath } from '../returns/returnPaths.ts';
import { quarterOfReport } from './quarterOfReport.ts';

interface StateDialogProps {
  readonly row: DueReport & { readonly report: NonNullable<DueReport['report']> };
  readonly onClose: () => void;
}

/** How far a report is and, of one that was sent, when. */
export function StateDialog({ row, onClose }: StateDialogProps) {
  const t = useText();
  const format = useFormat();
  const { rowId, version, state, sentOn } = row.report;
  const quarter = quarterOfReport(row.report);
  const { form, sending } = useMethodForm('reports.setState', {
    values: { state, sentOn: sentOn ?? today() },
    toInput: (values) => ({
      rowId,
      version,
      state: values.state,
      sentOn: values.state === 'sent' && values.sentOn !== '' ? values.sentOn : null,
    }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`${row.agreementCode} · ${format.bilingual(row.name)}`}
      submit={t('reports:dialog.submit')}
      {...sending}
      onClose={onClose}
    >
      <p>{t('reports:dialog.due', { day: format.day(row.dueOn) })}</p>
      {quarter !== null && (
        <Link href={returnPath(row.agreementId, quarter, 'data')}>
          {t('reports:dialog.openReturn', { quarter: format.quarter(quarter) })}
        </Link>
      )}
      <Choice
        label={t('codes:field.state')}
        options={reportState.options.map((each) => ({ value: each, label: t(`codes:reportState.${each}`) }))}
        data-autofocus
        {...form.getInputProps('state')}
      />
      {form.values.state === 'sent' && <DateField label={t('codes:field.sentOn')} {...form.getInputProps('sentOn')} />}
    </FormDialog>
  );
}
