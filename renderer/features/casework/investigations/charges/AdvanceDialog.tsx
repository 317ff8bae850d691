import type { ChargeRow } from '#contract/casework/charges';
import { useText } from '../../../../i18n/text.ts';
import { today } from '../../../../lib/today.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { Choice } from '../../../../ui/Choice.tsx';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { FileDialogProps } from '../fileSteps.ts';

/** From recommended to approved or laid: practice differs by province. */
export function AdvanceDialog({ file, charge, onClose }: FileDialogProps & { readonly charge: ChargeRow }) {
  const t = useText();
  const format = useFormat();
  const stages = charge.stage === 'recommended' ? (['approved', 'laid'] as const) : (['laid'] as const);
  const { form, sending } = useMethodForm('charges.advance', {
    values: { stage: stages[0], on: today() },
    toInput: (values) => ({ investigationId: file.id, chargeId: charge.id, version: charge.version, ...values }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('offences:charge.advanceFor', { section: format.section(charge.section) })}
      submit={t('offences:charge.advanceSubmit')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <Choice
          label={t('codes:field.stage')}
          options={stages.map((stage) => ({ value: stage, label: t(`codes:chargeStage.${stage}`) }))}
          data-autofocus
          {...form.getInputProps('stage')}
        />
        <DateField label={t('codes:heading.date')} {...form.getInputProps('on')} />
      </FieldRow>
    </FormDialog>
  );
}
