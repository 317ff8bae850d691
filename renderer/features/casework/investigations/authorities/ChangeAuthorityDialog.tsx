import { useForm } from '@mantine/form';
import type { AuthorityRow } from '#contract/casework/authorities';
import type { AuthorityKind } from '#contract/casework/clocks';
import { contract, type Input } from '#contract/index';
import type { InvestigationId } from '#contract/ground/ids';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { FormDialog } from '../../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../../ui/formErrors.tsx';
import { AuthorityFields } from './AuthorityFields.tsx';
import { factsOf, valuesOf, type AuthorityValues } from './authorityValues.ts';

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
  const change = useWrite('authorities.change');
  const toInput = (values: AuthorityValues): Input<'authorities.change'> => ({
    ...factsOf(values, kind),
    investigationId,
    authorityId: authority.id,
    version: authority.version,
  });
  const form = useForm<AuthorityValues>({
    initialValues: valuesOf(authority),
    validate: validateWith(contract['authorities.change'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    change.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={format.bilingual(kind.name)}
      submit={t('authorities:change.submit')}
      isBusy={change.isPending}
      failure={change.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <AuthorityFields kind={kind} form={form} mayEnd />
    </FormDialog>
  );
}
