import { Button, NumberInput, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useServer } from '../../../bridge/server.ts';
import { useSession } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import { RecoveryKeySection } from './RecoveryKeySection.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Admin.module.css';

export function SettingsTab() {
  const settings = useRead('settings.get', {});
  if (settings.error !== null) return <FailureAlert failure={settings.error.failure} />;
  if (settings.data === undefined) return null;
  return (
    <>
      <SettingsForm settings={settings.data} />
      <RecoveryKeySection />
      <ServerSection />
    </>
  );
}

function ServerSection() {
  const t = useText();
  const server = useServer();
  if (typeof server !== 'string') return null;
  return (
    <section>
      <h2 className={shared.headingSmall}>{t('admin:server.title')}</h2>
      <p className={classes.note}>{t('admin:server.text', { server })}</p>
      <p className={classes.note}>{t('common:serverTrust')}</p>
    </section>
  );
}

function SettingsForm({ settings }: { readonly settings: Output<'settings.get'> }) {
  const t = useText();
  const isUnit = useSession().workspace.kind === 'unit';
  const { form, sending } = useMethodForm('settings.save', {
    values: settings,
    toInput: (values) => values,
    onDone: () => {
      form.resetDirty();
      notifications.show({ message: t('common:saved') });
    },
  });
  return (
    <form onSubmit={sending.onSubmit} className={classes.form}>
      <Stack gap="lg">
        {sending.failure !== null && <FailureAlert failure={sending.failure} />}
        <TextInput
          label={t('admin:settings.marking')}
          description={t('admin:settings.markingHint')}
          {...form.getInputProps('marking')}
        />
        <NumberInput
          label={t('admin:settings.idleMinutes')}
          description={t('admin:settings.idleMinutesHint')}
          min={1}
          max={120}
          allowDecimal={false}
          classNames={{ wrapper: classes.short ?? '' }}
          {...form.getInputProps('idleMinutes')}
        />
        {isUnit && (
          <NumberInput
            label={t('admin:settings.fewVictims')}
            description={t('admin:settings.fewVictimsHint')}
            min={2}
            max={1000}
            allowDecimal={false}
            classNames={{ wrapper: classes.short ?? '' }}
            {...form.getInputProps('fewVictims')}
          />
        )}
        <div>
          <Button type="submit" loading={sending.isBusy} disabled={!form.isDirty()}>
            {t('admin:settings.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
