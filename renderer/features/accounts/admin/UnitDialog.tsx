import { Switch, TextInput } from '@mantine/core';
import type { Unit } from '#contract/accounts/people';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

interface UnitDialogProps {
  /** Null for a new one. */
  readonly unit: Unit | null;
  readonly onClose: () => void;
}

export function UnitDialog({ unit, onClose }: UnitDialogProps) {
  const t = useText();
  const { form, sending } = useMethodForm('units.save', {
    values: { code: '', name: { en: '', fr: '' }, service: '', active: true, ...unit },
    toInput: (values) => values,
    names: { code: t('codes:heading.code'), name: t('codes:field.name'), service: t('codes:heading.service') },
    onDone: onClose,
  });
  return (
    <FormDialog
      title={unit === null ? t('admin:units.add') : t('admin:units.edit', { code: unit.code })}
      size="lg"
      submit={t('admin:units.save')}
      {...sending}
      onClose={onClose}
    >
      <FieldRow>
        <TextInput
          label={t('codes:heading.code')}
          description={t('admin:units.codeHint')}
          data-autofocus
          {...form.getInputProps('code')}
        />
        <TextInput
          label={t('codes:heading.service')}
          description={t('admin:units.serviceHint')}
          {...form.getInputProps('service')}
        />
      </FieldRow>
      <FieldRow>
        <TextInput label={t('admin:units.nameEn')} lang="en" {...form.getInputProps('name.en')} />
        <TextInput label={t('admin:units.nameFr')} lang="fr" {...form.getInputProps('name.fr')} />
      </FieldRow>
      <Switch label={t('admin:units.activeHint')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </FormDialog>
  );
}
