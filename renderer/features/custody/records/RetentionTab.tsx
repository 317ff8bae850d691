import { Button, Checkbox } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { RetentionRow } from '#contract/custody/retention';
import { useNewDay } from '../../../lib/useNewDay.ts';
import { useRead, useWrite } from '../../../bridge/queries.ts';
import { useHasRole } from '../../../bridge/session.ts';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { useScreenKeys } from '../../../lib/screenKeys.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { DueBadge } from '../../../ui/DueBadge.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Records.module.css';
import { RetentionRules } from './RetentionRules.tsx';

const canApprove = ({ urgency, isHeld, isApproved }: RetentionRow): boolean =>
  urgency === 'overdue' && !isHeld && !isApproved;

/** Files whose time is over or nearly, and the service's own rules that say so. Nothing goes by itself. */
export function RetentionTab() {
  const t = useText();
  useNewDay('records');
  const { data, error } = useRead('retention.due', { filter: {} });
  return (
    <>
      {error !== null && <FailureAlert failure={error.failure} />}
      {data !== undefined && (
        <section aria-label={t('records:retention.title')}>
          <Due rows={data.rows} total={data.total.value} />
        </section>
      )}
      <RetentionRules />
    </>
  );
}

function Due({ rows, total }: { readonly rows: readonly RetentionRow[]; readonly total: number }) {
  const t = useText();
  const mayApprove = useHasRole('supervisor', 'records_officer');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isOpen, dialog] = useDisclosure();
  const possible = rows.filter(canApprove);
  const files = possible.filter(({ file }) => chosen.has(file.id));
  const ask = () => {
    if (files.length > 0) dialog.open();
  };
  useScreenKeys([{ keys: 'Y', label: t('records:approve.button', { count: files.length }), run: ask }]);
  return (
    <>
      <div className={classes.toolbar}>
        <h2 className={shared.heading}>{t('records:retention.title')}</h2>
        {mayApprove && possible.length > 0 && (
          <Button rightSection={<KeyHint keys="Y" />} disabled={files.length === 0} onClick={ask}>
            {t('records:approve.button', { count: files.length })}
          </Button>
        )}
      </div>
      {rows.length > 0 && <p className={classes.note}>{t('records:retention.text', { count: total })}</p>}
      {rows.length === 0 ? (
        <EmptyState title={t('records:retention.empty')} text={t('records:retention.emptyText')} />
      ) : (
        <DueTable rows={rows} mayApprove={mayApprove} chosen={chosen} onChoose={setChosen} />
      )}
      {isOpen && <ApproveDialog files={files} onClose={dialog.close} />}
    </>
  );
}

interface DueTableProps {
  readonly rows: readonly RetentionRow[];
  readonly mayApprove: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function DueTable({ rows, mayApprove, chosen, onChoose }: DueTableProps) {
  const t = useText();
  const { unitCode, fileNumber } = useNames();
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  const choose = {
    key: 'choose',
    header: t('records:column.choose'),
    hidesHeader: true,
    narrow: true,
    cell: (row: RetentionRow) => (
      <Checkbox
        size="xs"
        aria-label={t('records:chooseFile', { number: fileNumber(row) })}
        disabled={!canApprove(row)}
        checked={chosen.has(row.file.id)}
        onChange={() => {
          toggle(row.file.id);
        }}
      />
    ),
  };
  return (
    <DataTable
      caption={t('records:retention.title')}
      rows={rows}
      rowKey={(row) => row.file.id}
      columns={[
        ...(mayApprove ? [choose] : []),
        { key: 'number', header: t('codes:field.number'), narrow: true, value: fileNumber },
        { key: 'kind', header: t('codes:field.kind'), value: (row) => t(`codes:fileKind.${row.file.kind}`) },
        { key: 'unit', header: t('codes:heading.unit'), narrow: true, value: (row) => unitCode(row.unitId) },
        { key: 'over', header: t('codes:field.concludedOn'), narrow: true, value: (row) => row.concludedOn },
        {
          key: 'rule',
          header: t('records:column.rule'),
          value: ({ keptUntil }) =>
            `${t(`codes:retentionClass.${keptUntil.class}`)}, ${t('records:years', { count: keptUntil.years })}`,
        },
        { key: 'until', header: t('records:column.until'), narrow: true, value: (row) => row.keptUntil.on },
        { key: 'state', header: t('codes:field.state'), cell: (row) => <State row={row} /> },
      ]}
    />
  );
}

function State({ row }: { readonly row: RetentionRow }) {
  const t = useText();
  if (row.isHeld) return t('records:retention.held');
  if (row.isApproved) return t('records:retention.approved');
  return <DueBadge urgency={row.urgency} daysLeft={row.daysLeft} />;
}

function ApproveDialog({ files, onClose }: { readonly files: readonly RetentionRow[]; readonly onClose: () => void }) {
  const t = useText();
  const approve = useWrite('purges.approve');
  const investigationIds = files.flatMap(({ file }) => (file.kind === 'investigation' ? [file.id] : []));
  const referralIds = files.flatMap(({ file }) => (file.kind === 'referral' ? [file.id] : []));
  return (
    <ConfirmDialog
      title={t('records:approve.title', { count: files.length })}
      confirm={t('records:approve.submit')}
      isBusy={approve.isPending}
      failure={approve.error?.failure}
      onConfirm={() => {
        approve.mutate({ investigationIds, referralIds }, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      {t('records:approve.text')}
    </ConfirmDialog>
  );
}
