import type { ArrestRow } from '#contract/casework/charges';
import { useText } from '../../../../i18n/text.ts';
import { ifChanged } from '../../../../lib/blanks.ts';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import type { FileDialogProps } from '../fileSteps.ts';
import { ArrestedFields } from './ArrestedFields.tsx';

/** Says later who was arrested. */
export function IdentifyDialog({ file, arrest, onClose }: FileDialogProps & { readonly arrest: ArrestRow }) {
  const t = useText();
  const { form, sending } = useMethodForm('arrests.identify', {
    values: { personId: arrest.personId ?? '', youth: arrest.youth },
    toInput: ({ personId, youth }) => ({
      investigationId: file.id,
      arrestId: arrest.id,
      version: arrest.version,
      personId: ifChanged(personId, arrest.personId),
      youth,
    }),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('investigations:arrest.identifyTitle', { on: arrest.arrestedOn })}
      submit={t('investigations:arrest.identifySubmit')}
      {...sending}
      onClose={onClose}
    >
      <ArrestedFields investigationId={file.id} form={form} hasFocus />
    </FormDialog>
  );
}
