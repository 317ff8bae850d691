import { Button, PasswordInput, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useServer } from '../../../bridge/server.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { ShownKey } from '../welcome/ShownKey.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Admin.module.css';

type Shown = Output<'recoveryKey.replace'>;

export function RecoveryKeySection() {
  const t = useText();
  const format = useFormat();
  const state = useRead('recoveryKey.state', {});
  const [isOpen, dialog] = useDisclosure();
  if (state.error !== null) return <FailureAlert failure={state.error.failure} />;
  if (state.data === undefined) return null;
  const { isThere, usedAt } = state.data;
  return (
    <section>
      <h2 className={shared.headingSmall}>{t('admin:recoveryKey.title')}</h2>
      <p className={classes.note}>
        {t('admin:recoveryKey.text')} <Origin state={state.data} />
      </p>
      {usedAt !== null && (
        <Notice
          tone="dueSoon"
          icon={IconAlertTriangle}
          title={t('admin:recoveryKey.used', { at: format.instant(usedAt) })}
        >
          {t('admin:recoveryKey.usedText')}
        </Notice>
      )}
      <Button variant="default" mt="sm" onClick={dialog.open}>
        {t(isThere ? 'admin:recoveryKey.replace' : 'admin:recoveryKey.make')}
      </Button>
      {isOpen && <ReplaceDialog onClose={dialog.close} />}
    </section>
  );
}

function Origin({ state: { isThere, madeAt, madeBy } }: { readonly state: Output<'recoveryKey.state'> }) {
  const t = useText();
  const format = useFormat();
  if (!isThere) return t('admin:recoveryKey.none');
  if (madeAt === null) return t('admin:recoveryKey.fromStart');
  return t('admin:recoveryKey.made', { name: madeBy ?? '', at: format.instant(madeAt) });
}

function ReplaceDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const isOnServer = typeof useServer() === 'string';
  const [shown, setShown] = useState<Shown | null>(null);
  const { form, sending } = useMethodForm('recoveryKey.replace', {
    values: { passphrase: '', reason: '' },
    toInput: (values) => values,
    onDone: setShown,
  });
  // The dialog stays until the key is written down: it is not shown again.
  if (shown !== null)
    return (
      <Dialog title={t('welcome:key.title')} isBusy onClose={onClose} size="lg">
        <Stack gap="md">
          <p className={classes.note}>{t('welcome:key.text')}</p>
          <ShownKey {...shown} done={t('admin:recoveryKey.done')} onDone={onClose} />
        </Stack>
      </Dialog>
    );
  return (
    <FormDialog
      title={t('admin:recoveryKey.title')}
      submit={t('admin:recoveryKey.submit')}
      {...sending}
      onClose={onClose}
    >
      <p className={classes.note}>{t(isOnServer ? 'admin:server.replaceText' : 'admin:recoveryKey.replaceText')}</p>
      <PasswordInput
        label={t('admin:recoveryKey.passphrase')}
        autoComplete="current-password"
        data-autofocus
        {...form.getInputProps('passphrase')}
      />
      <Textarea label={t('codes:field.reason')} autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
