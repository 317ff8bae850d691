import { PasswordInput, Radio, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useText } from '../../../i18n/text.ts';
import { FieldRow } from '../../../ui/FieldRow.tsx';

/** How the key slots are opened, as typed. */
interface SecretValues {
  readonly secret: string;
  readonly login: string;
  readonly passphrase: string;
  readonly recoveryKey: string;
}

export const noSecret: SecretValues = { secret: 'passphrase', login: '', passphrase: '', recoveryKey: '' };

export const secretInput = ({ secret, login, passphrase, recoveryKey }: SecretValues) =>
  secret === 'recovery'
    ? { kind: 'recovery' as const, recoveryKey }
    : { kind: 'passphrase' as const, login, passphrase };

/** What is wrong with the secret is said at the fields that it is typed into. */
export const secretField = (path: string): string => path.replace(/^secret\./, '');

interface SecretFieldsProps<V extends SecretValues> {
  readonly form: UseFormReturnType<V>;
  /** What is opened: "Open the backup with". */
  readonly label: string;
}

export function SecretFields<V extends SecretValues>({ form, label }: SecretFieldsProps<V>) {
  const t = useText();
  return (
    <>
      <Radio.Group label={label} {...form.getInputProps('secret')}>
        <Stack gap="sm" mt="xs">
          <Radio value="passphrase" label={t('welcome:restore.passphrase')} />
          <Radio value="recovery" label={t('welcome:restore.recovery')} />
        </Stack>
      </Radio.Group>
      {form.values.secret === 'recovery' ? (
        <TextInput
          label={t('welcome:recover.key')}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('recoveryKey')}
        />
      ) : (
        <FieldRow>
          <TextInput label={t('common:login')} autoComplete="off" spellCheck={false} {...form.getInputProps('login')} />
          <PasswordInput
            label={t('welcome:signIn.passphrase')}
            autoComplete="off"
            {...form.getInputProps('passphrase')}
          />
        </FieldRow>
      )}
    </>
  );
}
