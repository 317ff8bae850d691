import { useForm } from '@mantine/form';
import type { ChargeRow } from '#contract/casework/charges';
import { contract, type Input } from '#contract/index';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { today } from '../../../../lib/today.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../../ui/formErrors.tsx';
import type { FileDialogProps } from '../fileSteps.ts';

interface AdvanceValues {
  readonly stage: 'approved' | 'laid';
  readonly on: string;
}

/** From recommended to approved or laid: practice differs by province. */
export function AdvanceDialog({ file, charge, onClose }: FileDialogProps & { readonly charge: ChargeRow }) {
  const t = useText();
  const format = useFormat();
  const advance = useWrite('charges.advance');
  const stages = charge.stage === 'recommended' ? (['approved', 'laid'] as const) : (['laid'] as const);
  const toInput = (values: AdvanceValues): Input<'charges.advance'> => ({
    investigationId: file.id,
    chargeId: charge.id,
    version: charge.version,
    ...values,
  });
  const form = useForm<AdvanceValues>({
    initialValues: { stage: stages[0], on: today() },
    validate: validateWith(contract['charges.advance'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    advance.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('offences:charge.advanceTitle', { section: format.section(charge.section) })}
      submit={t('offences:charge.advanceSubmit')}
      isBusy={advance.isPending}
      failure={advance.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldRow>
        <Choice
          label={t('investigations:charges.stage')}
          options={stages.map((stage) => ({ value: stage, label: t(`codes:chargeStage.${stage}`) }))}
          data-autofocus
          {...form.getInputProps('stage')}
        />
        <DateField label={t('investigations:charges.on')} {...form.getInputProps('on')} />
      </FieldRow>
    </FormDialog>
  );
}
