import type { Survival } from '#contract/statistics/survival';
import { useText } from '../../../i18n/text.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useNames } from '../../../lib/useNames.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import shared from '../../../ui/Shared.module.css';
import classes from './Backlog.module.css';

/** How long charges laid took to their outcome, by unit. */
export function ChargedTable({ survival: { from, charged } }: { readonly survival: Survival }) {
  const t = useText();
  const format = useFormat();
  const { unitCode } = useNames();
  const title = t('backlog:charged.title');
  const none = t('backlog:charged.notReached');
  return (
    <section className={classes.section} aria-labelledby="charged-title">
      <h3 id="charged-title" className={shared.title}>
        {title}
      </h3>
      <p className={shared.noteBelow}>{t('backlog:charged.text', { from: format.day(from) })}</p>
      <DataTable
        caption={title}
        rows={charged}
        rowKey={({ unitId }) => unitId ?? 'all'}
        keepsOrder
        isWide
        columns={[
          {
            key: 'unit',
            header: t('codes:heading.unit'),
            value: ({ unitId }) => (unitId === null ? t('backlog:charged.all') : unitCode(unitId)),
            narrow: true,
          },
          { key: 'counts', header: t('backlog:charged.counts'), as: 'number', value: ({ counts }) => counts },
          { key: 'disposed', header: t('backlog:charged.disposed'), as: 'number', value: ({ disposed }) => disposed },
          { key: 'open', header: t('backlog:charged.open'), as: 'number', value: ({ open }) => open },
          { key: 'quarter', header: t('backlog:charged.quarter'), as: 'number', value: (row) => row.quarter, none },
          { key: 'median', header: t('backlog:charged.median'), as: 'number', value: ({ median }) => median, none },
          {
            key: 'threeQuarters',
            header: t('backlog:charged.threeQuarters'),
            as: 'number',
            value: ({ threeQuarters }) => threeQuarters,
            none,
          },
        ]}
      />
    </section>
  );
}
