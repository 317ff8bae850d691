import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { sessionMethods } from '#contract/store/session';
import { useWrite } from '../bridge/queries.ts';
import { useText } from '../i18n/text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FailureAlert } from '../ui/FailureAlert.tsx';
import { focusFirstError, problemMessage, validateWith } from '../ui/formErrors.tsx';

const checkInput = validateWith<{ current: string; next: string }>(sessionMethods['session.changePassphrase'].input);

export function ChangePassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const change = useWrite('session.changePassphrase');
  const form = useForm({
    initialValues: { current: '', next: '', again: '' },
    validate: (values) => ({
      ...checkInput(values),
      ...(values.next === values.again ? {} : { again: problemMessage('not_matching') }),
    }),
  });
  const submit = form.onSubmit(({ current, next }) => {
    change.mutate(
      { current, next },
      {
        onSuccess: () => {
          notifications.show({ message: t('shell:passphrase.done') });
          onClose();
        },
      },
    );
  }, focusFirstError);
  return (
    <Dialog onClose={onClose} title={t('shell:passphrase.title')}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {change.error !== null && <FailureAlert failure={change.error.failure} />}
          <PasswordInput
            label={t('shell:passphrase.current')}
            autoComplete="current-password"
            data-autofocus
            {...form.getInputProps('current')}
          />
          <PasswordInput
            label={t('shell:passphrase.next')}
            description={t('shell:passphrase.hint')}
            autoComplete="new-password"
            {...form.getInputProps('next')}
          />
          <PasswordInput
            label={t('shell:passphrase.again')}
            autoComplete="new-password"
            {...form.getInputProps('again')}
          />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {t('shell:passphrase.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
