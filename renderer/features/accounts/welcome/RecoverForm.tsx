import { Button, Checkbox, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { sessionMethods } from '#contract/store/session';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFocusOnMount } from '../../../lib/useFocusOnMount.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { focusFirstError, problemMessage, validateWith } from '../../../ui/formErrors.tsx';
import classes from './Welcome.module.css';

interface RecoverValues {
  readonly recoveryKey: string;
  readonly login: string;
  readonly newPassphrase: string;
  readonly again: string;
  readonly hasSecond: boolean;
  readonly second: { readonly login: string; readonly passphrase: string };
}

const empty: RecoverValues = {
  recoveryKey: '',
  login: '',
  newPassphrase: '',
  again: '',
  hasSecond: false,
  second: { login: '', passphrase: '' },
};

function toInput({ recoveryKey, login, newPassphrase, hasSecond, second }: RecoverValues) {
  return { recoveryKey: recoveryKey.trim(), login, newPassphrase, ...(hasSecond ? { second } : {}) };
}

const checkInput = validateWith<RecoverValues>(sessionMethods['session.recover'].input, toInput);

/** The way in for an administrator who lost the passphrase: the key written down when the workspace was made. */
export function RecoverForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const t = useText();
  const first = useFocusOnMount<HTMLInputElement>();
  const recover = useWrite('session.recover');
  const form = useForm({
    initialValues: empty,
    validate: (values) => ({
      ...checkInput(values),
      ...(values.newPassphrase === values.again ? {} : { again: problemMessage('not_matching') }),
    }),
  });
  const submit = form.onSubmit((values) => {
    recover.mutate(toInput(values), {
      onSuccess: onSignedIn,
      onError: (error) => {
        if (error.failure.reason === 'second_administrator_needed') form.setFieldValue('hasSecond', true);
      },
    });
  }, focusFirstError);
  const hasSecond = form.getValues().hasSecond;
  return (
    <form onSubmit={submit} className={classes.narrow}>
      <Stack gap="md">
        <p className={classes.promise}>{t('welcome:recover.text')}</p>
        {recover.error !== null && <FailureAlert failure={recover.error.failure} />}
        <TextInput
          label={t('welcome:recover.key')}
          autoComplete="off"
          spellCheck={false}
          ref={first}
          {...form.getInputProps('recoveryKey')}
        />
        <TextInput
          label={t('welcome:signIn.login')}
          autoComplete="username"
          spellCheck={false}
          {...form.getInputProps('login')}
        />
        <PasswordInput
          label={t('welcome:recover.newPassphrase')}
          description={t('welcome:passphraseHint')}
          autoComplete="new-password"
          {...form.getInputProps('newPassphrase')}
        />
        <PasswordInput
          label={t('welcome:passphraseAgain')}
          autoComplete="new-password"
          {...form.getInputProps('again')}
        />
        <Checkbox label={t('welcome:recover.hasSecond')} {...form.getInputProps('hasSecond', { type: 'checkbox' })} />
        {hasSecond && (
          <>
            <TextInput
              label={t('welcome:recover.secondLogin')}
              autoComplete="off"
              spellCheck={false}
              {...form.getInputProps('second.login')}
            />
            <PasswordInput
              label={t('welcome:recover.secondPassphrase')}
              autoComplete="off"
              {...form.getInputProps('second.passphrase')}
            />
          </>
        )}
        <div>
          <Button type="submit" loading={recover.isPending}>
            {t('welcome:recover.submit')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
