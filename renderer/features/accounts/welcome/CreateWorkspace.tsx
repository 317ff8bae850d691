import { Button, Group, PasswordInput, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { workspaceKind, type WorkspaceKind } from '#contract/ground/codes';
import { newWorkspace } from '#contract/store/session';
import type { FileGrant } from '#contract/ground/ids';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { fieldErrors, focusFirstError, problemMessage, validateWith } from '../../../ui/formErrors.tsx';
import { FolderField } from './FolderField.tsx';
import { Frame } from './Frame.tsx';
import { RecoveryKey } from './RecoveryKey.tsx';
import classes from './Welcome.module.css';

interface CreateValues {
  readonly kind: WorkspaceKind;
  readonly name: string;
  readonly folder: { readonly grant: FileGrant; readonly name: string } | null;
  readonly displayName: string;
  readonly login: string;
  readonly passphrase: string;
  readonly again: string;
}

const empty: CreateValues = {
  kind: 'unit',
  name: '',
  folder: null,
  displayName: '',
  login: '',
  passphrase: '',
  again: '',
};

function toInput(values: CreateValues) {
  const { kind, name, folder, displayName, login, passphrase } = values;
  return { kind, name, parent: folder?.grant ?? ('' as FileGrant), displayName, login, passphrase };
}

const checkInput = validateWith<CreateValues>(newWorkspace, toInput);

interface CreateWorkspaceProps {
  readonly onCancel: () => void;
  readonly onCreated: () => void;
}

/** The first-run assistant: what, where, who; then the recovery key, once. */
export function CreateWorkspace({ onCancel, onCreated }: CreateWorkspaceProps) {
  const t = useText();
  const create = useWrite('workspace.create');
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const form = useForm({
    initialValues: empty,
    validate: (values) => {
      const { parent, ...errors } = checkInput(values);
      return {
        ...errors,
        ...(parent === undefined ? {} : { folder: parent }),
        ...(values.passphrase === values.again ? {} : { again: problemMessage('not_matching') }),
      };
    },
  });
  const submit = form.onSubmit((values) => {
    create.mutate(toInput(values), {
      onSuccess: (created) => {
        setRecoveryKey(created.recoveryKey);
      },
      onError: ({ failure }) => {
        form.setErrors(fieldErrors(failure));
      },
    });
  }, focusFirstError);

  if (recoveryKey !== null) return <RecoveryKey recoveryKey={recoveryKey} onDone={onCreated} />;
  return (
    <Frame>
      <header>
        <h1 className={classes.title}>{t('welcome:new.title')}</h1>
        <p className={classes.promise}>{t('welcome:new.text')}</p>
      </header>
      <form onSubmit={submit}>
        <Stack gap="xl">
          {create.error !== null && <FailureAlert failure={create.error.failure} />}
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
              label={t('welcome:new.name')}
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
                  label={t('welcome:signIn.login')}
                  autoComplete="off"
                  spellCheck={false}
                  {...form.getInputProps('login')}
                />
              </FieldRow>
              <FieldRow>
                <PasswordInput
                  label={t('welcome:signIn.passphrase')}
                  autoComplete="new-password"
                  {...form.getInputProps('passphrase')}
                />
                <PasswordInput
                  label={t('welcome:passphraseAgain')}
                  autoComplete="new-password"
                  {...form.getInputProps('again')}
                />
              </FieldRow>
              <p className={classes.text}>{t('welcome:passphraseHint')}</p>
            </Stack>
          </fieldset>
          <Group gap="sm">
            <Button type="submit" loading={create.isPending}>
              {t('welcome:new.submit')}
            </Button>
            <Button variant="default" onClick={onCancel} disabled={create.isPending}>
              {t('common:cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Frame>
  );
}
