import type { ChargeRow } from '#contract/casework/charges';
import { useText } from '../../../../i18n/text.ts';
import { ifChanged, orNull } from '../../../../lib/blanks.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DateField } from '../../../../ui/DateField.tsx';
import { FieldRow } from '../../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { FileDialogProps } from '../fileSteps.ts';
import { AccusedChoice } from './AccusedChoice.tsx';

/** Who is accused, and of which day. */
export function AccuseDialog({ file, charge, onClose }: FileDialogProps & { readonly charge: ChargeRow }) {
  const t = useText();
  const format = useFormat();
  const { form, sending } = useMethodForm('charges.accuse', {
    values: { personId: charge.personId ?? '', offenceOn: charge.offenceOn ?? '' },
    toInput: ({ personId, offenceOn }) => ({
      investigationId: file.id,
      chargeId: charge.id,
      version: charge.version,
      personId: ifChanged(personId, charge.personId),
      offenceOn: orNull(offenceOn),
    }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('offences:charge.accuseTitle', { section: format.section(charge.section) })}
      submit={t('offences:charge.accuseSubmit')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <AccusedChoice investigationId={file.id} data-autofocus {...form.getInputProps('personId')} />
        <DateField label={t('offences:charge.offenceOn')} {...form.getInputProps('offenceOn')} />
      </FieldRow>
    </FormDialog>
  );
}
