import { PasswordInput, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { needsUnit } from '#contract/store/session';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { problemMessage } from '../../../ui/formErrors.tsx';
import { NewPassphrase } from '../../../ui/NewPassphrase.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
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

export function NewUserDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const { kind } = useSession().workspace;
  const { form, sending } = useMethodForm('users.create', {
    values: empty,
    toInput: ({ displayName, login, roles, unitIds, agreementIds, passphrase }) =>
      withSeenAgreements({ displayName, login, roles, unitIds, agreementIds, passphrase }),
    // The store asks for the unit once the schema accepts the rest: here it is said with the rest.
    errors: (found, { passphrase, again, roles, unitIds }) => ({
      ...(unitIds.length === 0 && needsUnit(kind, roles) && { unitIds: problemMessage('unit_needed') }),
      ...found,
      ...(passphrase !== again && { again: problemMessage('not_matching') }),
    }),
    onDone: ({ awaitsApproval }, { displayName: name }) => {
      notifications.show({
        message: t(awaitsApproval ? 'admin:users.awaitsApproval' : 'admin:users.created', { name }),
      });
      onClose();
    },
  });
  return (
    <FormDialog title={t('admin:users.add')} size="lg" submit={t('admin:users.add')} {...sending} onClose={onClose}>
      <FieldRow>
        <TextInput
          label={t('codes:field.name')}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('displayName')}
        />
        <TextInput label={t('common:login')} autoComplete="off" spellCheck={false} {...form.getInputProps('login')} />
      </FieldRow>
      <RightsFields
        roles={form.getInputProps('roles')}
        units={form.getInputProps('unitIds')}
        agreements={form.getInputProps('agreementIds')}
      />
      <FieldRow>
        <NewPassphrase
          about={[form.values.login, form.values.displayName]}
          label={t('admin:users.passphrase')}
          description={t('admin:users.passphraseHint')}
          {...form.getInputProps('passphrase')}
        />
        <PasswordInput
          label={t('admin:users.again')}
          description={t('admin:users.againHint')}
          autoComplete="new-password"
          {...form.getInputProps('again')}
        />
      </FieldRow>
    </FormDialog>
  );
}
