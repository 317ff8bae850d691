import { Anchor } from '@mantine/core';
import { IconBan, IconCheck, IconFileOff } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { AuditRow } from '#contract/accounts/audit';
import { useText } from '../../../i18n/text.ts';
import { useNames } from '../../../lib/useNames.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { StatusBadge } from '../../../ui/StatusBadge.tsx';
import shared from '../../../ui/Shared.module.css';
import { useActWords } from './useActWords.ts';

interface AuditEntriesProps {
  readonly caption: string;
  readonly rows: readonly AuditRow[];
}

/** Who did what and when, in plain words. */
export function AuditEntries({ caption, rows }: AuditEntriesProps) {
  const t = useText();
  const wordsOf = useActWords();
  const act: Column<AuditRow> = {
    key: 'act',
    header: t('admin:audit.act'),
    cell: (row) => {
      const { act: name, details } = wordsOf(row);
      return (
        <>
          {name} {details !== '' && <span className={shared.dimmed}>{details}</span>}
        </>
      );
    },
  };
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.sequence}
      keepsOrder
      columns={[
        { key: 'sequence', header: t('admin:audit.sequence'), as: 'number', value: (row) => row.sequence },
        { key: 'at', header: t('common:when'), as: 'instant', value: (row) => row.at },
        { key: 'actor', header: t('admin:audit.actor'), narrow: true, value: (row) => row.actor },
        act,
        { key: 'file', header: t('admin:audit.file'), narrow: true, cell: (row) => <FileLink row={row} /> },
        { key: 'outcome', header: t('common:outcome'), narrow: true, cell: (row) => <Outcome row={row} /> },
      ]}
    />
  );
}

function FileLink({ row: { file } }: { readonly row: AuditRow }) {
  const { fileNumber } = useNames();
  if (file === null) return null;
  const href = file.kind === 'referral' ? `/referrals/${file.id}` : `/investigations/${file.id}`;
  return (
    <Anchor component={Link} href={href} inherit underline="always">
      {fileNumber(file)}
    </Anchor>
  );
}

/** Whether it was done, refused, or begun and not ended. */
export function Outcome({ row }: { readonly row: AuditRow }) {
  const t = useText();
  if (row.outcome === 'refused') return <StatusBadge tone="dueSoon" icon={IconBan} label={t('admin:audit.refused')} />;
  if (row.ended === 'not_done')
    return <StatusBadge tone="dueSoon" icon={IconFileOff} label={t('admin:audit.notCompleted')} />;
  return <StatusBadge tone="neutral" icon={IconCheck} label={t('admin:audit.done')} />;
}
