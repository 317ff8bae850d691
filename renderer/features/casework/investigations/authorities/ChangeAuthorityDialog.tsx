import type { AuthorityRow } from '#contract/casework/authorities';
import type { AuthorityKind } from '#contract/casework/clocks';
import type { InvestigationId } from '#contract/ground/ids';
import { useText } from '../../../../i18n/text.ts';
import { ifChanged, orNull } from '../../../../lib/blanks.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../../corrections/ReasonField.tsx';
import { AuthorityFields } from './AuthorityFields.tsx';
import { factsOf, valuesOf } from './authorityValues.ts';

interface ChangeAuthorityDialogProps {
  readonly investigationId: InvestigationId;
  readonly authority: AuthorityRow;
  readonly kind: AuthorityKind;
  readonly onClose: () => void;
}

/** Served, executed, reported, returned: what happens to an authority after it was recorded. */
export function ChangeAuthorityDialog({ investigationId, authority, kind, onClose }: ChangeAuthorityDialogProps) {
  const t = useText();
  const format = useFormat();
  const { form, sending } = useMethodForm('authorities.change', {
    values: { ...valuesOf(authority), reason: '' },
    toInput: ({ reason, ...values }) => ({
      ...factsOf(values, kind),
      reason: orNull(reason),
      personId: ifChanged(values.personId, authority.personId),
      investigationId,
      authorityId: authority.id,
      version: authority.version,
    }),
    names: {
      startedOn: format.bilingual(kind.startLabel),
      reference: t('codes:field.number'),
      heldBy: t('authorities:heldBy'),
      concerning: t('authorities:concerning'),
      place: t('codes:field.place'),
      servedOn: t('codes:field.servedOn'),
      ...(kind.dueLabel && { dueOn: format.bilingual(kind.dueLabel) }),
      ...(kind.doneLabel && { doneOn: format.bilingual(kind.doneLabel) }),
      endedOn: t('codes:field.endedOn'),
    },
    onDone: onClose,
  });
  return (
    <FormDialog
      title={format.bilingual(kind.name)}
      submit={t('authorities:change.submit')}
      {...sending}
      onClose={onClose}
    >
      <AuthorityFields investigationId={investigationId} kind={kind} form={form} mayEnd />
      <CorrectionReason before={authority} after={factsOf(form.values, kind)} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
