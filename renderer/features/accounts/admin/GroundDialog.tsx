import { Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { contract, type Input } from '#contract/index';
import type { RedactionGround } from '#contract/custody/disclosure';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

export type HeldGround = RedactionGround & { readonly version: number | null };

const blank: RedactionGround = { code: '', mark: '', name: { en: '', fr: '' }, concealsDate: false, active: true };

function startingValues(held: HeldGround | null): RedactionGround {
  if (held === null) return blank;
  const { code, mark, name, concealsDate, active } = held;
  return { code, mark, name, concealsDate, active };
}

interface GroundDialogProps {
  readonly ground: HeldGround | null;
  readonly onClose: () => void;
}

export function GroundDialog({ ground, onClose }: GroundDialogProps) {
  const t = useText();
  const save = useWrite('redactionGrounds.save');
  const toInput = (values: RedactionGround): Input<'redactionGrounds.save'> => ({
    ...values,
    version: ground?.version ?? null,
  });
  const form = useForm<RedactionGround>({
    initialValues: startingValues(ground),
    validate: validateWith(contract['redactionGrounds.save'].input, toInput),
  });
  const submit = form.onSubmit((values) => {
    save.mutate(toInput(values), {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <FormDialog
      title={t(ground === null ? 'admin:grounds.add' : 'admin:grounds.changeTitle')}
      submit={t('admin:grounds.submit')}
      isBusy={save.isPending}
      failure={save.error?.failure ?? null}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldRow>
        <TextInput
          label={t('admin:reasons.code')}
          description={t('admin:reasons.codeHint')}
          disabled={ground !== null}
          data-autofocus={ground === null || undefined}
          {...form.getInputProps('code')}
        />
        <TextInput
          label={t('admin:grounds.mark')}
          description={t('admin:grounds.markHint')}
          data-autofocus={ground !== null || undefined}
          {...form.getInputProps('mark')}
        />
      </FieldRow>
      <TextInput label={t('admin:reasons.nameEn')} {...form.getInputProps('name.en')} />
      <TextInput label={t('admin:reasons.nameFr')} {...form.getInputProps('name.fr')} />
      <Checkbox
        label={t('admin:grounds.conceals')}
        description={t('admin:grounds.concealsHint')}
        {...form.getInputProps('concealsDate', { type: 'checkbox' })}
      />
      <Checkbox label={t('admin:grounds.active')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </FormDialog>
  );
}
