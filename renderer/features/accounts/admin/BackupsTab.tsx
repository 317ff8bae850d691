import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import type { Output } from '#contract/index';
import { newJobId } from '../../../bridge/jobs.ts';
import { useReadOnly } from '../../../bridge/original.ts';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useServer } from '../../../bridge/server.ts';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useMethodForm } from '../../../ui/useMethodForm.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Admin.module.css';
import { MoveSection } from './move/MoveSection.tsx';

/** The backups of a folder; of a workspace on a server, who makes them. */
export function BackupsTab() {
  const t = useText();
  const server = useServer();
  if (server === undefined) return null;
  return (
    <>
      {server === null ? <FolderBackups /> : <p className={classes.note}>{t('admin:server.backups')}</p>}
      <MoveSection />
    </>
  );
}

/** The backups that can be reached, one more, a try of the latest, and where copies go. */
function FolderBackups() {
  const t = useText();
  const list = useRead('backups.list', {});
  const make = useWrite('backups.make');
  const drill = useWrite('backups.drill');
  const readOnly = useReadOnly();
  const failure = list.error ?? make.error ?? drill.error;
  return (
    <>
      <Group gap="8px 16px" justify="space-between">
        <p className={classes.note}>{t(readOnly ? `admin:backups.readOnly.${readOnly}` : 'admin:backups.note')}</p>
        <Group gap="sm">
          {list.data?.backups[0] && (
            <Button
              variant="default"
              loading={drill.isPending}
              onClick={() => {
                drill.mutate({ jobId: newJobId() });
              }}
            >
              {t('admin:backups.drill')}
            </Button>
          )}
          {readOnly === null && (
            <Button
              loading={make.isPending}
              onClick={() => {
                make.mutate({ jobId: newJobId() });
              }}
            >
              {t('admin:backups.make')}
            </Button>
          )}
        </Group>
      </Group>
      {failure !== null && <FailureAlert failure={failure.failure} />}
      {drill.data !== undefined && <DrillResult drilled={drill.data} />}
      {list.data?.second?.reachable === false && (
        <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('admin:backups.secondGone')}>
          {t('admin:backups.secondGoneText', { folder: list.data.second.folder })}
        </Notice>
      )}
      {list.data !== undefined && <BackupTable backups={list.data.backups} />}
      {readOnly === null && list.data !== undefined && <PlaceSection second={list.data.second} />}
    </>
  );
}

function DrillResult({ drilled }: { readonly drilled: Output<'backups.drill'> }) {
  const t = useText();
  const format = useFormat();
  const rows = drilled.tables.filter(({ inBackup, now }) => inBackup !== now);
  return (
    <Notice
      tone="positive"
      icon={IconShieldCheck}
      title={t('admin:backups.drilled', { time: format.instant(drilled.madeAt) })}
    >
      {t('admin:backups.since', { count: drilled.entriesSince })}
      {rows.length > 0 && (
        <DataTable
          caption={t('admin:backups.differences')}
          rows={rows}
          rowKey={(row) => row.table}
          columns={[
            { key: 'table', header: t('admin:backups.table'), value: (row) => row.table },
            {
              key: 'inBackup',
              header: t('admin:backups.inBackup'),
              align: 'end',
              value: (row) => format.number(row.inBackup),
            },
            { key: 'now', header: t('common:now'), align: 'end', value: (row) => format.number(row.now) },
          ]}
        />
      )}
    </Notice>
  );
}

function BackupTable({ backups }: { readonly backups: Output<'backups.list'>['backups'] }) {
  const t = useText();
  const format = useFormat();
  if (backups.length === 0) return <p className={classes.note}>{t('admin:backups.none')}</p>;
  return (
    <DataTable
      caption={t('admin:backups.title')}
      rows={backups}
      rowKey={(row) => `${row.place} ${row.name}`}
      columns={[
        { key: 'madeAt', header: t('admin:backups.madeAt'), value: (row) => format.instant(row.madeAt), narrow: true },
        { key: 'reason', header: t('admin:backups.reason'), value: (row) => t(`common:backupReason.${row.reason}`) },
        { key: 'place', header: t('admin:backups.place'), value: (row) => t(`admin:backups.placeOf.${row.place}`) },
        { key: 'bytes', header: t('common:size'), align: 'end', value: (row) => format.bytes(row.bytes) },
        {
          key: 'expiresAt',
          header: t('admin:backups.expires'),
          align: 'end',
          value: (row) =>
            row.expiresAt === null
              ? t('admin:backups.byHand')
              : format.day(new Date(row.expiresAt).toISOString().slice(0, 10)),
        },
      ]}
    />
  );
}

/** Where a copy of each backup goes, and for how long they are kept. */
function PlaceSection({ second }: Pick<PlaceFormProps, 'second'>) {
  const { data } = useRead('backups.state', {});
  return data && <PlaceForm key={`${second?.folder ?? ''} ${data.days}`} second={second} days={data.days} />;
}

interface PlaceFormProps {
  readonly second: Output<'backups.list'>['second'];
  readonly days: number;
}

function PlaceForm({ second, days }: PlaceFormProps) {
  const t = useText();
  const choose = useWrite('files.chooseFolder');
  const save = useWrite('backups.saveSettings');
  const saved = () => {
    notifications.show({ message: t('common:saved') });
  };
  const { form, sending } = useMethodForm('backups.saveSettings', {
    values: { days },
    toInput: (values) => ({ folder: null, removePlace: false, days: values.days }),
    onDone: saved,
  });
  const pick = () => {
    choose.mutate(
      {},
      {
        onSuccess: ({ folder }) => {
          if (folder !== null) save.mutate({ folder: folder.grant, removePlace: false, days }, { onSuccess: saved });
        },
      },
    );
  };
  return (
    <section>
      <h2 className={shared.headingSmall}>{t('admin:backups.second')}</h2>
      <p className={classes.note}>{t('admin:backups.secondText')}</p>
      {save.error !== null && <FailureAlert failure={save.error.failure} />}
      <Stack gap="md" mt="sm">
        <Group gap="sm">
          <span>{second?.folder ?? t('admin:backups.noSecond')}</span>
          <Button variant="default" size="compact-sm" onClick={pick} loading={choose.isPending || save.isPending}>
            {t('common:chooseAFolder')}
          </Button>
          {second !== null && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                save.mutate({ folder: null, removePlace: true, days }, { onSuccess: saved });
              }}
            >
              {t('admin:backups.removeSecond')}
            </Button>
          )}
        </Group>
        <form onSubmit={sending.onSubmit} className={classes.form}>
          <Stack gap="md">
            {sending.failure !== null && <FailureAlert failure={sending.failure} />}
            <NumberInput
              label={t('admin:backups.days')}
              description={t('admin:backups.daysHint')}
              min={1}
              max={90}
              allowDecimal={false}
              classNames={{ wrapper: classes.short ?? '' }}
              {...form.getInputProps('days')}
            />
            <div>
              <Button type="submit" loading={sending.isBusy} disabled={!form.isDirty()}>
                {t('admin:settings.save')}
              </Button>
            </div>
          </Stack>
        </form>
      </Stack>
    </section>
  );
}
