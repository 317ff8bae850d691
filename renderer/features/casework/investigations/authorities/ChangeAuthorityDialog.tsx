import type { AuthorityRow } from '#contract/casework/authorities';
import type { AuthorityKind } from '#contract/casework/clocks';
import type { InvestigationId } from '#contract/ground/ids';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { ifChanged, orNull } from '../../../../lib/blanks.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import { CorrectionReason } from '../../corrections/ReasonField.tsx';
import { useStrike } from '../../corrections/useStrike.tsx';
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
  const name = t('authorities:named', { name: format.bilingual(kind.name), on: authority.startedOn });
  const devices = useRead('devices.list', { investigationId }).data?.devices ?? [];
  const count = devices.filter(({ authorityId }) => authorityId === authority.id).length;
  const then = count === 0 ? undefined : t('authorities:change.resting', { count });
  const struck = { record: 'authority', row: authority, name, then } as const;
  const [striking, aside] = useStrike({ kind: 'investigation', id: investigationId }, struck, onClose);
  if (striking !== null) return striking;
  return (
    <FormDialog
      title={format.bilingual(kind.name)}
      submit={t('authorities:change.submit')}
      aside={aside}
      {...sending}
      onClose={onClose}
    >
      <AuthorityFields investigationId={investigationId} kind={kind} form={form} mayEnd />
      <CorrectionReason before={authority} after={factsOf(form.values, kind)} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
