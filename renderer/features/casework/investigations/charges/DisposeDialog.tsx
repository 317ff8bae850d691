import { useForm } from '@mantine/form';
import { disposition, type Disposition } from '#contract/ground/codes';
import { contract, type Input } from '#contract/index';
import type { ChargeRow } from '#contract/casework/charges';
import type { InvestigationRow } from '#contract/casework/investigations';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { today } from '../../../../lib/today.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../../ui/formErrors.tsx';

interface DisposeDialogProps {
  readonly file: InvestigationRow;
  readonly charge: ChargeRow;
  readonly onClose: () => void;
}

interface OutcomeValues {
  readonly outcome: { readonly disposition: string; readonly disposedOn: string };
}

/** Records how a charge laid ended. */
export function DisposeDialog({ file, charge, onClose }: DisposeDialogProps) {
  const t = useText();
  const format = useFormat();
  const dispose = useWrite('charges.dispose');
  const toInput = ({ outcome }: OutcomeValues): Input<'charges.dispose'> => ({
    investigationId: file.id,
    chargeId: charge.id,
    version: charge.version,
    outcome:
      outcome.disposition === ''
        ? null
        : { disposition: outcome.disposition as Disposition, disposedOn: outcome.disposedOn },
  });
  const form = useForm<OutcomeValues>({
    initialValues: {
      outcome: { disposition: charge.disposition ?? '', disposedOn: charge.disposedOn ?? today() },
    },
    validate: validateWith(contract['charges.dispose'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    dispose.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('investigations:dispose.title', { section: format.section(charge.section) })}
      submit={t('investigations:dispose.submit')}
      isBusy={dispose.isPending}
      failure={dispose.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldRow>
        <Choice
          label={t('investigations:dispose.outcome')}
          empty={t('investigations:dispose.none')}
          options={disposition.options.map((code) => ({ value: code, label: t(`codes:disposition.${code}`) }))}
          data-autofocus
          {...form.getInputProps('outcome.disposition')}
        />
        <DateField label={t('investigations:dispose.on')} {...form.getInputProps('outcome.disposedOn')} />
      </FieldRow>
    </FormDialog>
  );
}
