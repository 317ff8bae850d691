import { Button, PasswordInput, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { placeAnswer, type PlaceAnswer } from '#contract/store/place';
import { sessionMethods } from '#contract/store/session';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFocusOnMount } from '../../../lib/useFocusOnMount.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { focusFirstError, validateWith } from '../../../ui/formErrors.tsx';
import { SalvageForm } from './SalvageForm.tsx';
import type { OpenedWorkspace } from './openedWorkspace.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Welcome.module.css';

interface SignInFormProps {
  /** Why a workspace that is another than before is opened all the same. */
  readonly otherReason: string | null;
  readonly signIns: OpenedWorkspace['signIns'];
  readonly onSignedIn: () => void;
}

interface Typed {
  readonly login: string;
  readonly passphrase: string;
  readonly olderReason: string;
  readonly place: PlaceAnswer | '';
}

/** What was asked for goes along. */
const toInput = ({ olderReason, place, ...values }: Typed) => ({
  ...values,
  ...(olderReason !== '' && { olderReason }),
  ...(place !== '' && { place }),
});

export function SignInForm({ otherReason, signIns, onSignedIn }: SignInFormProps) {
  const t = useText();
  const first = useFocusOnMount<HTMLInputElement>();
  const signIn = useWrite('session.signIn');
  const form = useForm({
    initialValues: { login: '', passphrase: '', olderReason: '', place: '' },
    validate: validateWith(sessionMethods['session.signIn'].input, toInput),
  });
  const [isOlder, setIsOlder] = useState(false);
  const [isElsewhere, setIsElsewhere] = useState(false);
  const submit = (values: Typed) => {
    signIn.mutate(
      { ...toInput(values), ...(otherReason !== null && { otherReason }) },
      {
        onSuccess: onSignedIn,
        onError: ({ failure }) => {
          if (failure.reason === 'store_older') setIsOlder(true);
          if (failure.reason === 'workspace_moved') setIsElsewhere(true);
        },
      },
    );
  };
  return (
    <>
      <form onSubmit={form.onSubmit(submit, focusFirstError)} className={classes.narrow}>
        <Stack gap="md">
          {signIn.error !== null && <FailureAlert failure={signIn.error.failure} />}
          <TextInput
            label={t('common:login')}
            autoComplete="username"
            spellCheck={false}
            ref={first}
            {...form.getInputProps('login')}
          />
          <PasswordInput
            label={t('welcome:signIn.passphrase')}
            autoComplete="current-password"
            {...form.getInputProps('passphrase')}
          />
          {isElsewhere && (
            <Radio.Group
              label={t('welcome:signIn.place')}
              value={form.values.place}
              onChange={(place) => {
                form.setFieldValue('place', place);
              }}
            >
              <Stack gap="xs" mt="xs">
                {placeAnswer.options.map((answer) => (
                  <Radio
                    key={answer}
                    value={answer}
                    label={t(`welcome:signIn.places.${answer}.label`)}
                    description={t(`welcome:signIn.places.${answer}.text`)}
                  />
                ))}
              </Stack>
            </Radio.Group>
          )}
          {isOlder && (
            <TextInput
              label={t('welcome:signIn.olderReason')}
              description={t('welcome:signIn.olderReasonHint')}
              {...form.getInputProps('olderReason')}
            />
          )}
          <div>
            <Button type="submit" loading={signIn.isPending}>
              {t('welcome:signIn.submit')}
            </Button>
          </div>
        </Stack>
      </form>
      {signIn.error?.failure.code === 'corrupt' && <SalvageForm />}
      {signIns.length > 0 && (
        <section>
          <h2 className={shared.headingSmall}>{t('welcome:signIn.known')}</h2>
          <DataTable
            caption={t('welcome:signIn.known')}
            rows={signIns}
            rowKey={(row) => row.login}
            columns={[
              { key: 'login', header: t('common:login'), value: (row) => row.login, narrow: true },
              { key: 'passphrase', header: t('welcome:signIn.passphrase'), value: (row) => row.passphrase },
              {
                key: 'use',
                header: t('common:actions'),
                hidesHeader: true,
                align: 'end',
                cell: (row) => (
                  <Button
                    variant="default"
                    size="compact-sm"
                    disabled={signIn.isPending}
                    onClick={() => {
                      form.setValues(row);
                      submit({ ...row, olderReason: '', place: '' });
                    }}
                  >
                    {t('welcome:signIn.as', { login: row.login })}
                  </Button>
                ),
              },
            ]}
          />
        </section>
      )}
    </>
  );
}
