import { Button, Checkbox, PasswordInput, Stack, Textarea, TextInput } from '@mantine/core';
import type { Output } from '#contract/index';
import { useText } from '../../../i18n/text.ts';
import { useFocusOnMount } from '../../../lib/useFocusOnMount.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { problemMessage } from '../../../ui/formErrors.tsx';
import { NewPassphrase } from '../../../ui/NewPassphrase.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import classes from './Welcome.module.css';

const empty = {
  recoveryKey: '',
  login: '',
  newPassphrase: '',
  again: '',
  reason: '',
  olderReason: '',
  isMoved: false,
};

interface RecoverFormProps {
  /** Why a workspace that is another than before is opened all the same. */
  readonly otherReason: string | null;
  readonly onRecovered: (next: Output<'session.recover'>) => void;
}

/** The way in for an administrator who lost the passphrase: the key written down when it was last shown. */
export function RecoverForm({ otherReason, onRecovered }: RecoverFormProps) {
  const t = useText();
  const first = useFocusOnMount<HTMLInputElement>();
  const { form, sending } = useMethodForm('session.recover', {
    values: empty,
    toInput: ({ recoveryKey, login, newPassphrase, reason, olderReason, isMoved }) => ({
      recoveryKey: recoveryKey.trim(),
      login,
      newPassphrase,
      reason,
      ...(olderReason !== '' && { olderReason }),
      ...(otherReason !== null && { otherReason }),
      ...(isMoved && { place: 'moved' as const }),
    }),
    errors: (found, { newPassphrase, again }) => ({
      ...found,
      ...(newPassphrase !== again && { again: problemMessage('not_matching') }),
    }),
    onDone: onRecovered,
  });
  return (
    <form onSubmit={sending.onSubmit} className={classes.narrow}>
      <Stack gap="md">
        <p className={classes.promise}>{t('welcome:recover.text')}</p>
        {sending.failure !== null && <FailureAlert failure={sending.failure} />}
        <TextInput
          label={t('welcome:recover.key')}
          autoComplete="off"
          spellCheck={false}
          ref={first}
          {...form.getInputProps('recoveryKey')}
        />
        <TextInput
          label={t('common:login')}
          autoComplete="username"
          spellCheck={false}
          {...form.getInputProps('login')}
        />
        <NewPassphrase
          about={[form.values.login]}
          label={t('common:newPassphrase')}
          description={t('welcome:passphraseHint')}
          {...form.getInputProps('newPassphrase')}
        />
        <PasswordInput
          label={t('welcome:passphraseAgain')}
          autoComplete="new-password"
          {...form.getInputProps('again')}
        />
        <Textarea
          label={t('codes:field.reason')}
          description={t('welcome:recover.reasonHint')}
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
        {(sending.failure?.reason === 'workspace_moved' || form.values.isMoved) && (
          <Checkbox
            label={t('welcome:signIn.places.moved.label')}
            description={t('welcome:signIn.places.moved.text')}
            {...form.getInputProps('isMoved', { type: 'checkbox' })}
          />
        )}
        {(sending.failure?.reason === 'store_older' || form.values.olderReason !== '') && (
          <TextInput
            label={t('welcome:signIn.olderReason')}
            description={t('welcome:signIn.olderReasonHint')}
            {...form.getInputProps('olderReason')}
          />
        )}
        <div>
          <Button type="submit" loading={sending.isBusy}>
            {t('welcome:recover.submit')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
