import { useText } from '../../../../i18n/text.ts';
import { useNames } from '../../../../lib/useNames.ts';
import { orNull } from '../../../../lib/blanks.ts';
import { today } from '../../../../lib/today.ts';
import { DateField } from '../../../../ui/DateField.tsx';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { FileDialogProps } from '../fileSteps.ts';
import { useBeforeOpening } from '../useBeforeOpening.ts';
import { ArrestedFields } from './ArrestedFields.tsx';

export function ArrestDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const beforeOpening = useBeforeOpening(file);
  const { form, sending } = useMethodForm('arrests.record', {
    values: { arrestedOn: today(), personId: '', youth: false },
    toInput: ({ personId, ...values }) => ({ ...values, personId: orNull(personId), investigationId: file.id }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('investigations:arrest.title', { number: fileNumber(file) })}
      submit={t('investigations:arrest.submit')}
      {...sending}
      onClose={onClose}
    >
      <DateField
        label={t('investigations:arrests.on')}
        description={beforeOpening(form.values.arrestedOn)}
        w={240}
        data-autofocus
        {...form.getInputProps('arrestedOn')}
      />
      <ArrestedFields investigationId={file.id} form={form} />
    </FormDialog>
  );
}
