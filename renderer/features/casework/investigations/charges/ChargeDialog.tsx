import { NumberInput } from '@mantine/core';
import { chargeStage } from '#contract/ground/codes';
import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { orNull } from '../../../../lib/blanks.ts';
import { today } from '../../../../lib/today.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { FileDialogProps } from '../fileSteps.ts';
import { useBeforeOpening } from '../useBeforeOpening.ts';
import { AccusedChoice } from './AccusedChoice.tsx';
import { SectionField } from './SectionField.tsx';

export function ChargeDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const beforeOpening = useBeforeOpening(file);
  const { form, sending } = useMethodForm('charges.record', {
    values: { personId: '', offenceOn: '', laidOn: today(), section: '', counts: 1, stage: 'laid' },
    toInput: ({ personId, offenceOn, ...values }) => ({
      ...values,
      investigationId: file.id,
      personId: orNull(personId),
      offenceOn: orNull(offenceOn),
    }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('investigations:charge.title', { number: fileNumber(file) })}
      submit={t('investigations:charge.submit')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <AccusedChoice investigationId={file.id} data-autofocus {...form.getInputProps('personId')} />
        <DateField label={t('offences:charge.offenceOn')} {...form.getInputProps('offenceOn')} />
      </FieldRow>
      <FieldRow>
        <SectionField
          on={form.values.offenceOn === '' ? form.values.laidOn : form.values.offenceOn}
          {...form.getInputProps('section')}
        />
        <NumberInput
          label={t('codes:field.counts')}
          min={1}
          max={999}
          allowDecimal={false}
          {...form.getInputProps('counts')}
        />
      </FieldRow>
      <FieldRow>
        <Choice
          label={t('codes:field.stage')}
          options={chargeStage.options.map((stage) => ({ value: stage, label: t(`codes:chargeStage.${stage}`) }))}
          {...form.getInputProps('stage')}
        />
        <DateField
          label={t('codes:heading.date')}
          description={beforeOpening(form.values.laidOn)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('laidOn')}
        />
      </FieldRow>
    </FormDialog>
  );
}
