import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { ClearanceReason } from '#contract/casework/clearance';
import type { Offence } from '#contract/casework/offences';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useText, type Translate } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { actionColumn } from '../../../ui/actionColumn.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Admin.module.css';
import { Grounds } from './Grounds.tsx';
import { latest } from '../../../lib/latest.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

/** The catalogue of offences and the reasons of clearance: data, which an administrator replaces without a new version of Vigie. */
export function OffencesTab() {
  const t = useText();
  const format = useFormat();
  const read = useRead('offences.catalogue', {});
  return (
    <>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      <Group gap="8px 16px" justify="space-between">
        <p className={classes.note}>
          {read.data !== undefined &&
            t('admin:offences.note', { version: read.data.version, on: format.day(read.data.readOn) })}
        </p>
        <Imports />
      </Group>
      {read.data !== undefined && (
        <DataTable
          caption={t('admin:tab.offences')}
          rows={read.data.offences}
          rowKey={(row) => row.code}
          columns={[
            {
              key: 'section',
              header: t('codes:field.section'),
              narrow: true,
              value: (row) => format.section(row.section),
            },
            { key: 'name', header: t('codes:field.offence'), value: (row) => namesOf(row, format.bilingual, t) },
            { key: 'from', header: t('codes:field.from'), narrow: true, value: (row) => row.validFrom },
            { key: 'to', header: t('codes:field.until'), narrow: true, value: (row) => row.validTo },
            { key: 'code', header: t('offences:code'), narrow: true, value: (row) => codeOf(row, t) },
          ]}
        />
      )}
      <Reasons />
      <Grounds />
    </>
  );
}

function namesOf({ names }: Offence, say: (words: Offence['names'][number]) => string, t: Translate): string {
  const [now, ...before] = names.toReversed();
  const held = now === undefined ? '' : say(now);
  if (before.length === 0) return held;
  return t('admin:offences.formerly', { name: held, before: before.map(say).join(', ') });
}

function codeOf({ ucr2 }: Offence, t: Translate): string {
  if (ucr2.code === null) return t('common:none');
  return ucr2.verified ? ucr2.code : t('offences:unverified', { code: ucr2.code });
}

function Imports() {
  const t = useText();
  const choose = useWrite('files.choose');
  const catalogue = useWrite('offences.importCatalogue');
  const codes = useWrite('offences.importCodes');
  const failure = catalogue.error ?? codes.error;
  const bring = (purpose: 'offences' | 'violation_codes') => () => {
    choose.mutate(
      { purpose },
      {
        onSuccess: ({ file }) => {
          if (file === null) return;
          if (purpose === 'offences')
            catalogue.mutate(
              { file: file.grant },
              {
                onSuccess: (done) => {
                  notifications.show({ message: t('admin:offences.brought', done) });
                },
              },
            );
          else
            codes.mutate(
              { file: file.grant },
              {
                onSuccess: (done) => {
                  notifications.show({ message: t('admin:offences.codesBrought', done) });
                },
              },
            );
        },
      },
    );
  };
  return (
    <>
      {failure !== null && <FailureAlert failure={failure.failure} />}
      <Group gap="xs">
        <Button variant="default" loading={catalogue.isPending} onClick={bring('offences')}>
          {t('admin:offences.import')}
        </Button>
        <Button variant="default" loading={codes.isPending} onClick={bring('violation_codes')}>
          {t('admin:offences.importCodes')}
        </Button>
      </Group>
    </>
  );
}

type HeldReason = ClearanceReason & { readonly version: number | null };

function Reasons() {
  const t = useText();
  const format = useFormat();
  const read = useRead('clearanceReasons.list', {});
  const [open, setOpen] = useState<HeldReason | 'new' | null>(null);
  return (
    <section aria-label={t('admin:reasons.title')}>
      <Group gap="8px 16px" justify="space-between">
        <h2 className={shared.headingSmall}>{t('admin:reasons.title')}</h2>
        <Button
          variant="default"
          onClick={() => {
            setOpen('new');
          }}
        >
          {t('admin:reasons.add')}
        </Button>
      </Group>
      <p className={classes.note}>{t('admin:reasons.note')}</p>
      {read.error !== null && <FailureAlert failure={read.error.failure} />}
      <DataTable
        caption={t('admin:reasons.title')}
        rows={read.data?.reasons ?? []}
        rowKey={(row) => row.code}
        isMuted={(row) => !row.active}
        columns={[
          {
            key: 'outcome',
            header: t('common:outcome'),
            value: (row) => t(`codes:clearanceOutcome.${row.outcome}`),
          },
          { key: 'name', header: t('codes:field.name'), value: (row) => format.bilingual(row.name) },
          { key: 'letter', header: t('admin:reasons.letter'), narrow: true, value: (row) => row.letter },
          actionColumn<HeldReason>({
            label: t('common:change'),
            name: (row) => t('common:changeFor', { name: format.bilingual(row.name) }),
            run: setOpen,
          }),
        ]}
      />
      {open !== null && (
        <ReasonDialog
          reason={open === 'new' ? null : latest(read.data?.reasons ?? [], open, 'code')}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </section>
  );
}
