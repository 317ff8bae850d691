import { Link } from 'wouter';
import type { LockedReturn } from '#contract/reporting/returns';
import { useRead } from '../../../../bridge/queries.ts';
import { useText } from '../../../../i18n/text.ts';
import { isSameQuarter } from '../../../../lib/fiscal.ts';
import { DataTable } from '../../../../ui/DataTable.tsx';
import { Hash } from '../../../../ui/Fingerprint.tsx';
import { returnPath } from '../returnPaths.ts';
import shared from '../../../../ui/Shared.module.css';
import classes from '../Returns.module.css';
import type { PreparedReturn } from '../usePreparedReturn.ts';

/** Every version of the quarter's return: each stays as it was, to be read, exported and verified. */
export function Versions({ prepared }: { readonly prepared: PreparedReturn }) {
  const t = useText();
  const { agreement, quarter } = prepared.content;
  const list = useRead('returns.list', {});
  const versions = (list.data?.returns ?? []).filter(
    (each) => each.agreementId === agreement.id && isSameQuarter(each.quarter, quarter),
  );
  const path = (step: 'preview' | 'changes' | 'export', { sequence }: LockedReturn) =>
    returnPath(agreement.id, quarter, step, sequence);
  return (
    <>
      <h2 className={shared.heading}>{t('returns:versions.title')}</h2>
      <DataTable
        caption={t('returns:versions.title')}
        rows={versions}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'sequence',
            header: t('codes:heading.version'),
            narrow: true,
            value: (row) => t('returns:versions.name', { sequence: row.sequence }),
            href: (row) => path('preview', row),
          },
          { key: 'at', header: t('codes:reportState.locked'), as: 'instant', value: (row) => row.lockedAt },
          { key: 'by', header: t('codes:field.by'), narrow: true, value: (row) => row.lockedBy },
          { key: 'hash', header: t('codes:heading.contentHash'), cell: (row) => <Hash value={row.contentHash} /> },
          {
            key: 'changes',
            header: t('returns:step.changes'),
            hidesHeader: true,
            narrow: true,
            cell: (row) =>
              row.sequence > 1 && (
                <Link href={path('changes', row)} className={classes.link ?? ''}>
                  {t('returns:step.changes')}
                </Link>
              ),
          },
          {
            key: 'export',
            header: t('returns:versions.export'),
            hidesHeader: true,
            narrow: true,
            value: () => t('returns:versions.export'),
            href: (row) => path('export', row),
          },
        ]}
      />
      <Link href={returnPath(agreement.id, quarter, 'changes', 'restatement')} className={classes.link ?? ''}>
        {t('returns:versions.restate')}
      </Link>
    </>
  );
}
