import { Checkbox, TextInput } from '@mantine/core';
import type { RedactionGround } from '#contract/custody/disclosure';
import { useText } from '../../../i18n/text.ts';
import { withBlanks } from '../../../lib/blanks.ts';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

export type HeldGround = RedactionGround & { readonly version: number | null };

const blank = { code: '', mark: '', name: { en: '', fr: '' }, concealsDate: false, active: true };

interface GroundDialogProps {
  readonly ground: HeldGround | null;
  readonly onClose: () => void;
}

export function GroundDialog({ ground, onClose }: GroundDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('redactionGrounds.save', {
    values: withBlanks(blank, ground),
    toInput: (values) => ({ ...values, version: ground?.version ?? null }),
    names: { mark: t('codes:field.mark'), name: t('codes:field.name') },
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t(ground === null ? 'admin:grounds.add' : 'admin:grounds.changeTitle')}
      submit={t('admin:grounds.submit')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <TextInput
          label={t('codes:heading.code')}
          description={t('admin:reasons.codeHint')}
          disabled={ground !== null}
          data-autofocus={ground === null || undefined}
          {...form.getInputProps('code')}
        />
        <TextInput
          label={t('codes:field.mark')}
          description={t('admin:grounds.markHint')}
          data-autofocus={ground !== null || undefined}
          {...form.getInputProps('mark')}
        />
      </FieldRow>
      <TextInput label={t('admin:units.nameEn')} {...form.getInputProps('name.en')} />
      <TextInput label={t('admin:units.nameFr')} {...form.getInputProps('name.fr')} />
      <Checkbox
        label={t('admin:grounds.conceals')}
        description={t('admin:grounds.concealsHint')}
        {...form.getInputProps('concealsDate', { type: 'checkbox' })}
      />
      <Checkbox label={t('admin:grounds.active')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </FormDialog>
  );
}
