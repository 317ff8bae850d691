import { useText } from '../../../i18n/text.ts';
import { orNull } from '../../../lib/blanks.ts';
import { useNames } from '../../../lib/useNames.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import type { FileDialogProps } from './fileSteps.ts';

export function LeadDialog({ file, onClose }: FileDialogProps) {
  const t = useText();
  const { fileNumber } = useNames();
  const people = useNames().peopleOf(file.unitId);
  const { form, sending } = useMethodForm('investigations.lead', {
    values: { lead: file.lead ?? '' },
    toInput: ({ lead }) => ({ investigationId: file.id, version: file.version, lead: orNull(lead) }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('investigations:lead.title', { number: fileNumber(file) })}
      submit={t('investigations:lead.submit', { number: fileNumber(file) })}
      {...sending}
      onClose={onClose}
    >
      <Choice
        label={t('codes:field.lead')}
        empty={t('common:noLead')}
        options={people.map((person) => ({ value: person.id, label: person.displayName }))}
        data-autofocus
        {...form.getInputProps('lead')}
      />
    </FormDialog>
  );
}
