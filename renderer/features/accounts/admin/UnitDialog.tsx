import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Input } from '#contract/index';
import { peopleMethods, type Unit } from '#contract/accounts/people';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { fieldErrors, focusFirstError, validateWith } from '../../../ui/formErrors.tsx';

interface UnitDialogProps {
  /** Null for a new one. */
  readonly unit: Unit | null;
  readonly onClose: () => void;
}

function initialValues(unit: Unit | null): Input<'units.save'> {
  if (unit === null) return { code: '', name: { en: '', fr: '' }, service: '', active: true };
  const { id, version, code, name, service, active } = unit;
  return { id, version, code, name: { ...name }, service, active };
}

export function UnitDialog({ unit, onClose }: UnitDialogProps) {
  const t = useText();
  const save = useWrite('units.save');
  const form = useForm({
    initialValues: initialValues(unit),
    validate: validateWith(peopleMethods['units.save'].input),
  });
  const submit = form.onSubmit((values) => {
    save.mutate(values, {
      onSuccess: onClose,
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={unit === null ? t('admin:units.add') : t('admin:units.edit', { code: unit.code })}
    >
      <form onSubmit={submit}>
        <Stack gap="lg">
          {save.error !== null && <FailureAlert failure={save.error.failure} />}
          <FieldRow>
            <TextInput
              label={t('admin:units.code')}
              description={t('admin:units.codeHint')}
              data-autofocus
              {...form.getInputProps('code')}
            />
            <TextInput
              label={t('admin:units.service')}
              description={t('admin:units.serviceHint')}
              {...form.getInputProps('service')}
            />
          </FieldRow>
          <FieldRow>
            <TextInput label={t('admin:units.nameEn')} lang="en" {...form.getInputProps('name.en')} />
            <TextInput label={t('admin:units.nameFr')} lang="fr" {...form.getInputProps('name.fr')} />
          </FieldRow>
          <Switch label={t('admin:units.activeHint')} {...form.getInputProps('active', { type: 'checkbox' })} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t('admin:units.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
