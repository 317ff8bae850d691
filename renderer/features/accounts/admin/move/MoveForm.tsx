import { Button, Group, PasswordInput, Stack, Textarea, TextInput } from '@mantine/core';
import type { FormErrors } from '@mantine/form';
import { useRef } from 'react';
import type { FileGrant } from '#contract/ground/ids';
import type { Output } from '#contract/index';
import { fingerprintFrom, hostFrom } from '#contract/store/server';
import { newJobId, useJob } from '../../../../bridge/jobs.ts';
import { useSession } from '../../../../bridge/session.ts';
import { useText } from '../../../../i18n/text.ts';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { ProgressPanel } from '../../../../ui/ProgressPanel.tsx';
import { useMethodForm } from '../../../../ui/useMethodForm.ts';
import { FolderField } from '../../welcome/FolderField.tsx';

const noFolder = null as { readonly grant: FileGrant; readonly name: string } | null;

interface Typed {
  readonly hosts: string;
  readonly database: string;
  readonly trust: string;
}

const pieces = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((each) => each !== '');

/** A certificate that was pasted, or fingerprints, each on a line. */
function trustFrom(text: string) {
  if (text.includes('BEGIN CERTIFICATE')) return { authority: text };
  return {
    fingerprints: text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [fingerprintFrom(line) ?? ''])),
  };
}

function serverFrom({ hosts, database, trust }: Typed) {
  const found = pieces(hosts).map((each) => hostFrom(each) ?? { host: '', port: 0 });
  return { hosts: found, database, trust: trustFrom(trust) };
}

/** The contract's fields are typed in fewer ones here. */
function fieldOf(path: string): string {
  const [first = '', second = ''] = path.split('.');
  if (first === 'parent') return 'folder';
  return first === 'server' || first === 'account' ? second : first;
}

interface MoveFormProps {
  readonly to: 'server' | 'folder';
  readonly onBusy: (isBusy: boolean) => void;
  readonly onCopied: (report: Output<'workspace.move'>) => void;
  readonly onClose: () => void;
}

export function MoveForm({ to, onBusy, onCopied, onClose }: MoveFormProps) {
  const t = useText();
  const { name } = useSession().workspace;
  const job = useJob();
  const jobId = useRef(newJobId());
  const isToServer = to === 'server';
  const { form, sending } = useMethodForm('workspace.move', {
    values: {
      hosts: '',
      database: '',
      trust: '',
      user: '',
      password: '',
      folder: noFolder,
      name: t(`admin:move.newName.${to}`, { name }),
    },
    toInput: ({ user, password, folder, name: chosen, ...server }) => ({
      jobId: jobId.current,
      server: isToServer ? serverFrom(server) : null,
      account: { user, password },
      parent: folder?.grant ?? '',
      name: chosen,
    }),
    errors: (found: FormErrors) =>
      Object.fromEntries(Object.entries(found).map(([path, error]) => [fieldOf(path), error])),
    onDone: (report) => {
      onBusy(false);
      onCopied(report);
    },
    onFailure: () => {
      onBusy(false);
    },
  });
  if (sending.isBusy)
    return <ProgressPanel title={t('admin:move.copying')} progress={job.progress} onCancel={job.cancel} />;
  return (
    <form
      onSubmit={(event) => {
        jobId.current = job.start();
        sending.onSubmit(event);
        onBusy(form.isValid());
      }}
    >
      <Stack gap="sm">
        {sending.failure !== null && sending.failure.code !== 'cancelled' && <FailureAlert failure={sending.failure} />}
        {isToServer && (
          <>
            <Group gap="sm" grow align="flex-start">
              <TextInput label={t('admin:move.hosts')} data-autofocus {...form.getInputProps('hosts')} />
              <TextInput label={t('admin:move.database')} {...form.getInputProps('database')} />
            </Group>
            <Textarea
              label={t('admin:move.trust')}
              description={t('admin:move.trustHint')}
              autosize
              minRows={1}
              maxRows={3}
              {...form.getInputProps('trust')}
            />
          </>
        )}
        <Group gap="sm" grow align="flex-start">
          <TextInput label={t('admin:move.user')} {...form.getInputProps('user')} />
          <PasswordInput label={t('admin:move.password')} {...form.getInputProps('password')} />
        </Group>
        <FolderField {...form.getInputProps('folder')} />
        <TextInput
          label={t('admin:move.name')}
          description={t(`admin:move.nameHint.${to}`)}
          {...form.getInputProps('name')}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit">{t('admin:move.copy')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
