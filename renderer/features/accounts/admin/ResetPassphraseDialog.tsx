import { PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { User } from '#contract/accounts/people';
import { useText } from '../../../i18n/text.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { problemMessage } from '../../../ui/formErrors.tsx';
import { NewPassphrase } from '../../../ui/NewPassphrase.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';

export function ResetPassphraseDialog({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const t = useText();
  const name = user.displayName;
  const { form, sending } = useMethodForm('users.resetPassphrase', {
    values: { passphrase: '', again: '' },
    toInput: ({ passphrase }) => ({ userId: user.id, passphrase }),
    errors: (found, { passphrase, again }) => ({
      ...found,
      ...(passphrase !== again && { again: problemMessage('not_matching') }),
    }),
    onDone: () => {
      notifications.show({ message: t('admin:users.wasReset', { name }) });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('admin:users.resetNamed', { name })}
      submit={t('admin:users.resetSubmit')}
      {...sending}
      onClose={onClose}
    >
      <p>{t('admin:users.resetText', { name })}</p>
      <NewPassphrase
        about={[user.login, user.displayName]}
        label={t('admin:users.passphrase')}
        description={t('admin:users.passphraseHint')}
        data-autofocus
        {...form.getInputProps('passphrase')}
      />
      <PasswordInput
        label={t('admin:users.again')}
        description={t('admin:users.againHint')}
        autoComplete="new-password"
        {...form.getInputProps('again')}
      />
    </FormDialog>
  );
}
