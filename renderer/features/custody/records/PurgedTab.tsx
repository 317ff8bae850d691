import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { PurgeRequestRow, PurgeRow } from '#contract/custody/purges';
import type { Output } from '#contract/index';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { Certificate } from './Certificate.tsx';
import { PurgeNotices } from './PurgeNotices.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Records.module.css';

/** What was approved and nobody has purged yet, and what was purged. */
export function PurgedTab() {
  const { data, error } = useRead('purges.list', { filter: {} });
  return (
    <>
      {error !== null && <FailureAlert failure={error.failure} />}
      {data !== undefined && <PurgeNotices {...data} />}
      {data !== undefined && <Requests rows={data.requests} isOn={data.isOn} />}
      {data !== undefined && <Purges rows={data.purges} />}
    </>
  );
}

/** The day from which no backup holds what was purged; null where there is none, or one cannot be asked. */
function lastDayOf(backups: Output<'purges.carryOut'>['backups']): string | null {
  const days = backups.map(({ expiresAt }) => expiresAt ?? Infinity);
  const last = Math.max(...days);
  return Number.isFinite(last) ? new Date(last).toISOString().slice(0, 10) : null;
}

function Requests({ rows, isOn }: { readonly rows: readonly PurgeRequestRow[]; readonly isOn: boolean }) {
  const t = useText();
  const format = useFormat();
  const [isOpen, dialog] = useDisclosure();
  const [done, setDone] = useState<Output<'purges.carryOut'> | null>(null);
  const ready = isOn ? rows.filter(({ isOwn }) => !isOwn) : [];
  const lastDay = lastDayOf(done?.backups ?? []);
  const ask = () => {
    if (ready.length > 0) dialog.open();
  };
  useScreenKeys([{ keys: 'X', label: t('records:purge.button', { count: ready.length }), run: ask }]);
  return (
    <section aria-label={t('records:purge.title')}>
      <div className={classes.toolbar}>
        <h2 className={shared.heading}>{t('records:purge.title')}</h2>
        {rows.length > 0 && (
          <Button color="red" rightSection={<KeyHint keys="X" />} disabled={ready.length === 0} onClick={ask}>
            {t('records:purge.button', { count: ready.length })}
          </Button>
        )}
      </div>
      <p className={classes.note}>{t('records:purge.text')}</p>
      {done !== null && (
        <p className={classes.note} role="status">
          {t('records:purge.done', { count: done.files })}{' '}
          {done.backups.length > 0 && t('records:purge.backups', { count: done.backups.length })}{' '}
          {lastDay !== null && t('records:purge.lastBackup', { day: format.day(lastDay) })}
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t('records:purge.empty')} text={t('records:purge.emptyText')} />
      ) : (
        <RequestTable rows={rows} />
      )}
      {isOpen && <CarryOutDialog rows={ready} onDone={setDone} onClose={dialog.close} />}
    </section>
  );
}

function RequestTable({ rows }: { readonly rows: readonly PurgeRequestRow[] }) {
  const t = useText();
  const { unitCode, fileNumber } = useNames();
  const mayWithdraw = useHasRole('supervisor', 'records_officer');
  const withdraw = useWrite('purges.withdraw');
  return (
    <DataTable
      caption={t('records:purge.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'number', header: t('codes:field.number'), narrow: true, value: fileNumber },
        { key: 'kind', header: t('codes:field.kind'), value: (row) => t(`codes:fileKind.${row.kind}`) },
        { key: 'unit', header: t('codes:heading.unit'), narrow: true, value: (row) => unitCode(row.unitId) },
        { key: 'over', header: t('codes:field.concludedOn'), narrow: true, value: (row) => row.concludedOn },
        { key: 'until', header: t('records:column.until'), narrow: true, value: (row) => row.dueOn },
        { key: 'by', header: t('records:column.approved'), value: (row) => `${row.approvedBy}, ${row.approvedOn}` },
        {
          key: 'withdraw',
          header: t('records:purge.withdraw'),
          hidesHeader: true,
          narrow: true,
          cell: ({ id, version, ...file }) =>
            mayWithdraw && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('records:purge.withdrawFor', { number: fileNumber(file) })}
                onClick={() => {
                  withdraw.mutate({ requestId: id, version });
                }}
              >
                {t('records:purge.withdraw')}
              </Button>
            ),
        },
      ]}
    />
  );
}

interface CarryOutDialogProps {
  readonly rows: readonly PurgeRequestRow[];
  readonly onDone: (done: Output<'purges.carryOut'>) => void;
  readonly onClose: () => void;
}

function CarryOutDialog({ rows, onDone, onClose }: CarryOutDialogProps) {
  const t = useText();
  const purge = useWrite('purges.carryOut');
  return (
    <ConfirmDialog
      title={t('records:purge.confirmTitle', { count: rows.length })}
      confirm={t('records:purge.button', { count: rows.length })}
      isDangerous
      isBusy={purge.isPending}
      failure={purge.error?.failure}
      onConfirm={() => {
        purge.mutate(
          { requestIds: rows.map(({ id }) => id) },
          {
            onSuccess: (done) => {
              onDone(done);
              onClose();
            },
          },
        );
      }}
      onClose={onClose}
    >
      {t('records:purge.confirmText')}
    </ConfirmDialog>
  );
}

function Purges({ rows }: { readonly rows: readonly PurgeRow[] }) {
  const t = useText();
  const { unitCode, fileNumber } = useNames();
  if (rows.length === 0) return null;
  const ruleOf = ({ class: of, years }: PurgeRow): string =>
    of === null || years === null
      ? t('records:purged.again')
      : `${t(`codes:retentionClass.${of}`)}, ${t('records:years', { count: years })}`;
  return (
    <section aria-label={t('records:purged.title')}>
      <h2 className={shared.heading}>{t('records:purged.title')}</h2>
      <p className={classes.note}>{t('records:purged.text')}</p>
      <DataTable
        caption={t('records:purged.title')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'number',
            header: t('codes:field.number'),
            narrow: true,
            value: ({ unitId, number }) => number && fileNumber({ unitId, number }),
          },
          { key: 'on', header: t('records:column.purgedOn'), narrow: true, value: (row) => row.purgedOn },
          { key: 'kind', header: t('codes:field.kind'), value: (row) => t(`codes:fileKind.${row.kind}`) },
          { key: 'unit', header: t('codes:heading.unit'), narrow: true, value: (row) => unitCode(row.unitId) },
          { key: 'over', header: t('codes:field.concludedOn'), narrow: true, value: (row) => row.concludedOn },
          { key: 'until', header: t('records:column.until'), narrow: true, value: (row) => row.dueOn },
          { key: 'rule', header: t('records:column.rule'), value: ruleOf },
          { key: 'approved', header: t('records:column.approved'), value: (row) => row.approvedBy },
          { key: 'by', header: t('codes:field.by'), value: (row) => row.purgedBy },
          { key: 'rows', header: t('records:column.rows'), as: 'number', value: (row) => row.rows },
          {
            key: 'certificate',
            header: t('records:purged.certificate'),
            hidesHeader: true,
            narrow: true,
            cell: (row) => <Certificate unitId={row.unitId} on={row.purgedOn} />,
          },
        ]}
      />
    </section>
  );
}
