import { NumberInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { chargeStage, type ChargeStage } from '#contract/ground/codes';
import { contract, type Input } from '#contract/index';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { today } from '../../../../lib/today.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../../ui/formErrors.tsx';
import type { FileDialogProps } from '../fileSteps.ts';
import { AccusedChoice } from './AccusedChoice.tsx';

interface ChargeValues {
  readonly personId: string;
  readonly offenceOn: string;
  readonly laidOn: string;
  readonly section: string;
  readonly counts: number;
  readonly stage: ChargeStage;
}

export function ChargeDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const record = useWrite('charges.record');
  const toInput = ({ personId, offenceOn, ...values }: ChargeValues): Input<'charges.record'> => ({
    ...values,
    investigationId: file.id,
    personId: personId === '' ? null : personId,
    offenceOn: offenceOn === '' ? null : offenceOn,
  });
  const form = useForm<ChargeValues>({
    initialValues: { personId: '', offenceOn: '', laidOn: today(), section: '', counts: 1, stage: 'laid' },
    validate: validateWith(contract['charges.record'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    record.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t('investigations:charge.title', { number: file.number })}
      submit={t('investigations:charge.submit')}
      isBusy={record.isPending}
      failure={record.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldRow>
        <AccusedChoice investigationId={file.id} data-autofocus {...form.getInputProps('personId')} />
        <DateField label={t('offences:charge.offenceOn')} {...form.getInputProps('offenceOn')} />
      </FieldRow>
      <FieldRow>
        <TextInput
          label={t('investigations:charges.section')}
          placeholder="163.1(4)"
          {...form.getInputProps('section')}
        />
        <NumberInput
          label={t('investigations:charges.counts')}
          min={1}
          max={999}
          allowDecimal={false}
          {...form.getInputProps('counts')}
        />
      </FieldRow>
      <FieldRow>
        <Choice
          label={t('investigations:charges.stage')}
          options={chargeStage.options.map((stage) => ({ value: stage, label: t(`codes:chargeStage.${stage}`) }))}
          {...form.getInputProps('stage')}
        />
        <DateField label={t('investigations:charges.on')} {...form.getInputProps('laidOn')} />
      </FieldRow>
    </FormDialog>
  );
}
