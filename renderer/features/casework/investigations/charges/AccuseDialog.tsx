import { useForm } from '@mantine/form';
import type { ChargeRow } from '#contract/casework/charges';
import { contract, type Input } from '#contract/index';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../../ui/formErrors.tsx';
import type { FileDialogProps } from '../fileSteps.ts';
import { AccusedChoice } from './AccusedChoice.tsx';

interface AccuseValues {
  readonly personId: string;
  readonly offenceOn: string;
}

/** Who is accused, and of which day. */
export function AccuseDialog({ file, charge, onClose }: FileDialogProps & { readonly charge: ChargeRow }) {
  const t = useText();
  const format = useFormat();
  const accuse = useWrite('charges.accuse');
  const toInput = ({ personId, offenceOn }: AccuseValues): Input<'charges.accuse'> => ({
    investigationId: file.id,
    chargeId: charge.id,
    version: charge.version,
    personId: personId === '' ? null : personId,
    offenceOn: offenceOn === '' ? null : offenceOn,
  });
  const form = useForm<AccuseValues>({
    initialValues: { personId: charge.personId ?? '', offenceOn: charge.offenceOn ?? '' },
    validate: validateWith(contract['charges.accuse'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    accuse.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('offences:charge.accuseTitle', { section: format.section(charge.section) })}
      submit={t('offences:charge.accuseSubmit')}
      isBusy={accuse.isPending}
      failure={accuse.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldRow>
        <AccusedChoice investigationId={file.id} data-autofocus {...form.getInputProps('personId')} />
        <DateField label={t('offences:charge.offenceOn')} {...form.getInputProps('offenceOn')} />
      </FieldRow>
    </FormDialog>
  );
}
