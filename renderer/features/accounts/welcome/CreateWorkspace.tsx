import { Button, Checkbox, Group, PasswordInput, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { workspaceKind } from '#contract/ground/codes';
import type { FileGrant } from '#contract/ground/ids';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { problemMessage } from '../../../ui/formErrors.tsx';
import { NewPassphrase } from '../../../ui/NewPassphrase.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { FolderField } from './FolderField.tsx';
import { Frame } from './Frame.tsx';
import { RecoveryKey } from './RecoveryKey.tsx';
import classes from './Welcome.module.css';

const empty = {
  kind: 'unit',
  isCoordinator: false,
  name: '',
  folder: null as { readonly grant: FileGrant; readonly name: string } | null,
  displayName: '',
  login: '',
  passphrase: '',
  again: '',
};

interface CreateWorkspaceProps {
  readonly onCancel: () => void;
  readonly onCreated: () => void;
}

/** The first-run assistant: what, where, who; then the recovery key, once. */
export function CreateWorkspace({ onCancel, onCreated }: CreateWorkspaceProps) {
  const t = useText();
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const { form, sending } = useMethodForm('workspace.create', {
    values: empty,
    toInput: ({ kind, isCoordinator, name, folder, displayName, login, passphrase }) => ({
      kind,
      name,
      displayName,
      login,
      passphrase,
      isCoordinator: kind === 'coordination' && isCoordinator,
      parent: folder?.grant,
    }),
    errors: ({ parent, ...found }, { passphrase, again }) => ({
      ...found,
      ...(parent !== undefined && { folder: parent }),
      ...(passphrase !== again && { again: problemMessage('not_matching') }),
    }),
    onDone: (created) => {
      setRecoveryKey(created.recoveryKey);
    },
  });

  if (recoveryKey !== null) return <RecoveryKey recoveryKey={recoveryKey} onDone={onCreated} />;
  return (
    <Frame>
      <header>
        <h1 className={classes.title}>{t('welcome:new.title')}</h1>
        <p className={classes.promise}>{t('welcome:new.text')}</p>
      </header>
      <form onSubmit={sending.onSubmit}>
        <Stack gap="xl">
          {sending.failure !== null && <FailureAlert failure={sending.failure} />}
          <Radio.Group label={t('welcome:new.kind')} {...form.getInputProps('kind')}>
            <Stack gap="sm" mt="xs">
              {workspaceKind.options.map((kind) => (
                <Radio
                  key={kind}
                  value={kind}
                  label={t(`codes:workspaceKind.${kind}`)}
                  description={t(`welcome:new.kindText.${kind}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          <FieldRow>
            <TextInput
              label={t('codes:field.name')}
              description={t('welcome:new.nameHint')}
              {...form.getInputProps('name')}
            />
            <FolderField {...form.getInputProps('folder')} />
          </FieldRow>
          <fieldset className={classes.fieldset}>
            <legend className={classes.legend}>{t('welcome:new.administrator')}</legend>
            <Stack gap="md">
              <FieldRow>
                <TextInput
                  label={t('welcome:new.displayName')}
                  autoComplete="off"
                  {...form.getInputProps('displayName')}
                />
                <TextInput
                  label={t('common:login')}
                  autoComplete="off"
                  spellCheck={false}
                  {...form.getInputProps('login')}
                />
              </FieldRow>
              <FieldRow>
                <NewPassphrase
                  about={[form.values.name, form.values.login, form.values.displayName]}
                  label={t('welcome:signIn.passphrase')}
                  {...form.getInputProps('passphrase')}
                />
                <PasswordInput
                  label={t('welcome:passphraseAgain')}
                  autoComplete="new-password"
                  {...form.getInputProps('again')}
                />
              </FieldRow>
              <p className={classes.text}>{t('welcome:passphraseHint')}</p>
              {form.values.kind === 'coordination' && (
                <Checkbox
                  label={t('welcome:new.isCoordinator')}
                  description={t('welcome:new.isCoordinatorHint')}
                  {...form.getInputProps('isCoordinator', { type: 'checkbox' })}
                />
              )}
            </Stack>
          </fieldset>
          <Group gap="sm">
            <Button type="submit" loading={sending.isBusy}>
              {t('welcome:new.submit')}
            </Button>
            <Button variant="default" onClick={onCancel} disabled={sending.isBusy}>
              {t('common:cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Frame>
  );
}
