import { PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useSession } from '../bridge/session.ts';
import { useText } from '../i18n/text.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { problemMessage } from '../ui/formErrors.tsx';
import { NewPassphrase } from '../ui/NewPassphrase.tsx';
import { useMethodForm } from '../ui/useMethodForm.ts';

interface ChangePassphraseDialogProps {
  readonly onClose: () => void;
  /** Of a passphrase that another person knows: it is changed before anything else. */
  readonly isFirst?: boolean;
}

export function ChangePassphraseDialog({ onClose, isFirst = false }: ChangePassphraseDialogProps) {
  const t = useText();
  const { user } = useSession();
  const { form, sending } = useMethodForm('session.changePassphrase', {
    values: { current: '', next: '', again: '' },
    toInput: ({ current, next }) => ({ current, next }),
    errors: (found, { next, again }) => ({
      ...found,
      ...(next !== again && { again: problemMessage('not_matching') }),
    }),
    onDone: () => {
      notifications.show({ message: t('shell:passphrase.done') });
      if (!isFirst) onClose();
    },
  });
  return (
    <FormDialog
      title={t(isFirst ? 'shell:firstPassphrase.title' : 'shell:passphrase.title')}
      submit={t('shell:passphrase.title')}
      cancel={isFirst ? t('shell:lock') : undefined}
      {...sending}
      onClose={onClose}
    >
      {isFirst && <p>{t('shell:firstPassphrase.text')}</p>}
      <PasswordInput
        label={t('shell:passphrase.current')}
        autoComplete="current-password"
        data-autofocus
        {...form.getInputProps('current')}
      />
      <NewPassphrase
        about={[user.login, user.displayName, form.values.current]}
        label={t('common:newPassphrase')}
        description={t('shell:passphrase.hint')}
        {...form.getInputProps('next')}
      />
      <PasswordInput label={t('shell:passphrase.again')} autoComplete="new-password" {...form.getInputProps('again')} />
    </FormDialog>
  );
}
