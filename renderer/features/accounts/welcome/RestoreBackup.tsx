import { Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { FileGrant } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { call } from '../../../bridge/bridge.ts';
import { useChosenFile } from '../../../bridge/chosenFile.ts';
import { newJobId } from '../../../bridge/jobs.ts';
import { useWrite } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { FieldRow } from '../../../ui/FieldRow.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { FolderField } from './FolderField.tsx';
import { Frame } from './Frame.tsx';
import { noSecret, secretField, SecretFields, secretInput } from './SecretFields.tsx';
import classes from './Welcome.module.css';

interface RestoreBackupProps {
  readonly isOpening: boolean;
  readonly onCancel: () => void;
  readonly onOpen: (grant: FileGrant) => void;
}

/** A file is chosen first; what it is says what can be asked. */
export function RestoreBackup({ isOpening, onCancel, onOpen }: RestoreBackupProps) {
  const t = useText();
  const [done, setDone] = useState<Output<'backups.restore'> | null>(null);
  const inspect = useWrite('backups.inspect');
  const choice = useChosenFile('backup', ({ grant }) => {
    inspect.mutate({ file: grant });
  });
  const failure = choice.failure ?? inspect.error?.failure;
  // The workspace that came back is the first of those that this computer knows.
  const openRestored = async () => {
    const { workspaces } = await call('workspaces.known', {});
    if (workspaces[0] !== undefined) onOpen(workspaces[0].grant);
  };
  return (
    <Frame>
      <header>
        <h1 className={classes.title}>{t('welcome:restore.title')}</h1>
        <p className={classes.promise}>{t('welcome:restore.text')}</p>
      </header>
      {failure !== undefined && <FailureAlert failure={failure} />}
      {done !== null ? (
        <Result done={done} isOpening={isOpening} onOpen={() => void openRestored()} />
      ) : (
        <>
          <Group gap="sm">
            <Button
              variant={inspect.data === undefined ? 'filled' : 'default'}
              onClick={choice.pick}
              loading={choice.isPending || inspect.isPending}
            >
              {t('welcome:restore.choose')}
            </Button>
            <span role="status">{choice.file?.name ?? ''}</span>
          </Group>
          {inspect.data === undefined || choice.file === null ? (
            <div>
              <Button variant="default" onClick={onCancel}>
                {t('common:cancel')}
              </Button>
            </div>
          ) : (
            <RestoreForm
              key={choice.file.grant}
              file={choice.file.grant}
              found={inspect.data}
              onCancel={onCancel}
              onDone={setDone}
            />
          )}
        </>
      )}
    </Frame>
  );
}

interface ResultProps {
  readonly done: Output<'backups.restore'>;
  readonly isOpening: boolean;
  readonly onOpen: () => void;
}

function Result({ done, isOpening, onOpen }: ResultProps) {
  const t = useText();
  const format = useFormat();
  return (
    <>
      <Notice
        tone="positive"
        icon={IconShieldCheck}
        title={t('welcome:restore.done', { time: format.instant(done.madeAt) })}
      >
        {done.before !== null && <div>{t('welcome:restore.before', { folder: done.before })}</div>}
        {done.disabled > 0 && <div>{t('welcome:restore.disabled', { count: done.disabled })}</div>}
        {!done.sinceKnown && <div>{t('welcome:restore.sinceUnknown')}</div>}
      </Notice>
      <div>
        <Button onClick={onOpen} loading={isOpening}>
          {t('welcome:restore.open')}
        </Button>
      </div>
    </>
  );
}

interface RestoreFormProps {
  readonly file: FileGrant;
  readonly found: Output<'backups.inspect'>;
  readonly onCancel: () => void;
  readonly onDone: (done: Output<'backups.restore'>) => void;
}

const noFolder = null as { readonly grant: FileGrant; readonly name: string } | null;

function RestoreForm({ file, found, onCancel, onDone }: RestoreFormProps) {
  const t = useText();
  const format = useFormat();
  const { chosen, points, home } = found;
  const { form, sending } = useMethodForm('backups.restore', {
    values: {
      point: chosen,
      place: home === null ? 'new' : 'home',
      folder: noFolder,
      name: home ?? '',
      ...noSecret,
      reason: '',
    },
    toInput: ({ point, place, folder, name, reason, ...secret }) => ({
      jobId: newJobId(),
      file,
      point,
      ...(place === 'new' && { parent: folder?.grant ?? '', name }),
      secret: secretInput(secret),
      reason,
    }),
    errors: (errors) =>
      Object.fromEntries(
        Object.entries(errors).map(([path, error]) => [path === 'parent' ? 'folder' : secretField(path), error]),
      ),
    onDone,
  });
  const { place } = form.values;
  return (
    <form onSubmit={sending.onSubmit}>
      <Stack gap="xl">
        {sending.failure !== null && <FailureAlert failure={sending.failure} />}
        <Choice
          label={t('codes:heading.asOf')}
          options={points.map(({ name, madeAt, reason }) => ({
            value: name,
            label: `${format.instant(madeAt)} (${t(`common:backupReason.${reason}`)})`,
          }))}
          {...form.getInputProps('point')}
        />
        {home !== null && (
          <Radio.Group label={t('welcome:restore.place')} {...form.getInputProps('place')}>
            <Stack gap="sm" mt="xs">
              <Radio value="home" label={t('welcome:restore.home', { name: home })} />
              <Radio value="new" label={t('welcome:restore.newPlace')} />
            </Stack>
          </Radio.Group>
        )}
        {place === 'new' && (
          <FieldRow>
            <TextInput
              label={t('codes:field.name')}
              description={t('welcome:new.nameHint')}
              {...form.getInputProps('name')}
            />
            <FolderField {...form.getInputProps('folder')} />
          </FieldRow>
        )}
        <SecretFields form={form} label={t('welcome:restore.secret')} />
        <TextInput
          label={t('codes:field.reason')}
          description={t('welcome:restore.reasonHint')}
          {...form.getInputProps('reason')}
        />
        {sending.isBusy && (
          <p className={classes.text} role="status">
            {t('welcome:restore.working')}
          </p>
        )}
        <Group gap="sm">
          <Button type="submit" loading={sending.isBusy}>
            {t('welcome:restore.submit')}
          </Button>
          <Button variant="default" onClick={onCancel} disabled={sending.isBusy}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
