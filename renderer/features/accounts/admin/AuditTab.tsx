import { Button } from '@mantine/core';
import { IconBan, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Output } from '#contract/index';
import { useRead } from '../../../bridge/queries.ts';
import { useText } from '../../../i18n/text.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { FailureAlert } from '../../../ui/FailureAlert.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import classes from './Admin.module.css';
import { AuditVerification } from './AuditVerification.tsx';

const size = 100;
type Row = Output<'audit.list'>['rows'][number];

export function AuditTab() {
  const t = useText();
  /** The sequence before which each page begins, from the latest page to the one shown. */
  const [befores, setBefores] = useState<readonly number[]>([]);
  const before = befores.at(-1);
  const list = useRead('audit.list', before === undefined ? { size } : { size, before }, { keepPrevious: true });
  const rows = list.data?.rows ?? [];
  const last = rows.at(-1);
  return (
    <>
      {list.error !== null && <FailureAlert failure={list.error.failure} />}
      <AuditVerification />
      <DataTable
        caption={t('admin:tab.audit')}
        rows={rows}
        rowKey={(row) => row.sequence}
        keepsOrder
        columns={[
          { key: 'sequence', header: t('admin:audit.sequence'), as: 'number', value: (row) => row.sequence },
          { key: 'at', header: t('common:when'), as: 'instant', value: (row) => row.at },
          { key: 'actor', header: t('admin:audit.actor'), value: (row) => row.actor },
          {
            key: 'method',
            header: t('admin:audit.method'),
            cell: (row) => <span className={classes.code}>{row.method}</span>,
          },
          {
            key: 'subject',
            header: t('codes:field.record'),
            cell: (row) => row.subjectKind !== null && <span className={classes.code}>{row.subjectKind}</span>,
          },
          { key: 'outcome', header: t('common:outcome'), narrow: true, cell: (row) => <Outcome row={row} /> },
        ]}
      />
      {(befores.length > 0 || rows.length === size) && (
        <div className={classes.buttons}>
          <Button
            variant="default"
            disabled={befores.length === 0}
            onClick={() => {
              setBefores(befores.slice(0, -1));
            }}
          >
            {t('admin:audit.later')}
          </Button>
          <Button
            variant="default"
            disabled={rows.length < size || last === undefined}
            onClick={() => {
              if (last !== undefined) setBefores([...befores, last.sequence]);
            }}
          >
            {t('admin:audit.earlier')}
          </Button>
        </div>
      )}
    </>
  );
}

function Outcome({ row }: { readonly row: Row }) {
  const t = useText();
  return row.outcome === 'refused' ? (
    <StatusBadge tone="dueSoon" icon={IconBan} label={t('admin:audit.refused')} />
  ) : (
    <StatusBadge tone="neutral" icon={IconCheck} label={t('admin:audit.done')} />
  );
}
