import type { Agreement } from '#contract/reporting/agreements';
import type { LockedReturn } from '#contract/reporting/returns';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { returnPath } from './returnPaths.ts';
import shared from '../../../ui/Shared.module.css';
import classes from './Returns.module.css';

interface LockedReturnsProps {
  readonly agreements: readonly Pick<Agreement, 'id' | 'code'>[];
  readonly returns: readonly LockedReturn[];
}

export function LockedReturns({ agreements, returns }: LockedReturnsProps) {
  const t = useText();
  const format = useFormat();
  const codeOf = (row: LockedReturn) => agreements.find((each) => each.id === row.agreementId)?.code ?? '';
  return (
    <section className={classes.section}>
      <h2 className={shared.heading}>{t('returns:locked.title')}</h2>
      {returns.length === 0 ? (
        <p className={shared.note}>{t('returns:locked.none')}</p>
      ) : (
        <DataTable
          caption={t('returns:locked.title')}
          rows={returns}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'return',
              header: t('codes:heading.agreement'),
              narrow: true,
              value: (row) => codeOf(row),
              href: (row) => returnPath(row.agreementId, row.quarter, 'export', row.sequence),
            },
            {
              key: 'quarter',
              header: t('codes:heading.quarter'),
              narrow: true,
              value: (row) => format.quarter(row.quarter),
            },
            { key: 'sequence', header: t('codes:heading.version'), narrow: true, value: (row) => row.sequence },
            { key: 'at', header: t('codes:reportState.locked'), as: 'instant', value: (row) => row.lockedAt },
            { key: 'by', header: t('codes:field.by'), narrow: true, value: (row) => row.lockedBy },
          ]}
        />
      )}
    </section>
  );
}
