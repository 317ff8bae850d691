import { Button, Group, ScrollArea, Stack } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import type { Output } from '#contract/index';
import { useWrite } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { useFormat } from '../../../../lib/useFormat.ts';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../../ui/FailureAlert.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import classes from '../Admin.module.css';

interface MoveReportProps {
  readonly report: Output<'workspace.move'>;
  readonly onClose: () => void;
}

/** What was compared. The copy is nobody's until it is confirmed, and is undone otherwise. */
export function MoveReport({ report, onClose }: MoveReportProps) {
  const t = useText();
  const confirm = useWrite('workspace.confirmMove');
  const cancel = useWrite('workspace.cancelMove');
  const close = (
    <Group justify="flex-end">
      <Button onClick={onClose}>{t('common:close')}</Button>
    </Group>
  );
  if (confirm.data !== undefined)
    return (
      <Stack gap="md">
        <Notice tone="positive" icon={IconShieldCheck} title={t('admin:move.done')}>
          {t(`admin:move.next.${report.to}`, { folder: confirm.data.folder })}
        </Notice>
        {close}
      </Stack>
    );
  if (confirm.error !== null)
    return (
      <Stack gap="md">
        <FailureAlert failure={confirm.error.failure} />
        {close}
      </Stack>
    );
  return (
    <Stack gap="md">
      <Compared report={report} />
      <p className={classes.note}>{t(`admin:move.consequence.${report.to}`)}</p>
      <Group justify="flex-end" gap="sm">
        <Button
          variant="default"
          disabled={confirm.isPending}
          loading={cancel.isPending}
          onClick={() => {
            cancel.mutate({}, { onSettled: onClose });
          }}
        >
          {t('admin:move.undo')}
        </Button>
        <Button
          loading={confirm.isPending}
          disabled={cancel.isPending}
          onClick={() => {
            confirm.mutate({});
          }}
        >
          {t('admin:move.confirm')}
        </Button>
      </Group>
    </Stack>
  );
}

function Compared({ report }: Pick<MoveReportProps, 'report'>) {
  const t = useText();
  const format = useFormat();
  const { place, tables, rows, entries, head, people, without, isAgain } = report;
  return (
    <>
      <Notice tone="positive" icon={IconShieldCheck} title={t('admin:move.equal', { rows: format.number(rows) })}>
        <div>{place}</div>
        <div>{t('admin:move.audit', { entries: format.number(entries), head: head.slice(0, 16) })}</div>
        <div>{t('admin:move.people', { count: people })}</div>
        {isAgain && <div>{t('admin:move.again')}</div>}
      </Notice>
      {without.length > 0 && (
        <Notice tone="dueSoon" icon={IconAlertTriangle} title={t('admin:move.without')}>
          {without.join(', ')}
        </Notice>
      )}
      <ScrollArea.Autosize mah={200} type="auto">
        <DataTable
          caption={t('admin:move.tables')}
          rows={tables.filter((each) => each.rows > 0)}
          rowKey={(row) => row.table}
          columns={[
            { key: 'table', header: t('admin:backups.table'), value: (row) => row.table },
            { key: 'rows', header: t('admin:move.rows'), align: 'end', value: (row) => format.number(row.rows) },
            { key: 'digest', header: t('admin:move.digest'), value: (row) => row.digest.slice(0, 16) },
          ]}
        />
      </ScrollArea.Autosize>
    </>
  );
}
