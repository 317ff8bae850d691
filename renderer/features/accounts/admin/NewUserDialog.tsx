import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import type { Input } from '#contract/index';
import { peopleMethods } from '#contract/accounts/people';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { fieldErrors, focusFirstError, problemMessage, validateWith } from '../../../ui/formErrors.tsx';
import { RightsFields } from './RightsFields.tsx';
import { withSeenAgreements } from './seenAgreements.ts';

const empty = {
  displayName: '',
  login: '',
  roles: [] as string[],
  unitIds: [] as string[],
  agreementIds: null as string[] | null,
  passphrase: '',
  again: '',
};

const checkInput = validateWith<typeof empty>(peopleMethods['users.create'].input, withSeenAgreements);

export function NewUserDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const create = useWrite('users.create');
  const form = useForm({
    initialValues: empty,
    validate: (values) => ({
      ...checkInput(values),
      ...(values.passphrase === values.again ? {} : { again: problemMessage('not_matching') }),
    }),
  });
  const submit = form.onSubmit((values) => {
    const { displayName, login, roles, unitIds, agreementIds, passphrase } = withSeenAgreements(values);
    create.mutate({ displayName, login, roles, unitIds, agreementIds, passphrase } as Input<'users.create'>, {
      onSuccess: ({ awaitsApproval }) => {
        notifications.show({
          message: t(awaitsApproval ? 'admin:users.awaitsApproval' : 'admin:users.created', {
            name: values.displayName,
          }),
        });
        onClose();
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);
  return (
    <Dialog onClose={onClose} size="lg" title={t('admin:users.add')}>
      <form onSubmit={submit}>
        <Stack gap="lg">
          {create.error !== null && <FailureAlert failure={create.error.failure} />}
          <FieldRow>
            <TextInput
              label={t('admin:users.name')}
              autoComplete="off"
              data-autofocus
              {...form.getInputProps('displayName')}
            />
            <TextInput
              label={t('admin:users.login')}
              autoComplete="off"
              spellCheck={false}
              {...form.getInputProps('login')}
            />
          </FieldRow>
          <RightsFields
            roles={form.getInputProps('roles')}
            units={form.getInputProps('unitIds')}
            agreements={form.getInputProps('agreementIds')}
          />
          <FieldRow>
            <PasswordInput
              label={t('admin:users.passphrase')}
              description={t('admin:users.passphraseHint')}
              autoComplete="new-password"
              {...form.getInputProps('passphrase')}
            />
            <PasswordInput
              label={t('admin:users.again')}
              description={t('admin:users.againHint')}
              autoComplete="new-password"
              {...form.getInputProps('again')}
            />
          </FieldRow>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t('admin:users.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
